"""The numbers that Word writes before paragraphs and that are not in their text.

Chinese documents number their headings this way (一、 （一） 1.), and only the
number shows that a line is one.
"""

import re
from dataclasses import dataclass, field

_DIGITS = "零一二三四五六七八九"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_CHINESE = {
    "chineseCounting",
    "chineseCountingThousand",
    "chineseLegalSimplified",
    "ideographDigital",
    "japaneseCounting",
    "japaneseDigitalTenThousand",
    "taiwaneseCounting",
    "taiwaneseCountingThousand",
    "taiwaneseDigital",
}
_PLACE = re.compile(r"%([1-9])")
_DEEPEST = 8


@dataclass(slots=True)
class _Level:
    format: str = "decimal"
    text: str = ""
    start: int = 1
    legal: bool = False


@dataclass(slots=True)
class _List:
    levels: dict[int, _Level] = field(default_factory=dict)


class Numbering:
    """numbering.xml, and the count of each list while the document is read."""

    def __init__(self) -> None:
        self._abstract: dict[str, _List] = {}
        self._lists: dict[str, str] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._open = ""
        self._number = ""
        self._level = _Level()

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element of numbering.xml begins."""
        value = attributes.get("val", "")
        match tag:
            case "abstractNum":
                self._open = attributes.get("abstractNumId", "")
                self._abstract[self._open] = _List()
            case "num":
                self._number, self._open = attributes.get("numId", ""), ""
            case "abstractNumId":
                self._lists[self._number] = value
            case "lvl":
                self._level = _Level()
                depth = attributes.get("ilvl", "")
                if self._open in self._abstract and depth.isdecimal():
                    self._abstract[self._open].levels[int(depth)] = self._level
            case "numFmt":
                self._level.format = value
            case "lvlText":
                self._level.text = value
            case "start" if value.isdecimal() and len(value) < 6:
                self._level.start = int(value)
            case "isLgl":
                self._level.legal = True

    def end(self, tag: str) -> None:
        """An element of numbering.xml ends."""

    def data(self, text: str) -> None:
        """Text between elements; there is none."""

    def label(self, number: str, depth: int) -> str:
        """What stands before the next paragraph of a list: "一、", "1. ", "- "; often nothing."""
        key = self._lists.get(number, "")
        levels = self._abstract[key].levels if key in self._abstract else {}
        level = levels.get(depth)
        if level is None or depth > _DEEPEST:
            return ""
        if level.format == "bullet":
            return "- "
        counts = self._counts.setdefault(key, [None] * (_DEEPEST + 1))
        count = counts[depth]
        counts[depth] = level.start if count is None else count + 1
        counts[depth + 1 :] = [None] * (_DEEPEST - depth)
        if level.format == "none":
            return ""

        def written(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            of = levels.get(place, _Level())
            count = counts[place]
            if count is None:
                count = counts[place] = of.start
            return number_text(count, "decimal" if level.legal else of.format)

        label = _PLACE.sub(written, level.text)
        return label if not label or label[-1] in "、）)．， \t" else label + " "


def number_text(count: int, form: str) -> str:
    """A count in one of Word's number formats; decimal where the format is another."""
    if form in _CHINESE and 0 <= count < 1000:
        return chinese_number(count)
    if form == "decimalEnclosedCircle" and 1 <= count <= 20:
        return chr(ord("①") + count - 1)
    if form == "decimalFullWidth":
        return "".join(chr(ord(digit) + 0xFEE0) for digit in str(count))
    if form == "ideographTraditional" and 1 <= count <= 10:
        return _STEMS[count - 1]
    if form == "ideographZodiac" and 1 <= count <= 12:
        return _BRANCHES[count - 1]
    if form in ("upperLetter", "lowerLetter") and 1 <= count <= 26:
        return chr(ord("A" if form == "upperLetter" else "a") + count - 1)
    if form in ("upperRoman", "lowerRoman") and 1 <= count < 40:
        roman = (
            "X" * (count // 10)
            + ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"][count % 10]
        )
        return roman if form == "upperRoman" else roman.lower()
    return str(count)


def chinese_number(count: int) -> str:
    """0 to 999 in Chinese, as headings are numbered: 十, 十二, 二十, 一百零三."""
    hundreds, rest = divmod(count, 100)
    tens, ones = divmod(rest, 10)
    out = _DIGITS[hundreds] + "百" if hundreds else ""
    if tens:
        out += ("" if tens == 1 and not hundreds else _DIGITS[tens]) + "十"
    elif hundreds and ones:
        out += "零"
    return out + (_DIGITS[ones] if ones or not count else "")
