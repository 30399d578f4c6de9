"""What a key means for the question: the event it makes where the review stands."""

from studykit.group.events import Buzzed, GroupEvent, Judged, Revealed
from studykit.group.game import Game
from studykit.group.model import Verdict
from studykit.terminal.answering.turn import GO_ON, Turn
from studykit.terminal.card import is_right, picked_by
from studykit.terminal.group.team_keys import team_of, verdict_keys

VERDICT_KEYS: dict[str, Verdict] = {"r": "right", "n": "near", "w": "wrong"}
# What a team's key makes of its verdict, once the answer is shown.
_NEXT: dict[Verdict | None, Verdict | None] = {
    None: "right",
    "right": "near",
    "near": "wrong",
    "wrong": None,
}


def move(
    game: Game, key: str, keys: tuple[str, ...], cursor: int | None = None
) -> GroupEvent | None:
    """The event that a key makes; None where it makes none.

    `keys` has the key of each team; the keys of verdicts are about the team at `cursor`
    once the answer is shown.
    """
    match game.phase:
        case "writing":
            return Revealed() if key in GO_ON else None
        case "open":
            return _opened(game, key, keys)
        case "answering":
            return _answered(game, key)
        case "shown":
            return _judged_anew(game, key, cursor)
    return None


def said(game: Game, turn: Turn) -> GroupEvent | None:
    """The event that a typed answer makes, once it is judged."""
    if turn.stage != "shown" or turn.verdict is None or game.floor is None:
        return None
    return Judged(game.floor, turn.verdict.grade, tuple(one for one in turn.typed if one))


def _opened(game: Game, key: str, keys: tuple[str, ...]) -> GroupEvent | None:
    team = team_of(key, keys)
    if key in GO_ON:
        return Revealed()
    if team is not None and team in game.free:
        return Buzzed(team)
    if key in VERDICT_KEYS and game.attempts:
        return Judged(game.attempts[-1].team, VERDICT_KEYS[key])
    return None


def _answered(game: Game, key: str) -> GroupEvent | None:
    team = game.floor
    assert team is not None
    picked = picked_by(game.card, key)
    if picked is not None:
        words = str(picked).lower() if isinstance(picked, bool) else picked
        return Judged(team, "right" if is_right(game.card, picked) else "wrong", (words,))
    if key in VERDICT_KEYS:
        return Judged(team, VERDICT_KEYS[key])
    return Revealed() if key in GO_ON else None


def _judged_anew(game: Game, key: str, cursor: int | None) -> GroupEvent | None:
    if key in VERDICT_KEYS:
        return Judged(cursor, VERDICT_KEYS[key]) if cursor is not None else None
    team = team_of(key, verdict_keys(len(game.setup.teams)))
    if team is None:
        return None
    old = game.current.of(team)
    return Judged(team, _NEXT[old.verdict if old else None])
