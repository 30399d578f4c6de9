"""A session comes back from its file as it was, whatever a person has made of the file."""

from dataclasses import replace

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from studykit.classroom import events as ev
from studykit.classroom.model import RANKS, Rules
from studykit.classroom.record import (
    FORMAT,
    event_map,
    event_of,
    kept_session,
    read_session,
    session_map,
    session_of,
)
from studykit.classroom.session import Session
from studykit.errors import ProgressError
from studykit.journal.journal import open_journal
from studykit.journal.lines import line_of, strict_event
from tests.classroom.samples import questions
from tests.classroom.test_events import ALL

AT = 1_795_570_200_123
QUESTIONS = tuple(questions())
SESSION = Session("春茶", QUESTIONS, Rules(), "482913", "key", 8642, ("/a/tea.yaml",), "/a/names")


def through_a_line(found):
    (kept,) = strict_event(line_of(found))
    return kept


@given(
    st.builds(
        Rules,
        st.integers(0, 3600),
        st.booleans(),
        st.sampled_from(RANKS),
        st.booleans(),
        st.lists(st.text(), unique=True).map(tuple),
        st.booleans(),
        st.integers(0, 4 * AT),
    ),
    st.permutations(QUESTIONS),
    st.booleans(),
)
def test_a_head_comes_back(rules, asked, shared):
    session = replace(SESSION, rules=rules, questions=tuple(asked), shared=shared)
    assert session_of(through_a_line(session_map(session, AT))) == session


@pytest.mark.parametrize("event", ALL, ids=lambda one: one.name)
@given(at=st.integers(0, 4 * AT))
def test_an_event_comes_back(event, at):
    event = replace(event, at=at)
    if isinstance(event, ev.Answered):
        kind = {int: "choice", bool: "truefalse", str: "text"}.get(type(event.answer), "order")
        kind = "items" if event.answer == ("a", "") else kind
        place = next(n for n, one in enumerate(QUESTIONS) if one.kind == kind)
        event = replace(event, question=place)
    assert event_of(through_a_line(event_map(event, QUESTIONS))) == event


def test_a_session_in_its_file(tmp_path):
    path = tmp_path / "one.yaml"
    events = (ev.Joined(AT + 1, 1, "小明", "ab"), ev.Asked(AT + 2, 0), ev.Closed(AT + 3))
    with open_journal(path, FORMAT) as journal:
        journal.append(session_map(SESSION, AT))
        journal.append({"at": "2026-11-25T01:30:00.000Z", "event": "sneezed"})
        journal.append_all(event_map(event, QUESTIONS) for event in events)
        kept = read_session(path)  # while it is running
    assert (kept.session, kept.began, kept.events, kept.lost) == (SESSION, AT, events, 1)


def test_the_file_can_be_read_by_a_person(tmp_path):
    path = tmp_path / "one.yaml"
    choice = next(at for at, one in enumerate(QUESTIONS) if one.kind == "choice")
    with open_journal(path, FORMAT) as journal:
        journal.append(session_map(SESSION, AT))
        journal.append(event_map(ev.Answered(AT, 1, choice, 1, 2, True), QUESTIONS))
    _format, head, answered = yaml.safe_load(path.read_text("utf-8"))
    assert head["at"] == "2026-11-25T01:30:00.123Z"
    assert head["questions"][choice]["prompt"] == QUESTIONS[choice].prompt
    assert head["questions"][choice]["quotes"]
    assert answered == {
        "at": "2026-11-25T01:30:00.123Z",
        "event": "answered",
        "player": 1,
        "question": choice + 1,
        "round": 1,
        "answer": 2,
        "sure": True,
        "said": [QUESTIONS[choice].options[2]],
    }


HEAD = session_map(SESSION, AT)
BY_KIND = {one["kind"]: one for one in HEAD["questions"]}


@pytest.mark.parametrize(
    "change",
    [
        {"event": "asked"},
        {"at": "yesterday"},
        {"at": "2026-11-25T01:30:00"},
        {"at": None},
        {"pin": ""},
        {"pin": 482913},
        {"port": -1},
        {"shared": 1},
        {"questions": []},
        {"questions": [1]},
        {"questions": [BY_KIND["choice"] | {"kind": "song"}]},
        {"questions": [BY_KIND["choice"] | {"answer": "戊"}]},
        {"questions": [BY_KIND["choice"] | {"options": []}]},
        {"questions": [BY_KIND["text"] | {"kind": "choice"}]},
        {"questions": [BY_KIND["text"] | {"kind": "truefalse"}]},
        {"questions": [BY_KIND["truefalse"] | {"kind": "text"}]},
        {"questions": [BY_KIND["order"] | {"shown": []}]},
        {"questions": [BY_KIND["order"] | {"shown": [1, 2, 3]}]},
        {"questions": [BY_KIND["blanks"] | {"answer": []}]},
        {"rules": []},
        {"rules": {"seconds": "many"}},
        {"rules": {"ranks": "all"}},
        {"rules": {"until": "later"}},
    ],
)
def test_what_is_no_head(change, tmp_path):
    with pytest.raises(ProgressError, match="cannot be used") as caught:
        kept_session(tmp_path / "one.yaml", [HEAD | change])
    assert "\n" not in str(caught.value)


def test_nothing_is_no_session(tmp_path):
    with pytest.raises(ProgressError):
        kept_session(tmp_path / "one.yaml", [])


@pytest.mark.parametrize(
    "found",
    [
        {},
        {"event": "closed"},
        {"at": "2026-11-25T01:30:00.000Z"},
        {"at": "2026-11-25T01:30:00", "event": "closed"},
        {"at": 17, "event": "closed"},
        {"at": "2026-11-25T01:30:00.000Z", "event": "asked", "question": "1"},
        {"at": "2026-11-25T01:30:00.000Z", "event": "asked", "question": True},
        {"at": "2026-11-25T01:30:00.000Z", "event": "asked"},
    ],
)
def test_what_is_no_event(found):
    assert event_of(found) is None
