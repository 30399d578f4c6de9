"""Dates and years, and how a typed one agrees with that of a card."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from studykit.facts.numerals import DIGITS, han_value
from studykit.grading.asked import Asked
from studykit.grading.english import chinese_figures
from studykit.grading.tidy import tidy
from studykit.grading.verdict import RIGHT, WRONG, Outcome

_YEAR = r"(?P<year>(?:1[5-9]|20|21)[0-9]{2})"
_PART = (
    r"(?P<part>年?[底末]|年?初|年?中|上半年|下半年|第?[一二三四1-4]季度|[上中下]旬|[月]?[底末初])?"
)
_WORDS = re.compile(
    rf"(?:公元)?(?:{_YEAR}(?:年?[-—–~～至到/](?P<last>[0-9]{{2,4}}))?(?:财政|课税|财)?(?:年(?:度|份)?)?)?"
    rf"(?:(?P<month>[01]?[0-9])月份?)?(?:(?P<day>[0-3]?[0-9])[日号])?{_PART}(?:前|之前|起|以来)?"
)
_SIGNS = re.compile(
    rf"{_YEAR}[-/.](?P<month>[01]?[0-9])(?:[-/.](?P<day>[0-3]?[0-9]))?(?P<last>)(?P<part>)"
)
_SHORT = re.compile(r"(?P<month>[01]?[0-9])[-/.](?P<day>[0-3]?[0-9])")
_SHORT_YEAR = re.compile(r"(?P<year>[0-9]{2})年?(?:度|份)?")
_HAN_YEAR = re.compile("[零〇一二三四五六七八九]{4}(?=年|$)")
_HAN_COUNT = re.compile("[一二三四五六七八九十]{1,3}(?=[月日号])")
_DROPPED = re.compile(r"^(?:在|于|从|自|到|至|截至|是|大?约)+|[\s\"“”‘’]+|[。.,;!?]+$|[的吧]$")
_ASKS_YEAR = re.compile(r"哪一?年|何年|哪个年|几几年|year|when|什么时候|何时")
_PARTS = (
    (re.compile("[底末]"), "end"),
    (re.compile("初"), "start"),
    (re.compile("中$"), "middle"),
)


@dataclass(frozen=True, slots=True)
class Date:
    """A date as far as it is said; 0 and "" for what is not. `last` ends a span of years."""

    year: int = 0
    last: int = 0
    month: int = 0
    day: int = 0
    part: str = ""

    def said(self) -> tuple[int | str, ...]:
        """Year to part, the coarse before the fine."""
        return (self.year, self.last, self.month, self.day, self.part)


@lru_cache(maxsize=1 << 12)
def read_date(text: str) -> Date | None:
    """The date that a text is, or None; a bare four-digit number is none."""
    text = _clean(text)
    match = _WORDS.fullmatch(text) or _SIGNS.fullmatch(text)
    if match is None or re.fullmatch("[0-9]{4}", text):
        return None
    date = _date(match)
    # 3日 alone is as well a number of days.
    return date if date and (date.year or date.month) else None


def read_year(text: str, asked: Asked) -> Date | None:
    """The date that an answer is where the prompt asks for a year: there 2025 is one."""
    match = _WORDS.fullmatch(_clean(text)) if _ASKS_YEAR.search(asked.text) else None
    return _date(match) if match else None


def compare_dates(expected: Date, typed: str, asked: Asked) -> Outcome:
    """How a typed answer agrees with a date; 12.19, 12/19 and 25年 count as dates here.

    The year may be left out where the prompt says it.
    """
    given = read_date(typed) or _loose(_clean(typed), expected)
    if given is None:
        return WRONG
    if not given.year and asked.has(str(expected.year)):
        given = replace(given, year=expected.year)
    pairs = list(zip(expected.said(), given.said(), strict=True))
    if any(one and other and one != other for one, other in pairs):
        return WRONG
    if not any(one and one == other for one, other in pairs):
        return WRONG
    lost = sum(bool(one) and not other for one, other in pairs)
    if not lost:
        return ("near", "extra") if given != expected else RIGHT
    # A day asked for is not answered by its year alone.
    return ("near", "precision") if lost == 1 else WRONG


def _clean(text: str) -> str:
    text = _DROPPED.sub("", chinese_figures(tidy(text))).replace(" ", "")
    text = _HAN_YEAR.sub(lambda m: "".join(str(DIGITS[char]) for char in m.group()), text)
    return _HAN_COUNT.sub(lambda m: str(han_value(m.group())), text)


def _date(match: re.Match[str]) -> Date | None:
    year, month, day = (int(match[key] or 0) for key in ("year", "month", "day"))
    last = match["last"] or ""
    part = match["part"] or ""
    for pattern, name in _PARTS:
        if pattern.search(part):
            part = name
    part = part.replace("第", "").translate(str.maketrans("1234", "一二三四"))
    end = int(str(year)[: 4 - len(last)] + last) if last else 0
    if month > 12 or day > 31 or not (year or month or day):
        return None
    return Date(year, end, month, day, part)


def _loose(text: str, expected: Date) -> Date | None:
    """What is a date only where one is expected."""
    if match := re.fullmatch(rf"{_YEAR}(?P<last>)(?P<month>)(?P<day>)(?P<part>)", text):
        return _date(match)
    if expected.day and (match := _SHORT.fullmatch(text)):
        return Date(month=int(match["month"]), day=int(match["day"]))
    if expected.year and (match := _SHORT_YEAR.fullmatch(text)):
        return Date(year=expected.year // 100 * 100 + int(match["year"]))
    if match := re.fullmatch("(?:年)?([底末初])", text):
        return Date(part="start" if match[1] == "初" else "end")
    return None
