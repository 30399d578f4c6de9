"""The report of a live classroom for other programs: rows for CSV, fields for JSON."""

from collections.abc import Callable, Iterator
from typing import Any

from studykit.cards.model import Card
from studykit.classroom.asked import in_words
from studykit.classroom.model import Player
from studykit.classroom.report import OfQuestion, Report, Wrong
from studykit.classroom.room import Room
from studykit.classroom.scores import scores
from studykit.classroom.tally import Tally

LinesOf = Callable[[Card], list[int | None]]
"""Gives the lines of a card's quotes in their article; None where it is not at hand."""

COLUMNS = (
    "number", "card", "type", "section", "prompt", "answer", "vote", "student", "learner", "team",
    "said", "score", "sure", "ms", "quote", "line",
)  # fmt: skip

_ROUNDED = 3


def answer_rows(room: Room, report: Report, lines_of: LinesOf) -> Iterator[dict[str, Any]]:
    """A row for each answer of each vote; for a question nobody answered one without a student.

    Who was sent away is in it as well: their answers are in the counts of the votes.
    """
    for one in report.questions:
        card = one.asked.card
        start = {
            "number": one.number,
            "card": card.id,
            "type": card.type,
            "section": card.section,
            "prompt": card.prompt,
            "answer": _joined(_answer(card)),
        }
        line = next(iter(lines_of(card)), None)
        end = {"quote": " … ".join(card.quotes), "line": line}
        found = False
        for number in range(1, len(one.votes) + 1):
            vote = one.number - 1, number
            scored = scores(room, vote)
            for player, given in room.answers(*vote).items():
                found = True
                said = {
                    "vote": number,
                    **_who(room, room.players[player]),
                    "said": _joined(in_words(one.asked, given.answer)),
                    "score": round(scored[player], _ROUNDED),
                    "sure": None if given.sure is None else str(given.sure).lower(),
                    "ms": given.ms or None,
                }
                yield {**start, **said, **end}
        if not found:
            yield {**start, **end}


def report_fields(report: Report, lines_of: LinesOf) -> dict[str, Any]:
    """The report as JSON has it; shares and scores run from 0 to 1."""
    return {
        "share": _rounded(report.share),
        "questions": [_question(one, lines_of) for one in report.questions],
        "hardest": [one.number for one in report.hardest],
        "misconceptions": [
            {"number": one.number, **_wrong(wrong)}
            for one in report.misconceptions
            for wrong in one.misconceptions
        ],
        "teams": [
            {"rank": rank, "name": name, "points": points} for rank, name, points in report.teams
        ],
        "students": [
            {
                "name": one.player.name,
                "learner": one.player.learner or None,
                "team": one.team or None,
                "rank": one.rank,
                "points": one.points,
                "answered": one.answered,
                "right": one.right,
                "right_after_discussion": one.after,
                "sure_wrong": one.sure_wrong,
                "scores": [_rounded(score) for score in one.first],
                "missed": list(one.missed),
            }
            for one in report.students
        ],
    }


def _question(one: OfQuestion, lines_of: LinesOf) -> dict[str, Any]:
    card = one.asked.card
    moved = one.shift
    return {
        "number": one.number,
        "card": card.id,
        "type": card.type,
        "prompt": card.prompt,
        "answer": card.answer,
        "share": _rounded(one.share),
        "votes": [_vote(vote) for vote in one.votes],
        "shift": moved
        and {
            "voters": moved.voters,
            "right_before": moved.right_before,
            "right_after": moved.right_after,
            "gained": moved.gained,
            "lost": moved.lost,
            "gain": _rounded(moved.gain),
        },
        "wrong": [_wrong(wrong) for wrong in one.wrong],
        "quotes": list(card.quotes),
        "lines": lines_of(card),
    }


def _vote(vote: Tally) -> dict[str, Any]:
    return {
        "answers": vote.answers,
        "right": vote.right,
        "sure_wrong": vote.sure_wrong,
        "bars": [
            {"said": list(bar.words), "count": bar.count, "right": bar.right} for bar in vote.bars
        ],
        "others": vote.others,
    }


def _wrong(wrong: Wrong) -> dict[str, Any]:
    return {"said": list(wrong.words), "count": wrong.count, "sure": wrong.sure}


def _who(room: Room, player: Player) -> dict[str, Any]:
    team = room.rules.teams[player.team] if player.team >= 0 else ""
    return {"student": player.name, "learner": player.learner, "team": team}


def _answer(card: Card) -> tuple[str, ...]:
    return (str(card.answer).lower(),) if isinstance(card.answer, bool) else card.answers


def _joined(words: tuple[str, ...]) -> str:
    return "; ".join(words)


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, _ROUNDED)
