import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studykit.classroom import events as ev
from studykit.journal.lines import line_of

ALL = [
    ev.Joined(1, 0, "小明", "ab12"),
    ev.Joined(1, 3, "小红", "ab12", "hong", 1),
    ev.Kicked(2, 3),
    ev.Locked(3, True),
    ev.Asked(4, 0),
    ev.Answered(5, 1, 0, 1, 2),
    ev.Answered(5, 1, 0, 1, True, True),
    ev.Answered(5, 1, 0, 2, "36.5吨", False),
    ev.Answered(5, 1, 0, 1, ("a", "")),
    ev.Answered(5, 1, 0, 1, (2, 0, 1)),
    ev.Closed(6),
    ev.Discussed(7),
    ev.Revoted(8),
    ev.Revealed(9),
    ev.Boarded(10),
    ev.Paused(11, True),
    ev.Accepted(12, 0, "三十六吨半"),
    ev.Ended(13),
]


@pytest.mark.parametrize("event", ALL, ids=lambda one: one.name)
def test_an_event_comes_back_from_its_map(event):
    found = ev.to_map(event)
    line_of(found)
    assert ev.from_map({**json.loads(json.dumps(found)), "at": "…"}, event.at) == event


def test_every_kind_is_among_them():
    assert {one.name for one in ALL} == set(ev.EVENTS)


@pytest.mark.parametrize(
    "found",
    [
        {},
        {"event": "burnt"},
        {"event": ["asked"]},
        {"event": "asked"},
        {"event": "asked", "question": "0"},
        {"event": "asked", "question": True},
        {"event": "asked", "question": 1.0},
        {"event": "asked", "question": 0, "more": 1},
        {"event": "locked", "locked": 1},
        {"event": "joined", "player": 1, "nick": 3, "secret": "x"},
        {"event": "answered", "player": 1, "question": 0, "round": 1, "answer": None},
        {"event": "answered", "player": 1, "question": 0, "round": 1, "answer": [1, "a"]},
        {"event": "answered", "player": 1, "question": 0, "round": 1, "answer": {"a": 1}},
        {"event": "answered", "player": 1, "question": 0, "round": 1, "answer": 1, "sure": "yes"},
        {"event": "closed", "name": "x"},
    ],
)
def test_what_is_no_event(found):
    assert ev.from_map(found, 0) is None


JSON = st.none() | st.booleans() | st.integers() | st.text() | st.lists(st.integers() | st.text())


@given(st.sampled_from(sorted(ev.EVENTS)), st.dictionaries(st.text(), JSON))
def test_whatever_stands_there_is_an_event_or_none(name, values):
    event = ev.from_map({**values, "event": name}, 0)
    assert event is None or ev.from_map(ev.to_map(event), 0) == event
