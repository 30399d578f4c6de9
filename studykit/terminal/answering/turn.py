"""One card on its way from question to rating, as a value that keys change.

asking: the question is shown. typing: an answer is being typed. ticking: the
items of a list are shown, to be ticked off. shown: the answer is there, and
the card waits for its rating.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from studykit.cards.model import Card
from studykit.scheduling.model import Rating
from studykit.terminal.card import Picked, is_right, picked_by
from studykit.terminal.keys import Press
from studykit.terminal.line import EMPTY, Line

if TYPE_CHECKING:
    from studykit.grading.verdict import Verdict

Stage = Literal["asking", "typing", "ticking", "shown"]
Judge = Callable[[Card, Sequence[str]], "Verdict"]

GO_ON = ("space", "enter")
_TYPED_TYPES = ("qa", "numeric", "cloze", "list")


@dataclass(frozen=True, slots=True)
class Turn:
    """What the learner has done with the card so far.

    `typed` has the blanks or items that are finished, `line` the one being
    typed. `verdict` is of what was typed, or of the `ticks` once a key has
    touched them; `at` is the item that the space bar would tick.
    """

    card: Card
    stage: Stage = "asking"
    picked: Picked = None
    typed: tuple[str, ...] = ()
    line: Line = EMPTY
    verdict: "Verdict | None" = None
    ticks: frozenset[int] = frozenset()
    at: int = 0


def can_type(card: Card) -> bool:
    """Whether the answer of a card is words; choices are made by a single key."""
    return card.type in _TYPED_TYPES


def begun(card: Card, *, typed: bool) -> Turn:
    """A card with nothing done to it yet; `typed` where the learner likes to type."""
    return Turn(card, "typing" if typed and can_type(card) else "asking")


def pressed(turn: Turn, press: Press, judge: Judge) -> Turn:
    """The turn after a key; the same where the key does nothing here."""
    match turn.stage:
        case "asking":
            return _asked(turn, press.name)
        case "typing":
            return _typing(turn, press, judge)
        case "ticking":
            return _ticking(turn, press.name)
    if press.name == "t" and turn.card.type == "list" and not turn.typed:
        return replace(turn, stage="ticking", at=0)
    return turn


def proposed(turn: Turn) -> Rating:
    """The rating that the space bar gives: by what was chosen, typed or ticked; else good."""
    if turn.picked is not None:
        return "good" if is_right(turn.card, turn.picked) else "again"
    if turn.verdict is not None:
        from studykit.grading.verdict import propose

        return propose(turn.verdict)
    return "good"


def _asked(turn: Turn, key: str) -> Turn:
    picked = picked_by(turn.card, key)
    if picked is not None:
        return replace(turn, stage="shown", picked=picked)
    if key == "i" and can_type(turn.card):
        return replace(turn, stage="typing")
    if key in GO_ON:
        return replace(turn, stage="ticking" if turn.card.type == "list" else "shown")
    return turn


def _typing(turn: Turn, press: Press, judge: Judge) -> Turn:
    if press.name == "escape":
        return Turn(turn.card)
    if press.name == "enter":
        return _entered(turn, judge)
    back = press.name == "up" or (press.name == "backspace" and not turn.line.text)
    if back and turn.typed:
        return _judged(replace(turn, typed=turn.typed[:-1], line=Line.of(turn.typed[-1])), judge)
    return replace(turn, line=turn.line.press(press))


def _entered(turn: Turn, judge: Judge) -> Turn:
    """The turn after one line: the next blank or item, or the answer."""
    text = turn.line.text.strip()
    if turn.card.type == "list":
        if not text:
            return _finished(turn, judge)
        from studykit.grading.items import split_items

        after = replace(turn, typed=(*turn.typed, *(split_items(text) or (text,))), line=EMPTY)
        after = _judged(after, judge)
        complete = after.verdict is not None and after.verdict.grade == "right"
        return _finished(after, judge) if complete else after
    after = replace(turn, typed=(*turn.typed, text), line=EMPTY)
    whole = len(after.typed) == len(turn.card.answers) or turn.card.type != "cloze"
    return _finished(after, judge) if whole else after


def _judged(turn: Turn, judge: Judge) -> Turn:
    """The items of a list are ticked off as they are typed."""
    if turn.card.type != "list":
        return turn
    return replace(turn, verdict=judge(turn.card, turn.typed) if turn.typed else None)


def _finished(turn: Turn, judge: Judge) -> Turn:
    typed = turn.typed or ("",)
    return replace(turn, stage="shown", typed=typed, verdict=judge(turn.card, typed))


def _ticking(turn: Turn, key: str) -> Turn:
    count = len(turn.card.answers)
    if key == "enter":
        return replace(turn, stage="shown")
    if key == "up":
        return replace(turn, at=max(0, turn.at - 1))
    if key == "down":
        return replace(turn, at=min(count - 1, turn.at + 1))
    if key == "a":
        every = frozenset(range(count))
        return _ticked(turn, frozenset() if turn.ticks == every else every)
    if key == "space":
        after = _ticked(turn, turn.ticks | {turn.at})
        last = turn.at == count - 1
        return replace(after, stage="shown") if last else replace(after, at=turn.at + 1)
    number = int(key) - 1 if key.isascii() and key.isdigit() else -1
    if 0 <= number < count:
        return _ticked(replace(turn, at=number), turn.ticks ^ {number})
    return turn


def _ticked(turn: Turn, ticks: frozenset[int]) -> Turn:
    from studykit.grading.verdict import Part, sum_up

    parts = [
        Part("", item, "right" if at in ticks else "wrong")
        for at, item in enumerate(turn.card.answers)
    ]
    return replace(turn, ticks=ticks, verdict=sum_up(tuple(parts)))
