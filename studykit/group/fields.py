"""The events of a group review as maps, to be kept in a journal; teams are told by name.

{event: "begun", mode: "turns", teams: ["红", "蓝"], total: 6, …, questions: [{…}, …]}
{event: "judged", card: "t720ax7f", team: "红", verdict: "near", said: ["36吨"]}
"""

from collections.abc import Mapping, Sequence
from typing import Any

from studykit.group.events import (
    Buzzed,
    Ended,
    GroupEvent,
    Judged,
    Paused,
    Resumed,
    Revealed,
    Skipped,
    Undone,
    WentOn,
)
from studykit.group.game import Game, replayed
from studykit.group.model import MODES, MOST_TEAMS, VERDICTS, Pause, Setup
from studykit.journal.card_fields import card_fields, card_of
from studykit.journal.checked import listed, mapped, one_of, text, texts, truth, whole

_BEGUN = "begun"
_BARE: dict[str, GroupEvent] = {
    "revealed": Revealed(),
    "went-on": WentOn(),
    "skipped": Skipped(),
    "resumed": Resumed(),
    "ended": Ended(),
    "undone": Undone(),
}
_NAMES = {type(event): name for name, event in _BARE.items()}
_PAUSES: tuple[Pause, ...] = ("pause", "break")


def begun_fields(setup: Setup) -> dict[str, Any]:
    """The first event: what is settled."""
    return {
        "event": _BEGUN,
        "title": setup.title,
        "deck": setup.deck,
        "mode": setup.mode,
        "teams": list(setup.teams),
        "total": setup.total,
        "seconds": setup.seconds,
        "streaks": setup.streaks,
        "questions": [card_fields(card) for card in setup.questions],
    }


def setup_of(fields: Mapping[str, object]) -> Setup:
    """What the first event settles; ValueError where it is something else."""
    one_of(fields.get("event"), (_BEGUN,))
    teams = texts(fields.get("teams"))
    questions = tuple(card_of(mapped(one)) for one in listed(fields.get("questions")))
    if not 1 <= len(teams) <= MOST_TEAMS or len(set(teams)) < len(teams) or not questions:
        raise ValueError(fields)
    return Setup(
        one_of(fields.get("mode"), MODES),
        teams,
        questions,
        whole(fields.get("total")),
        whole(fields.get("seconds", 0)),
        truth(fields.get("streaks", False)),
        text(fields.get("title", "")),
        text(fields.get("deck", "")),
    )


def event_fields(event: GroupEvent, game: Game) -> dict[str, Any]:
    """An event and the card it is about; `game` is as it stood before."""
    teams = game.setup.teams
    about: dict[str, Any] = {} if game.phase == "done" else {"card": game.card.id}
    match event:
        case Buzzed(team):
            return {"event": "buzzed", **about, "team": teams[team]}
        case Judged(team, verdict, said):
            words: dict[str, Any] = {"said": list(said)} if said else {}
            return {"event": "judged", **about, "team": teams[team], "verdict": verdict, **words}
        case Paused(why):
            return {"event": "paused", "why": why}
        case Undone() | Resumed():
            return {"event": _NAMES[type(event)]}
    return {"event": _NAMES[type(event)], **about}


def event_of(fields: Mapping[str, object], teams: Sequence[str]) -> GroupEvent:
    """The event that was kept; ValueError where it is none."""
    name = text(fields.get("event"))
    if name in _BARE:
        return _BARE[name]
    if name == "paused":
        return Paused(one_of(fields.get("why"), _PAUSES))
    team = teams.index(text(fields.get("team")))
    if name == "buzzed":
        return Buzzed(team)
    one_of(name, ("judged",))
    verdict = fields.get("verdict")
    kept = None if verdict is None else one_of(verdict, VERDICTS)
    return Judged(team, kept, texts(fields.get("said", [])))


def game_of(kept: Sequence[Mapping[str, object]]) -> tuple[Game, int]:
    """The review that a journal tells of, and how many of its events could not be followed.

    ValueError where its first event does not say who plays what.
    """
    if not kept:
        raise ValueError
    setup = setup_of(kept[0])
    events: list[GroupEvent] = []
    for one in kept[1:]:
        try:
            events.append(event_of(one, setup.teams))
        except ValueError:
            continue
    game, passed = replayed(setup, events)
    return game, passed + len(kept) - 1 - len(events)
