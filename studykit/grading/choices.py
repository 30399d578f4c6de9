"""Answers picked from what is offered: a letter or an option, true or false."""

import re
from collections.abc import Sequence

from studykit.grading.tidy import tidy

_LETTER = re.compile(
    r"(?:选|选择|答案是?|option |answer )?\(?([a-h])\)?(?:$|项$|[.、,:)]? ?(?P<rest>.*))"
)
_TRUE = frozenset(
    "t true y yes right correct 对 对的 正确 是 是的 真 真的 √ ✓ ✔ ○ 没错 不错 成立 符合".split()
)
_FALSE = frozenset(
    "f false n no not wrong incorrect 错 错的 错误 否 假 假的 × ✗ ✘ x 不 不对 不是 不正确 有误 不符 不成立 不符合".split()
)
_ENDS = re.compile(r"^[\s\"“”]+|[\s\"“”。.,!?了]+$")


def truth_word(typed: str) -> bool | None:
    """What a typed word says of a statement; None for any other word."""
    word = _ENDS.sub("", tidy(typed))
    return True if word in _TRUE else False if word in _FALSE else None


def lettered(typed: str, options: Sequence[str]) -> str | None:
    """The option that a typed letter (b, B., 选B, “B、as printed”) stands for, or None."""
    match = _LETTER.match(tidy(typed))
    if match is None:
        return None
    at = ord(match[1]) - ord("a")
    if at >= len(options):
        return None
    return options[at] if not match["rest"] or match["rest"] == tidy(options[at]) else None
