"""Words against words: the same in whatever script, order and punctuation, or nearly."""

import re
from collections import Counter
from functools import lru_cache

from studykit.facts.numerals import ARABIC, HAN, SCALE, number_value, plain
from studykit.grading.asked import Asked
from studykit.grading.tidy import tidy
from studykit.grading.turns import denials, turned
from studykit.grading.verdict import RIGHT, WRONG, Outcome

# One slip of the pen for so many characters.
CHARACTERS_A_SLIP = 4
# However long the phrase: more slips are another phrase.
MOST_SLIPS = 4
# So many characters of the prompt typed anew are an echo of it, fewer may deny the answer (不, 没有).
SHORTEST_ECHO = 4
# Behind the whole answer a little more is borne with, up to so many times its length.
MOST_EXTRA = 1.0

_JOINT = re.compile(r"[、,;/&+]|和|与|及|以及|(?<![a-z])(?:and|or)(?![a-z])")
_NOT_WORD = re.compile(r"(?<![0-9])\.|\.(?![0-9])|[^\w%.]+|_")
_PERCENT = re.compile(r"百分之([零〇一二两三四五六七八九十百0-9.]+)")
_NUMBER = re.compile(rf"{ARABIC}(?:{SCALE})?|第?{HAN}")
_DIGIT = re.compile("[零〇一二两三四五六七八九十]")
_FIGURE = re.compile("[0-9]+(?:[.][0-9]+)?")
_FILLERS = re.compile(r"[的了]|(?<![a-z])(?:the|a|an)(?![a-z])")
_LEADING = re.compile(
    r"^(?:就是|也是|应该是|应是|[是为即让以靠]|一(?:个|项|种|条|批|些|股|套|类|系列|支|座|名|位|家))(?=..)"
)
_TRAILING = re.compile(r"(?<=..)(?:[等吧啊呢]|之类|etc)$")
_EITHER = re.compile("还是|或")


def compare_phrases(expected: str, typed: str, asked: Asked) -> Outcome:
    """How typed words agree with those of the card.

    Near are a slip in a phrase of four or more characters, the answer with a
    little around it, and the larger part of it; never where a negation, an
    opposite or another number changes what is said.
    """
    one, other = _core(expected), _core(typed)
    if not one or not other:
        return ("wrong", "missing") if not tidy(typed) else _same_signs(expected, typed)
    if one == other:
        return RIGHT
    first, second = _chunks(expected), _chunks(typed)
    if len(first) > 1 and sorted(first) == sorted(second):
        return RIGHT
    if one.startswith(other) and f"“{one[len(other) :]}”" in asked.text:
        return RIGHT  # 智能、绿色 where the prompt asks for 哪三“化”
    if one in other and _around(one, other, asked):
        return RIGHT
    if turned(tidy(expected), tidy(typed)):
        return "wrong", "turned"
    return _nearly(one, other, first, second)


def _same_signs(expected: str, typed: str) -> Outcome:
    """Answers without a letter or digit (+, →) are compared sign by sign."""
    return RIGHT if tidy(expected) == tidy(typed) else WRONG


def _around(one: str, other: str, asked: Asked) -> bool:
    """Whether all that was typed around the answer only repeats the prompt."""
    before, _, after = other.partition(one)
    text = _core(asked.text)
    if before not in text or after not in text or _EITHER.search(before + after):
        return False
    return not denials(before + after) or len(before) >= SHORTEST_ECHO


def _nearly(one: str, other: str, first: list[str], second: list[str]) -> Outcome:
    numbers, others = (Counter(_FIGURE.findall(text)) for text in (one, other))
    if numbers == others and _slips(one, other):
        return "near", "spelling"
    if numbers == others and len(one) >= CHARACTERS_A_SLIP and sorted(one) == sorted(other):
        return "near", "order"  # 提升改造 for 改造提升
    if one in other and len(one) > 1 and len(other) - len(one) <= MOST_EXTRA * len(one):
        return ("near", "extra") if numbers <= others else WRONG
    if not others <= numbers:
        return WRONG
    if len(other) > 1 and 2 * len(other) > len(one) and _within(other, one):
        return "near", "missing"
    # 资本 for 劳动、资本 is half of what was asked.
    some = bool(second) and set(second) < set(first)
    return ("near", "missing") if some and 2 * len(second) >= len(first) else WRONG


def _slips(one: str, other: str) -> bool:
    most = min(len(one) // CHARACTERS_A_SLIP, MOST_SLIPS)
    return most > 0 and slips(one, other, most) <= most


def slips(one: str, other: str, most: int) -> int:
    """Characters added, lost, changed or swapped with their neighbour; `most` + 1 for more.

    Optimal string alignment within a band of `most` beside the diagonal
    (Ukkonen, Algorithms for approximate string matching, 1985).
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    far = most + 1
    before: dict[int, int] = {}
    last = {j: j for j in range(min(len(other), most) + 1)}
    for i, char in enumerate(one, 1):
        row: dict[int, int] = {}
        for j in range(max(0, i - most), min(len(other), i + most) + 1):
            if not j:
                row[j] = i
                continue
            cost = min(
                last.get(j, far) + 1,
                row.get(j - 1, far) + 1,
                last.get(j - 1, far) + (char != other[j - 1]),
            )
            if i > 1 and j > 1 and char == other[j - 2] and one[i - 2] == other[j - 1]:
                cost = min(cost, before.get(j - 2, far) + 1)
            row[j] = cost
        if min(row.values(), default=far) > most:
            return far
        before, last = last, row
    return min(last.get(len(other), far), far)


def _within(part: str, whole: str) -> bool:
    """Whether a text is another with some characters left out."""
    rest = iter(whole)
    return all(char in rest for char in part)


@lru_cache(maxsize=1 << 12)
def _core(text: str) -> str:
    """A text as it is compared: numbers in digits, no punctuation, fillers or lead-in."""
    text = _PERCENT.sub(lambda m: f"{m[1]}%", tidy(text))
    text = _NUMBER.sub(_in_digits, text)
    text = _NOT_WORD.sub("", _FILLERS.sub("", text))
    return _TRAILING.sub("", _LEADING.sub("", text))


def _in_digits(match: re.Match[str]) -> str:
    """A number in Arabic digits, but a lone 一, which is seldom one, in Chinese."""
    text = match.group()
    ordinal = "第" if text[0] == "第" else ""
    number = text.removeprefix("第")
    if number in ("1", "一"):
        return f"{ordinal}一"
    if not (number[0].isascii() or _DIGIT.search(number)):
        return text
    value = number_value(number)
    return text if value is None else ordinal + plain(value)


def _chunks(text: str) -> list[str]:
    """The parts of an answer that names several, each as it is compared."""
    return [core for chunk in _JOINT.split(tidy(text)) if (core := _core(chunk))]
