"""Rules 23, 25 and 26: every text of a card is whole, clean and short enough."""

import re
from collections.abc import Iterator

from studykit.cards.model import Card
from studykit.cards.rules.faces import Faces
from studykit.cards.rules.flaw import Flaw
from studykit.messages import _

LONGEST_PROMPT = 120
LONGEST_ANSWER = 60

_PAIRS = dict(zip("）)”》」』】〉〕]", "（(“《「『【〈〔[", strict=True))
_BRACKETS = re.compile(r"[（(“《「『【〈〔\[）)”》」』】〉〕\]]")
_RAGGED = re.compile(
    r"^[，、；：。！？）)”》」』】…]|[，、；：（(“《「『【]$"  # a stray mark at an end
    r"|[，、；：][，、；：。！？]|。[。，、；：]"  # two marks where one belongs
    r"|^\s|\s$|[\n\r\t\v\f\u0085\u2028\u2029]"
)
# A Chinese character between two letters is a letter that was read wrongly (G党P); then
# what no clean text holds: control and private-use characters, the mark of a broken encoding.
_CORRUPT = re.compile(
    r"[A-Za-z][\u4e00-\u9fff][A-Za-z]|[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ue000-\uf8ff\ufffd]"
)


def balanced(text: str) -> bool:
    """Whether brackets and quotation marks are paired and nested."""
    stack: list[str] = []
    for mark in _BRACKETS.findall(text):
        if mark not in _PAIRS:
            stack.append(mark)
        elif not stack or stack.pop() != _PAIRS[mark]:
            return False
    return not stack


def corrupt(card: Card, _faces: Faces) -> Iterator[Flaw]:
    """Rule 23."""
    for text in (card.prompt + "".join(card.answers), *card.options):
        match = _CORRUPT.search(text)
        if match:
            shown = match[0] if match[0].isprintable() else ascii(match[0])
            yield Flaw(23, _("a corrupt token"), shown)
            return


def whole(card: Card, _faces: Faces) -> Iterator[Flaw]:
    """Rule 25."""
    texts = (card.prompt, *card.answers, *card.options, *card.accept)
    for text in texts:
        if not text:
            yield Flaw(25, _("an empty text"))
        elif _RAGGED.search(text):
            yield Flaw(25, _("a stray mark or line break"), text)
        elif not balanced(text):
            yield Flaw(25, _("a bracket or quotation mark without its other half"), text)
    for text in (card.explanation, card.derived):
        if text and ("\n" in text or not balanced(text)):
            yield Flaw(25, _("a bracket or quotation mark without its other half"), text)


def short(card: Card, _faces: Faces) -> Iterator[Flaw]:
    """Rule 26."""
    if len(card.prompt) > LONGEST_PROMPT:
        yield Flaw(26, _("the prompt is longer than 120 characters"))
    if any(len(text) > LONGEST_ANSWER for text in (*card.answers, *card.options)):
        yield Flaw(26, _("an answer is longer than 60 characters"))
