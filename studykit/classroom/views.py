"""What leaves the host: JSON for phones and for the projector, and nothing before its time.

Solutions are only in `solution`, and that is only called for questions that
`Room.is_revealed` says may be shown.
"""

from collections.abc import Mapping
from typing import Any

from studykit.classroom.asked import Asked, in_words, shown
from studykit.classroom.room import Room
from studykit.classroom.tally import Tally, shift_of, standings, tally, team_standings

PODIUM = 5
"""So many places are on the board; nobody is shown to be the last."""

JSON = dict[str, Any]


def question_view(room: Room, at: int, now: int) -> JSON:
    """A question as all see it, the same for everyone."""
    one = room.questions[at]
    out: JSON = {"n": at + 1, "of": len(room.questions), **shown(one)}
    if not room.rules.self_paced:
        out["round"] = room.round
    if room.deadline:
        ends = room.deadline + (max(0, now - room.paused) if room.paused else 0)
        out["left"] = max(0, ends - now)
        out["seconds"] = room.rules.seconds
    return out


def solution(one: Asked) -> JSON:
    """The solution of a question: only for the time after its reveal."""
    card = one.card
    right = ["true" if card.answer else "false"] if one.kind == "truefalse" else [*card.answers]
    out: JSON = {"answer": right}
    if one.kind in ("choice", "truefalse", "order"):
        out["key"] = one.key
    if card.explanation:
        out["explanation"] = card.explanation
    if card.quotes:
        out["quotes"] = [*card.quotes]
    return out


def shared_view(room: Room, now: int) -> JSON:
    """What all players' pages show alike; made once, however many players there are."""
    out: JSON = {
        "phase": room.phase,
        "paused": bool(room.paused),
        "confidence": room.rules.confidence,
        "selfPaced": room.rules.self_paced,
    }
    if room.rules.self_paced:
        out["of"] = len(room.questions)
        if room.deadline:
            out["left"] = max(0, room.deadline - now)
    elif _asks(room):
        out["question"] = question_view(room, room.question, now)
        if room.is_revealed(room.question):
            out["solution"] = solution(room.questions[room.question])
    return out | board_view(room)


def own_view(room: Room, player: int, now: int, ranks: Mapping[int, int]) -> JSON:
    """What is a player's own, beside `shared_view`; `ranks` are places by player, or empty."""
    me = room.players[player]
    out: JSON = {"name": me.name, "points": room.points.get(player, 0)}
    if me.team >= 0:
        out["team"] = room.rules.teams[me.team]
    if player in ranks:
        out["rank"] = ranks[player]
    at = room.place_of(player)
    if room.rules.self_paced:
        out["done"] = at
        if room.phase == "open" and at < len(room.questions):
            out["question"] = question_view(room, at, now)
        if at > 0:
            last = room.questions[at - 1]
            out["last"] = {"prompt": last.prompt, "kind": last.kind, "options": [*last.options]}
            out["last"] |= {"solution": solution(last), "result": own_result(room, at - 1, player)}
    elif _asks(room):
        if room.is_revealed(at):
            out["result"] = own_result(room, at, player)
        elif (given := room.answers(*room.vote).get(player)) is not None:
            out["mine"] = {"answer": given.answer, "sure": given.sure}
    return out


def player_view(room: Room, player: int, now: int) -> JSON:
    """Everything a player's page needs, after joining, reloading or a phone that slept."""
    return {**shared_view(room, now), "you": own_view(room, player, now, ranks_of(room))}


def ranks_of(room: Room) -> dict[int, int]:
    """The places by player where the rules and the phase allow a player to see their own."""
    if room.rules.ranks == "none" or room.phase not in ("reveal", "board", "ended"):
        return {}
    return {player: rank for rank, player, _points in standings(room)}


def own_result(room: Room, at: int, player: int) -> JSON:
    """What became of a player's last answer to a revealed question; empty where there is none."""
    for round_ in range(room.last_round(at), 0, -1):
        marked = room.marks.get((at, round_), {}).get(player)
        if marked is not None:
            given = room.answers(at, round_)[player]
            words = [*in_words(room.questions[at], given.answer)]
            out = {"score": round(marked.score, 3), "earned": marked.points, "answer": words}
            return out if given.sure is None else {**out, "sure": given.sure}
    return {}


def board_view(room: Room) -> JSON:
    """The board, where the rules and the phase allow all to see it."""
    if room.rules.ranks != "board" or room.phase not in ("board", "ended"):
        return {}
    top = [row for row in standings(room) if row[0] <= PODIUM][:PODIUM]
    out: JSON = {
        "players": len(room.here),
        "board": [
            {"place": rank, "name": room.players[one].name, "points": points}
            for rank, one, points in top
        ],
    }
    if room.rules.teams:
        out["teams"] = [
            {"place": rank, "name": room.rules.teams[team], "points": points}
            for rank, team, points in team_standings(room)
        ]
    return out


def projector_view(room: Room, now: int) -> JSON:
    """What the whole class sees: question and count; the picture of the vote once it is closed."""
    out: JSON = {
        "phase": room.phase,
        "paused": bool(room.paused),
        "players": len(room.here),
        "locked": room.locked,
        "selfPaced": room.rules.self_paced,
    }
    if room.phase == "lobby":
        out["names"] = [one.name for one in room.here]
    elif room.rules.self_paced:
        at = len(room.questions) - 1
        out["finished"] = sum(room.place_of(one.id) > at for one in room.here)
        out["of"] = len(room.questions)
        if room.deadline:
            out["left"] = max(0, room.deadline - now)
    elif _asks(room):
        at = room.question
        out["question"] = question_view(room, at, now)
        out["count"] = len(room.answers(*room.vote))
        if room.phase != "open":
            out["votes"] = _votes(room, at, revealed=room.is_revealed(at))
        if room.is_revealed(at):
            out["solution"] = solution(room.questions[at])
    return out | board_view(room)


def _asks(room: Room) -> bool:
    return room.phase not in ("lobby", "ended", "board")


def _votes(room: Room, at: int, *, revealed: bool) -> list[JSON]:
    """The picture of every round of a question.

    Before the reveal it tells nothing of right and wrong, nor what was typed: among that
    is the solution.
    """
    typed = room.questions[at].key is None
    found = [tally(room, (at, round_)) for round_ in range(1, room.last_round(at) + 1)]
    out = [_bars(one, revealed=revealed, counted=revealed or not typed) for one in found]
    moved = shift_of(room, at)
    if revealed and moved and moved.gain is not None and out:
        out[-1]["gain"] = round(moved.gain, 3)
    return out


def _bars(found: Tally, *, revealed: bool, counted: bool) -> JSON:
    out: JSON = {"answers": found.answers}
    if counted:
        out["bars"] = [
            {"words": [*bar.words], "count": bar.count} | ({"right": bar.right} if revealed else {})
            for bar in found.bars
        ]
        out["others"] = found.others
    if revealed:
        out["right"] = found.right
    return out
