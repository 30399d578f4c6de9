"""What leaves the host: JSON for phones and for the projector, and nothing before its time.

Solutions are only in `solution`, and that is only called for questions that
`Room.is_revealed` says may be shown.
"""

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


def player_view(room: Room, player: int, now: int) -> JSON:
    """Everything a player's page needs, after joining, reloading or a phone that slept."""
    me = room.players[player]
    out: JSON = {
        "phase": room.phase,
        "name": me.name,
        "paused": bool(room.paused),
        "confidence": room.rules.confidence,
        "selfPaced": room.rules.self_paced,
    }
    if me.team >= 0:
        out["team"] = room.rules.teams[me.team]
    at = room.place_of(player)
    if room.rules.self_paced:
        if room.phase != "lobby":
            out["done"] = at
            out["of"] = len(room.questions)
        last = at - 1
        if last >= 0:
            out["result"] = result_view(room, last, player)
    elif room.is_revealed(at, player) and room.phase in ("reveal", "board", "ended"):
        out["question"] = question_view(room, at, now)
        out["result"] = result_view(room, at, player)
    if "question" not in out and 0 <= at < len(room.questions) and _asks(room):
        out["question"] = question_view(room, at, now)
        out["mine"] = mine(room, at, player)
    out |= board_view(room, player)
    return out


def mine(room: Room, at: int, player: int) -> Any:
    """What a player answered in the open vote, as they sent it; None where nothing."""
    given = room.answers(at, room.round).get(player)
    return None if given is None else {"answer": given.answer, "sure": given.sure}


def result_view(room: Room, at: int, player: int) -> JSON:
    """A player's own result on a revealed question, with its solution."""
    return {**own_result(room, at, player), **shared_result(room, at)}


def own_result(room: Room, at: int, player: int) -> JSON:
    """The part of a result that differs from player to player."""
    out: JSON = {"points": room.points.get(player, 0)}
    for round_ in range(room.last_round(at), 0, -1):
        marked = room.marks.get((at, round_), {}).get(player)
        if marked is not None:
            given = room.answers(at, round_)[player]
            words = [*in_words(room.questions[at], given.answer)]
            out |= {"score": round(marked.score, 3), "earned": marked.points, "answered": words}
            if given.sure is not None:
                out["sure"] = given.sure
            break
    return out


def shared_result(room: Room, at: int) -> JSON:
    """The part of a result that is the same for all: number, prompt and solution."""
    one = room.questions[at]
    return {"n": at + 1, "kind": one.kind, "prompt": one.prompt, **solution(one)}


def board_view(room: Room, player: int = -1) -> JSON:
    """The board as the rules allow it: for a player, or (-1) for the projector."""
    ranks, phase = room.rules.ranks, room.phase
    if ranks == "none" or phase not in ("reveal", "board", "ended"):
        return {}
    rows = standings(room)
    out: JSON = {}
    own = next(((rank, points) for rank, one, points in rows if one == player), None)
    if own:
        out["rank"] = {"place": own[0], "of": len(rows)}
    if ranks == "board" and phase in ("board", "ended"):
        top = [row for row in rows if row[0] <= PODIUM][:PODIUM]
        out["board"] = [
            {"place": rank, "name": room.players[one].name, "points": points}
            for rank, one, points in top
        ]
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
