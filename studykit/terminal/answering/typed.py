"""What the learner typed beside the right answer, the differences marked."""

from typing import TYPE_CHECKING

from studykit.messages import N_, _
from studykit.terminal.card import RIGHT, WRONG
from studykit.terminal.stretches import Stretch, Stretches
from studykit.terminal.text import one_line, plain
from studykit.terminal.wrap import Block

if TYPE_CHECKING:
    from rich.console import RenderableType

    from studykit.grading.verdict import Grade, Part

SIGNS: "dict[Grade, str]" = {"right": "✓", "near": "≈", "wrong": "✗"}
STYLES: "dict[Grade, str]" = {"right": RIGHT, "near": "bold yellow", "wrong": WRONG}
_REASONS = {
    "bound": N_("at least or at most?"),
    "extra": N_("more than was asked"),
    "missing": N_("not all of it"),
    "order": N_("out of order"),
    "precision": N_("rounded"),
    "script": N_("in the other script"),
    "spelling": N_("spelt otherwise"),
    "turned": N_("says the opposite"),
    "unit": N_("the unit"),
}
# Less than this in common, and marking what differs would mark almost everything.
LEAST_IN_COMMON = 0.3
_ANSWER = "  → "


def reason_words(part: "Part") -> str:
    """Why a part is not quite right; empty where there is nothing to say."""
    return _(_REASONS[part.reason]) if part.reason else ""


def compared(part: "Part") -> "list[RenderableType]":
    """A single answer: what was typed, and below it the right one where that differs."""
    typed = one_line(part.typed)
    right = one_line(part.expected)
    sign, style = f"  {SIGNS[part.grade]} ", STYLES[part.grade]
    if not typed:
        return [Block(plain(right, RIGHT))]
    if typed == right:
        return [Block(plain(typed, style), len(sign), sign)]
    why = f"  ({reason_words(part)})" if part.reason else ""
    mine, theirs = _whole(typed, right) if part.grade == "right" else differences(typed, right)
    return [
        Stretches(sign, mine, style, f"{style} underline reverse", why),
        Stretches(_ANSWER, theirs, RIGHT, f"{RIGHT} underline reverse"),
    ]


def _whole(typed: str, right: str) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
    return ((typed, False),), ((right, False),)


def differences(typed: str, right: str) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
    """Both texts cut into stretches; what the other text lacks stands out."""
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, typed.casefold(), right.casefold(), autojunk=False)
    # Case folding may change the length of rare characters: then the texts are shown whole.
    aligned = len(typed.casefold()) == len(typed) and len(right.casefold()) == len(right)
    if not aligned or matcher.ratio() < LEAST_IN_COMMON:
        return _whole(typed, right)
    mine: list[Stretch] = []
    theirs: list[Stretch] = []
    for kind, a, b, c, d in matcher.get_opcodes():
        if b > a:
            mine.append((typed[a:b], kind != "equal"))
        if d > c:
            theirs.append((right[c:d], kind != "equal"))
    return tuple(mine), tuple(theirs)
