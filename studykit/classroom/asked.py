"""A question as a room asks it: what players see of a card, and what they may answer.

What stands in `shown` is all that leaves the host before the reveal.
"""

from dataclasses import dataclass
from random import Random
from typing import Any, Literal

from studykit.cards.model import BLANK, Card
from studykit.classroom.model import Answer
from studykit.questions.model import Question

Kind = Literal["choice", "truefalse", "text", "blanks", "items", "order"]

LONGEST_TEXT = 200
"""Characters of a typed answer, or of one blank or item."""
MOST_ITEMS = 20


@dataclass(frozen=True, slots=True)
class Asked:
    """A question; `options` are a choice's, or the items to be put in order, as shown."""

    card: Card
    kind: Kind
    options: tuple[str, ...] = ()

    @property
    def prompt(self) -> str:
        """What is asked."""
        return self.card.prompt

    @property
    def blanks(self) -> int:
        """How many texts are to be filled in; 0 where that is not the kind."""
        return len(self.card.answers) if self.kind == "blanks" else 0

    @property
    def key(self) -> Answer | None:
        """The right answer where an answer is places or a truth; None where it is typed."""
        match self.kind:
            case "choice":
                return self.options.index(self.card.answers[0])
            case "truefalse":
                return bool(self.card.answer)
            case "order":
                return _places(self.card.answers, self.options)
        return None


def asked(question: Question, rng: Random) -> Asked:
    """The question as it is asked; an ordered list has its items shuffled, never as they belong."""
    card = question.card
    match card.type:
        case "choice":
            return Asked(card, "choice", card.options)
        case "truefalse":
            return Asked(card, "truefalse")
        case "cloze":
            return Asked(card, "blanks" if card.prompt.count(BLANK) else "text")
        case "list" if card.ordered and len(set(card.answers)) > 1:
            return Asked(card, "order", _shuffled(card.answers, rng))
        case "list":
            return Asked(card, "items")
    return Asked(card, "text")


def shown(one: Asked) -> dict[str, Any]:
    """What players see of the question before the reveal, as JSON."""
    out: dict[str, Any] = {"kind": one.kind, "prompt": one.prompt}
    if one.options:
        out["options"] = list(one.options)
    if one.blanks:
        out["blanks"] = one.blanks
    return out


def read_answer(one: Asked, raw: object) -> Answer | None:
    """The answer in what a client sent; None where it is no answer to this question."""
    match one.kind:
        case "choice":
            return raw if _is_place(raw, one.options) else None  # type: ignore[return-value]
        case "truefalse":
            return raw if isinstance(raw, bool) else None
        case "text":
            return _text(raw) or None
        case "order":
            return _order(raw, len(one.options))
    most = one.blanks or MOST_ITEMS
    if not isinstance(raw, list) or not 1 <= len(raw) <= most:
        return None
    texts = tuple(_text(item) for item in raw)
    if None in texts or not any(texts) or (one.blanks and len(texts) != one.blanks):
        return None
    return tuple(text for text in texts if text is not None and (text or one.blanks))


def in_words(one: Asked, answer: Answer) -> tuple[str, ...]:
    """An answer as texts: the options chosen, what was typed; `true` or `false` for a truth."""
    if isinstance(answer, bool):
        return ("true" if answer else "false",)
    if isinstance(answer, int):
        return (one.options[answer],)
    if isinstance(answer, str):
        return (answer,)
    return tuple(one.options[part] if isinstance(part, int) else part for part in answer)


def _shuffled(items: tuple[str, ...], rng: Random) -> tuple[str, ...]:
    mixed = list(items)
    while tuple(mixed) == items:
        rng.shuffle(mixed)
    return tuple(mixed)


def _places(items: tuple[str, ...], shown: tuple[str, ...]) -> tuple[int, ...]:
    """Where each item stands among those shown; items that are alike in the order shown."""
    left = list(range(len(shown)))
    places = []
    for item in items:
        place = next(at for at in left if shown[at] == item)
        left.remove(place)
        places.append(place)
    return tuple(places)


def _is_place(raw: object, options: tuple[str, ...]) -> bool:
    return type(raw) is int and 0 <= raw < len(options)


def _order(raw: object, count: int) -> tuple[int, ...] | None:
    if not isinstance(raw, list) or len(raw) != count:
        return None
    if any(type(place) is not int for place in raw) or sorted(raw) != list(range(count)):
        return None
    return tuple(raw)


def _text(raw: object) -> str | None:
    """One line without what is unseen; None where it is no text, or too long."""
    if not isinstance(raw, str) or len(raw) > LONGEST_TEXT:
        return None
    return " ".join("".join(c if c.isprintable() else " " for c in raw).split())
