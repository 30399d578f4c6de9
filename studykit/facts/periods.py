"""Periods: the words that say when, and the period that a paragraph inherits."""

import re

from studykit.article.model import Article, Sentence

_YEAR = r"(?:\d{4}|[一二〇零][〇零一二三四五六七八九]{3})"
_YEARS = rf"{_YEAR}(?:(?:年)?[-—–至到/ ]{{1,2}}\d{{2,4}})?(?:财政|课税|会计|财|学)?年(?:度)?"
_PART = (
    r"(?:(?:上|下)半年|前[一二三四]?(?:三|两)?季度|[第]?[一二三四]季度|前\d{1,2}个月|"
    r"\d{1,2}(?:月)?[-—–至到]\d{1,2}月(?:份)?|\d{1,2}月(?:份|底|末|初|上旬|中旬|下旬)?(?:\d{1,2}日)?|[年]?(?:底|末|初|中|间|内|起))"
)
_CENTURY = r"(?:\d{1,2}|[一二]?十?[一二三四五六七八九])世纪(?:\d{2}年代)?(?:初|末|中叶|中期|末期)?"
ABSOLUTE = rf"(?:(?:{_YEARS}{_PART}?|{_CENTURY})(?:以来|之前|之后|前|后|起)?)"
_PLAN = r"(?:“?[十][一二三四五六]五”?(?:时期|期间|末|规划期)?(?:以来)?)"
_RELATIVE = (
    r"(?:去年同期|上年同期|(?:去年|今年|本年|上年|当年|全年|前年|明年)(?:(?:上|下)半年|前?[一二三四]季度|前三季度|\d{1,2}月(?:份)?(?:\d{1,2}日)?|年?[底末初]|全年)?|"
    r"(?:今年)?(?:前[一二三]|第?[一二三四])季度|前三季度|上半年|下半年|本(?:月|周|季度)|上月|当月|"
    r"(?:过去|近|最近|未来|今后|前)(?:的)?[一二两三四五六七八九十\d]+(?:多)?(?:个)?(?:年|月|周|天|财年)(?:来|间|里|内|中)?|"
    r"首(?:\d{1,2}|[一二三四五六七八九十]+)个?月|首季|首\d季|(?:这|过去)?[一二两三四五六七八九十\d]+年(?:来|间|以来)|这[一二三四五]年|同期|期内|期间|"
    r"\d{1,2}[-—–至到]\d{1,2}月(?:份)?|\d{1,2}月(?:份|底|末|初)?(?:\d{1,2}日)?(?:上午|下午)?)"
)
_NOW = r"(?:目前|当前|如今|现在|现时|眼下|近年来|多年来|长期以来|近期|最近|日前|近日|今天|今日|昨日|昨天|明日)"
_AT = r"(?:截至|截止|截止到|到|至|自|从|于|在|早在|预计到|力争到|计划到)"

PERIOD = re.compile(
    rf"(?:{_AT})?(?:刚刚过去的|过去的)?(?:{ABSOLUTE}|{_PLAN}|{_RELATIVE}|{_NOW})(?:(?:时期|期间|以来|来|间|之前|之后|前|后|起|为止|止|中|内|末|底|年底|年末)(?![\u4e00-\u9fff]?[期半]))?"
)
_ABSOLUTE = re.compile(rf"{ABSOLUTE}|{_PLAN}")
_VAGUE = re.compile(rf"{_NOW}|同期|期内|期间|当年|全年|本年|当月|本月|上月|本周")
_YEAR_ONLY = re.compile(
    rf"(?<!\d){_YEAR}(?=(?:年?[-—–至到/]\d{{2,4}})?(?:财政|课税|会计|财|学)?年)"
)


# A date before such a word dates an event that the clause is about (2025年底召开的会议).
_EVENT = re.compile(
    r"(?:召开|举行|发布|印发|出台|实施|通过|颁布|建成|成立|举办|开始|启动|提出|公布|发表|制定|修订|推出|引入|完成|签署|修改|生效|开业|投产|上市)的"
)


def leading_period(folded: str, start: int, end: int) -> int:
    """End of the period phrase that the clause begins with, or `start`."""
    match = PERIOD.match(folded, start, end)
    if match is None or _EVENT.match(folded, match.end(), end):
        return start
    return match.end()


def is_absolute(folded: str) -> bool:
    """Whether a period phrase says its year or plan period."""
    return bool(_ABSOLUTE.search(folded))


def is_vague(folded: str) -> bool:
    """Whether a period phrase means nothing away from its text (目前, 同期)."""
    return bool(_VAGUE.search(folded)) and not is_absolute(folded)


def years(folded: str) -> list[str]:
    """The years named, in order."""
    return _YEAR_ONLY.findall(folded)


_FIVE_YEARS = re.compile(r"这五年|五年来|过去五年|五年间")
_THIS_YEAR = re.compile(r"这一年|一年来|过去一年|全年|刚刚过去")
_PLAN_NAME = re.compile(r"“十[一二三四五六]五”(?:时期)?")
_NOTES = re.compile(r"注|注释|註|註釋|名词解释|名詞解釋|术语|说明|指标解释")
# Titles whose year is the year told of, not the year of telling.
_REPORTED = re.compile(r"公报|公報|统计|統計|运行|运行情况|年报|年報|概况")
_HEADING_YEAR = re.compile(r"(\d{4})年")
_PLANNED = re.compile(r"目标|安排|任务|打算|部署|计划|预期|展望|重点工作")


class SectionPeriods:
    """The periods that the sections of an article speak of."""

    def __init__(self, article: Article) -> None:
        """Reads the titles of all sections once."""
        self._sections = article.sections
        titles = " ".join(s.title for s in article.sections)
        plan = _PLAN_NAME.search(titles)
        year = _HEADING_YEAR.search(titles)
        self._plan = _time_of(plan[0]) if plan else ""
        self._year = f"{year[1]}年" if year else ""
        self._headings: dict[int, list[str]] = {}
        dated = _HEADING_YEAR.search(article.metadata.title)
        reported = dated and _REPORTED.search(article.metadata.title)
        self._whole = f"{dated[1]}年" if dated and reported else ""

    def of(self, number: int, lead: str) -> str:
        """The period that a paragraph inherits from its lead, its section and those above, or nothing.

        Two periods in one heading are told apart by the lead (这五年, 这一年).
        """
        if _FIVE_YEARS.search(lead) and self._plan:
            return self._plan
        if _THIS_YEAR.search(lead):
            return self._year
        for text in (lead, *self._above(number)):
            named = _PLAN_NAME.search(text)
            dated = _HEADING_YEAR.search(text)
            if named and dated:
                return ""
            if dated:
                return f"{dated[1]}年"
            if named:
                return _time_of(named[0])
        return self._whole

    def retrospect(self, folded: str) -> str:
        """The period that a sentence of retrospect sets for what follows (五年来, 刚刚过去的2025年)."""
        start = _OPENING.match(folded).end()  # type: ignore[union-attr]
        recent = _RECENT.match(folded, start)
        if recent and recent[1]:
            return f"{recent[1]}年"
        if _FIVE_YEARS.match(folded, start):
            return self._plan
        return self._year if _THIS_YEAR.match(folded, start) else ""

    def notes(self, number: int) -> bool:
        """Whether a section only explains words: what it says holds at any time and place."""
        return bool(_NOTES.fullmatch(self._sections[number].title))

    def planned(self, number: int) -> bool:
        """Whether a section, or one above it, speaks of aims and not of what was reached."""
        return any(_PLANNED.search(title) for title in self._above(number))

    def _above(self, number: int) -> list[str]:
        """The titles of a section and of those it stands under, the nearest first."""
        if number not in self._headings:
            level = self._sections[number].level
            out = [self._sections[number].title]
            for k in range(number - 1, -1, -1):
                if 0 < self._sections[k].level < level:
                    out.extend(self._above(k))
                    break
            self._headings[number] = out
        return self._headings[number]


def _time_of(plan: str) -> str:
    return plan if plan.endswith("时期") else f"{plan}时期"


_OPENING = re.compile(r"(?:各位代表[！!，]?)?(?:初步(?:统计|核算)[，,])?(?:据[^，]{2,14}[，,])?")
_RECENT = re.compile(r"(?:刚刚)?过去的(\d{4})年|(\d{4})年(?:是|，)")


def opening_period(sentence: Sentence, published: str) -> str:
    """The period that a sentence opens with and that holds for those after it; empty where none.

    Only a year or a part of one is carried on, as printed or with its year put in.
    """
    folded = sentence.folded
    start = _OPENING.match(folded).end()  # type: ignore[union-attr]
    recent = _RECENT.match(folded, start)
    if recent:
        return f"{recent[1] or recent[2]}年"
    stop = leading_period(folded, start, len(folded))
    text = folded[start:stop]
    if not text or is_vague(text) or not _CARRIED.match(text) or folded.startswith("的", stop):
        return ""
    if len(text) > _LONGEST_OPENING:
        return ""
    return said_period(sentence, start, stop, published)


_CARRIED = re.compile(
    r"\d{4}年|(?:去年|今年|本年|上年|前年)|前?[一二三四]季度|前三季度|[上下]半年|\d{1,2}[-—至]?\d{0,2}月|首"
)
# A longer opening is a clause, not a period.
_LONGEST_OPENING = 14


def said_period(sentence: Sentence, start: int, stop: int, published: str) -> str:
    """The period between two offsets of a sentence: as printed, or with its year put in."""
    text = sentence.folded[start:stop]
    resolved = resolve(text, published)
    return sentence.text[start:stop] if resolved == text else resolved


def resolve(folded: str, published: str) -> str:
    """A relative year made absolute by the date of publication; unchanged where there is none.

    去年 in a text of 2026 is 2025年; 今年 is 2026年.
    """
    if not published[:4].isdigit():
        return folded
    year = int(published[:4])
    for word, shift in (
        ("去年", -1),
        ("上年", -1),
        ("今年", 0),
        ("本年", 0),
        ("前年", -2),
        ("明年", 1),
    ):
        if folded.startswith(word):
            return f"{year + shift}年{folded[len(word) :]}".replace("年年", "年")
    return folded
