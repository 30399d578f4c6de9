"""An answer being given before anyone judges it, as a value that keys change.

Choices are made by letter (true and false by t and f), or by arrows and Enter; all
else is typed: a text, one for each blank, or items until an empty line.
"""

from dataclasses import dataclass, replace

from studykit.cards.model import Card
from studykit.terminal.answering.turn import can_type
from studykit.terminal.card import Picked, picked_by
from studykit.terminal.keys import Press
from studykit.terminal.line import EMPTY, Line

NOT_KNOWN = "-"
"""The key for a choice that the learner cannot make."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What was done about a card so far.

    `typed` has the blanks or items that are finished, or the choice; `line` the text
    being typed. `at` is the option that the arrows point at, -1 for none. `finished`
    once the answer is given.
    """

    card: Card
    typed: tuple[str, ...] = ()
    line: Line = EMPTY
    at: int = -1
    finished: bool = False

    @property
    def typing(self) -> bool:
        """Whether keys are text."""
        return can_type(self.card)

    @property
    def answer(self) -> tuple[str, ...]:
        """The answer as it stands, the line being typed with it; nothing where nothing was said."""
        text = self.line.text.strip()
        if not self.typing or self.finished:
            return self.typed
        answer = (*self.typed, *_items(self.card, text))
        return answer if any(answer) else ()

    def press(self, press: Press) -> "Draft":
        """The draft after a key; itself where the key does nothing here, or it is finished."""
        if self.finished:
            return self
        return self._typed(press) if self.typing else self._chosen(press.name)

    def _chosen(self, key: str) -> "Draft":
        choices = choices_of(self.card)
        if key == NOT_KNOWN:
            return replace(self, at=-1, finished=True)
        if key in ("up", "down"):
            step = 1 if key == "down" else -1
            start = -1 if key == "down" else 0
            return replace(self, at=((self.at if self.at >= 0 else start) + step) % len(choices))
        picked = picked_by(self.card, key)
        if key == "enter" and self.at >= 0:
            picked = choices[self.at]
        if picked is None:
            return self
        return replace(self, typed=(words_of(picked),), at=choices.index(picked), finished=True)

    def _typed(self, press: Press) -> "Draft":
        if press.name == "enter":
            return self._entered()
        back = press.name == "up" or (press.name == "backspace" and not self.line.text)
        if back and self.typed:
            return replace(self, typed=self.typed[:-1], line=Line.of(self.typed[-1]))
        return replace(self, line=self.line.press(press))

    def _entered(self) -> "Draft":
        text = self.line.text.strip()
        typed = (*self.typed, *_items(self.card, text))
        after = replace(self, typed=typed, line=EMPTY)
        match self.card.type:
            case "list":
                finished = not text
            case "cloze":
                finished = len(typed) >= len(self.card.answers)
            case _:
                finished = True
        if not finished:
            return after
        return replace(after, typed=typed if any(typed) else (), finished=True)


def choices_of(card: Card) -> tuple[str | bool, ...]:
    """What can be chosen: the options, or true and false; nothing where the answer is typed."""
    return (True, False) if card.type == "truefalse" else card.options


def words_of(picked: str | bool) -> str:
    """A choice as a text to keep: the option, "true" or "false"."""
    return str(picked).lower() if isinstance(picked, bool) else picked


def picked_of(card: Card, typed: tuple[str, ...]) -> Picked:
    """The choice that a kept text stands for; None for none, and where the answer is typed."""
    return next((one for one in choices_of(card) if typed == (words_of(one),)), None)


def _items(card: Card, text: str) -> tuple[str, ...]:
    """What one line adds to the answer: an item, or several at once; a blank may be left empty."""
    if card.type != "list":
        return (text,)
    if not text:
        return ()
    from studykit.grading.items import split_items

    return split_items(text) or (text,)
