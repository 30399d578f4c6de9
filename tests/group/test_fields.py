"""What is kept of a review, and what of a file that a person changed is taken back."""

import pytest

from studykit.group.events import Buzzed, Judged, Paused, Revealed
from studykit.group.fields import begun_fields, event_fields, event_of, game_of, setup_of
from studykit.journal.lines import line_of, strict_event
from tests.group.making import CARDS, TEAMS, game, setup


def test_what_is_settled_comes_back():
    begun = setup("buzz", total=4, seconds=30, streaks=True, title="茶", deck="/a/tea.yaml")
    (kept,) = strict_event(line_of(begun_fields(begun)))
    assert setup_of(kept) == begun


@pytest.mark.parametrize(
    ("fields", "event"),
    [
        ({"event": "buzzed", "team": "蓝队"}, Buzzed(1)),
        ({"event": "judged", "team": "红队", "verdict": "near"}, Judged(0, "near")),
        ({"event": "judged", "team": "红队", "verdict": None}, Judged(0, None)),
        ({"event": "judged", "team": "红队"}, Judged(0, None)),
        (
            {"event": "judged", "team": "绿队", "verdict": "wrong", "said": ["a", "b"]},
            Judged(2, "wrong", ("a", "b")),
        ),
        ({"event": "paused", "why": "break"}, Paused("break")),
        ({"event": "revealed", "card": "x", "by": "teacher"}, Revealed()),
    ],
)
def test_an_event_is_read(fields, event):
    assert event_of(fields, TEAMS) == event


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"event": "danced"},
        {"event": 1},
        {"event": "buzzed"},
        {"event": "buzzed", "team": "黄队"},
        {"event": "buzzed", "team": 1},
        {"event": "judged", "team": "红队", "verdict": "perhaps"},
        {"event": "judged", "team": "红队", "verdict": True},
        {"event": "judged", "team": "红队", "verdict": "near", "said": "a"},
        {"event": "judged", "team": "红队", "verdict": "near", "said": [1]},
        {"event": "paused", "why": ""},
        {"event": "begun"},
    ],
)
def test_what_is_no_event(fields):
    with pytest.raises(ValueError):  # noqa: PT011 - the value is the message
        event_of(fields, TEAMS)
    kept = [begun_fields(setup()), fields, {"event": "revealed"}]
    assert game_of(kept) == (game("turns", Revealed()), 1)


@pytest.mark.parametrize(
    "change",
    [
        {"event": "judged"},
        {"mode": "race"},
        {"teams": []},
        {"teams": ["红", "红"]},
        {"teams": ["红", 1]},
        {"teams": [str(n) for n in range(31)]},
        {"total": -1},
        {"total": "4"},
        {"total": True},
        {"seconds": 1.5},
        {"streaks": "yes"},
        {"questions": []},
        {"questions": {}},
        {"questions": [1]},
        {"questions": [{"type": "qa", "prompt": "a", "answer": "b", "spans": [[1]]}]},
    ],
)
def test_what_settles_nothing(change):
    with pytest.raises(ValueError):  # noqa: PT011 - the value is the message
        game_of([begun_fields(setup()) | change])


def test_nothing_is_no_review():
    with pytest.raises(ValueError):  # noqa: PT011
        game_of([])


def test_lines_can_be_read_by_a_person():
    before = game("buzz", Buzzed(1))
    line = line_of(event_fields(Judged(1, "near", ("36吨",)), before))
    wanted = '- {event: "judged", card: "%s", team: "蓝队", verdict: "near", said: ["36吨"]}\n'
    assert line == wanted % CARDS[0].id
