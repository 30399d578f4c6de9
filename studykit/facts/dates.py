"""Dates that a text states as facts: when something happened, starts or is meant to be done."""

import re
from dataclasses import dataclass

from studykit.facts.clauses import skip_connectives, split_clauses
from studykit.facts.model import Passage, Place
from studykit.facts.periods import leading_period
from studykit.facts.phrases import Word, within
from studykit.facts.quantities import find_quantities
from studykit.facts.stems import DANGLING, Renderer, unpaired

_YEAR = re.compile(
    r"(?P<at>在|于|自|从|到|至|截至|预计|期望|计划|力争|争取|拟于|将于|预计在|早在)?(?P<date>(?:1[89]|20)\d{2}(?:/\d{2,4})?(?:财政|课税)?年(?:度)?(?:\d{1,2}月(?:\d{1,2}日)?)?(?P<part>(?:上|下)半年|(?:年)?[底末初]|前|之前|或之前|起)?)"
)
_IS = re.compile(r"[，,]?(?:既|正|恰|也)?是(?!否)")
_CHANGE_END = re.compile(r"^的?(?:约|近|超)?\d")
_LONGEST = 70
# A yearly index or report that is cited: its year is asked with 哪一年的.
_NAMED_AFTER = re.compile(r"(?<=[指报报公调榜年指告告数报])(?:显示|顯示|表明|指出|中|里|裏)$")
_IN = re.compile(r"^(?:在|据|據|根据|根據)")
# So little before a date (目标在) names nothing.
_THIN = 4
_CITED = "文中引用的是"


@dataclass(frozen=True, slots=True)
class DateFact:
    """A date in a clause that can be read alone: `before` + date + `after`, `asks` in its place."""

    passage: Passage
    text: str
    before: str
    after: str
    asks: str
    context: str = ""

    @property
    def key(self) -> str:
        """A stable name for this date."""
        return self.passage.key(f"date|{self.text}")


def find_dates(place: Place, words: list[Word], renderer: Renderer) -> list[DateFact]:
    """The dates that one sentence states; those that only set the time of a figure are left out."""
    sentence, folded = place.sentence, place.sentence.folded
    out: list[DateFact] = []
    if not _YEAR.search(folded):
        return out
    clauses = split_clauses(folded)
    for k, clause in enumerate(clauses):
        start = skip_connectives(folded, clause.start, clause.end)
        lead = leading_period(folded, start, clause.end)
        end = clause.end
        for match in _YEAR.finditer(folded, start, end):
            low, high = match.span("date")
            follows = folded[high:end]
            if low < lead:
                stretch = (
                    folded[high : clauses[k + 1].end]
                    if not follows and k + 1 < len(clauses)
                    else follows
                )
                if not _IS.match(stretch):
                    continue
                end = clause.end if follows else clauses[k + 1].end
                before, after = "", renderer.cut(sentence, high, end).lstrip("，")
                start = low
            else:
                if (
                    _CHANGE_END.match(follows)
                    or re.search(r"[由从]$", folded[start:low])
                    or folded[high : high + 1] in "至到-—–"
                ):
                    continue
                before = renderer.cut(sentence, start, low)
                after = renderer.cut(sentence, high, end)
            if not _event(words, start, end, low, high):
                continue
            text = f"{before}{after}"
            if len(text) < 6 or len(text) > _LONGEST or DANGLING.match(folded[start:end]):
                continue
            if follows.startswith("的") and find_quantities(folded[high:end]):
                continue
            if re.search(r"[比较与同]$", folded[start:low]):
                continue
            date = renderer.cut(sentence, low, high)
            asks = "哪一年" + (
                match["part"] or ""
                if (match["part"] or "").startswith(("前", "之前", "或之前", "起"))
                else ""
            )
            if "月" in match["date"]:
                asks = "什么时候"
            named = _NAMED_AFTER.search(after)
            if named and before.endswith(("的", "版")) and not match["part"]:
                before = _IN.sub("", before)
                after = after[: named.start()]
                asks = "哪一年的"
                context = ""
                text = before + after
                if len(text) >= 6:
                    out.append(
                        DateFact(
                            Passage(place, clause.start, clause.end),
                            date,
                            before,
                            after,
                            asks,
                            _CITED,
                        )
                    )
                continue
            context = ""
            if not before or _bare(words, start, low) or low - start <= _THIN:
                previous = clauses[k - 1] if k else None
                if previous is not None and previous.end - previous.start <= 45 and before:
                    shown = renderer.cut(sentence, previous.start, previous.end)
                    context = (
                        ""
                        if DANGLING.match(folded[previous.start : previous.end])
                        else unpaired(shown) + "，"
                    )
            passage = Passage(
                place, clauses[k - 1].start if context else clause.start, max(end, clause.end)
            )
            answer = (
                re.sub(r"(?:前|之前|或之前|起)$", "", date) if asks.endswith(("前", "起")) else date
            )
            out.append(DateFact(passage, answer, unpaired(before), unpaired(after), asks, context))
    return out


def _event(words: list[Word], start: int, end: int, low: int, high: int) -> bool:
    """Whether the clause tells an event: it has a verb beside its date and no other figure of its own."""
    inside = [w for w in within(words, start, end) if w.end <= low or w.start >= high]
    return any(w.verb or w.tag == "vn" for w in inside) or any(w.noun for w in inside)


def _bare(words: list[Word], start: int, low: int) -> bool:
    """Whether what stands before the date names no subject."""
    inside = within(words, start, low)
    return not any(w.noun for w in inside)
