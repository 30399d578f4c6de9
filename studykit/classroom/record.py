"""A session in its file: the head, then one line an event, made to be read by a person.

- {format: "studykit-classroom/1"}
- {at: "2026-11-25T01:30:00.000Z", event: "begun", title: "春茶", pin: "482913", …, questions: […]}
- {at: "2026-11-25T01:31:05.120Z", event: "joined", player: 1, nick: "小明", secret: "9f…"}
- {at: "2026-11-25T01:32:00.000Z", event: "asked", question: 1}
- {at: "2026-11-25T01:32:07.310Z", event: "answered", player: 1, question: 1, round: 1,
   answer: 2, sure: true, said: ["邻省"]}

Questions count from 1 here; `said` has the words of an answer that is a place, and
is only there to be read.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, get_args

from studykit.classroom.asked import Asked, Kind, in_words
from studykit.classroom.events import Answered, Event, from_map, to_map
from studykit.classroom.model import RANKS, Rules
from studykit.classroom.session import Session
from studykit.errors import ProgressError
from studykit.journal.card_fields import card_fields, card_of
from studykit.journal.checked import listed, mapped, one_of, text, texts, truth, whole
from studykit.journal.lines import Format
from studykit.journal.read import read_journal
from studykit.messages import _
from studykit.scheduling.times import instant, moment

FORMAT = Format("studykit-classroom")

_BEGUN = "begun"
_KINDS: tuple[Kind, ...] = get_args(Kind)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MS = timedelta(milliseconds=1)


@dataclass(frozen=True, slots=True)
class Kept:
    """A session from its file: when it began (milliseconds since 1970), and what happened.

    `lost` counts the lines that are no events of a room.
    """

    session: Session
    began: int
    events: tuple[Event, ...]
    lost: int = 0


def read_session(path: Path) -> Kept:
    """The session in a file, running or not; ProgressError where there is none in it."""
    return kept_session(path, read_journal(path, FORMAT).events)


def kept_session(path: Path, lines: Sequence[Mapping[str, Any]]) -> Kept:
    """The session in the lines of a journal; ProgressError where they are none."""
    try:
        began = _ms_of(mapped(lines[0])["at"])
        session = session_of(lines[0])
    except (ValueError, LookupError):
        message = _("{path}: does not say what is asked; the session cannot be used")
        raise ProgressError(message.format(path=path)) from None
    found = [event_of(line) for line in lines[1:]]
    events = tuple(event for event in found if event is not None)
    return Kept(session, began, events, len(found) - len(events))


def session_map(session: Session, at: int) -> dict[str, Any]:
    """The head of a session that begins at this time, milliseconds since 1970."""
    found: dict[str, Any] = {
        "at": _instant(at),
        "event": _BEGUN,
        "title": session.title,
        "pin": session.pin,
        "wall": session.wall,
        "port": session.port,
        "decks": [*session.decks],
        "rules": _rules_map(session.rules),
    }
    if session.roster:
        found["roster"] = session.roster
    if session.shared:
        found["shared"] = True
    return found | {"questions": [_question_map(one) for one in session.questions]}


def session_of(found: Mapping[str, Any]) -> Session:
    """The session that a head settles; ValueError where it settles none."""
    one_of(found.get("event"), (_BEGUN,))
    questions = tuple(_question_of(mapped(one)) for one in listed(found.get("questions")))
    pin = text(found.get("pin"))
    if not questions or not pin:
        raise ValueError(found)
    return Session(
        text(found.get("title", "")),
        questions,
        _rules_of(mapped(found.get("rules", {}))),
        pin,
        text(found.get("wall", "")),
        whole(found.get("port", 0)),
        texts(found.get("decks", [])),
        text(found.get("roster", "")),
        truth(found.get("shared", False)),
    )


def event_map(event: Event, questions: Sequence[Asked]) -> dict[str, Any]:
    """An event as its line tells it."""
    found = {"at": _instant(event.at), **to_map(event)}
    if "question" in found:
        found["question"] += 1
    if isinstance(event, Answered):
        one = questions[event.question]
        if one.key is not None:
            found["said"] = [*in_words(one, event.answer)]
    return found


def event_of(found: Mapping[str, Any]) -> Event | None:
    """The event of a line; None where it is none we know, or not whole."""
    values = {key: value for key, value in found.items() if key not in ("at", "said")}
    if type(values.get("question")) is int:
        values["question"] -= 1
    try:
        return from_map(values, _ms_of(found.get("at")))
    except ValueError:
        return None


def _instant(at: int) -> str:
    return instant(_EPOCH + at * _MS)


def _ms_of(value: object) -> int:
    at = moment(text(value))
    if at.tzinfo is None:
        raise ValueError(value)
    return (at - _EPOCH) // _MS


def _rules_map(rules: Rules) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for spec in fields(rules):
        value = getattr(rules, spec.name)
        found[spec.name] = [*value] if isinstance(value, tuple) else value
    if rules.until:
        found["until"] = _instant(rules.until)
    else:
        del found["until"]
    return found


def _rules_of(found: Mapping[str, object]) -> Rules:
    until = found.get("until")
    return Rules(
        whole(found.get("seconds", 0)),
        truth(found.get("speed", False)),
        one_of(found.get("ranks", "none"), RANKS),
        truth(found.get("confidence", True)),
        texts(found.get("teams", [])),
        truth(found.get("self_paced", False)),
        0 if until is None else _ms_of(until),
    )


def _question_map(one: Asked) -> dict[str, Any]:
    """The card, its options in the order shown; `kind` says how it is answered."""
    found: dict[str, Any] = {"kind": one.kind, **card_fields(one.card)}
    return found | ({"shown": [*one.options]} if one.kind == "order" else {})


def _question_of(found: Mapping[str, object]) -> Asked:
    card = card_of(found)
    kind = one_of(found.get("kind"), _KINDS)
    match kind:
        case "choice":
            options = card.options
            sound = card.type == "choice" and card.answer in options
        case "order":
            options = texts(found.get("shown"))
            sound = card.type == "list" and sorted(options) == sorted(card.answers)
        case "truefalse":
            options, sound = (), card.type == "truefalse"
        case _:
            options, sound = (), card.type not in ("choice", "truefalse") and bool(card.answers)
    if not sound:
        raise ValueError(found)
    return Asked(card, kind, options)
