"""Source problems that only the facts show: years, totals and places of the text that cannot all be right."""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from studykit.article.model import Article, SourceProblem
from studykit.article.script import fold, to_traditional
from studykit.facts.extract import Facts, extract_facts
from studykit.facts.model import Figure
from studykit.facts.periods import years
from studykit.facts.tagger import Tagger

# Shares are printed rounded: a sum this near to 100 adds up.
_ROUNDING = Decimal("0.6")
# A hedged figure (约, 近) may differ from another by this share and still agree.
_HEDGED = Decimal("0.06")
_REST = re.compile(r"其余|余下|剩余|剩下")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})年")
_REACHED = re.compile(r"了|已|达到|实现|完成|创下|回落|同比|共有|获得|荣获")
# Behind a year set off by a comma a plan, too, says 实现 and 完成.
_PAST = re.compile(r"了|已|同比|荣获")
_AHEAD = re.compile(
    r"将|预计|预期|目标|规划|力争|计划|争取|到(?:19|20)\d{2}年|至(?:19|20)\d{2}年|明年|未来|拟|展望|有望|届时|前|截至|预测|纲要|行动方案|愿景|议程"
)


def source_problems(article: Article, tagger: Tagger) -> list[SourceProblem]:
    """Everything doubtful in an article as printed, in order of its lines."""
    return all_problems(article, extract_facts(article, tagger))


def all_problems(article: Article, facts: Facts) -> list[SourceProblem]:
    """The problems found while reading and those that the facts show, in order of lines."""
    found = [
        *article.problems,
        *_same_year(facts),
        *_disagreements(disagreeing(facts.figures)),
        *_sums(facts.figures),
        *_future(article, facts),
    ]
    if article.language == "zh-Hant":
        found = [SourceProblem(p.kind, p.line, to_traditional(p.message)) for p in found]
    return sorted(found, key=lambda p: (p.line, p.kind, p.message))


def _same_year(facts: Facts) -> Iterable[SourceProblem]:
    for change in facts.changes:
        if change.same_year:
            yield SourceProblem(
                "same-year-change", change.first.place.sentence.line,
                f"“{change.first.indicator}”由{change.first.text}变为{change.last.text}，两端都印作{change.same_year}年，年份存疑",
            )  # fmt: skip


def disagreeing(figures: Sequence[Figure]) -> list[tuple[Figure, Figure]]:
    """Pairs of figures that say different things of the same indicator, scope and period."""
    first: dict[tuple[str, ...], Figure] = {}
    out = []
    for figure in figures:
        if not _comparable(figure):
            continue
        name = (
            fold(figure.indicator), figure.scope, fold(figure.period), figure.quantity.unit,
            figure.quantity.kind, fold(figure.relation).rstrip("了"), fold(figure.context),
        )  # fmt: skip
        known = first.setdefault(name, figure)
        if known is not figure and known.place is not figure.place and not _agree(known, figure):
            out.append((known, figure))
    return out


def _comparable(figure: Figure) -> bool:
    q = figure.quantity
    return (
        not figure.doubtful
        and not (figure.first_of_change or figure.last_of_change or figure.planned)
        and q.kind in ("amount", "share")
        and q.high is None
        and not q.vague
        and len(figure.indicator) >= _SHORTEST_INDICATOR
        and bool(figure.relation)
        and bool(years(fold(figure.period)))
        and not figure.after
    )


# Shorter indicators (增速, 总量) need not mean the same thing twice.
_SHORTEST_INDICATOR = 4


def _agree(a: Figure, b: Figure) -> bool:
    x, y = a.quantity.value, b.quantity.value
    if x == y:
        return True
    return bool(a.quantity.hedge or b.quantity.hedge) and abs(x - y) <= _HEDGED * max(
        abs(x), abs(y)
    )


def _disagreements(pairs: Iterable[tuple[Figure, Figure]]) -> Iterable[SourceProblem]:
    for known, figure in pairs:
        yield SourceProblem(
            "disagreement", figure.place.sentence.line,
            f"“{figure.indicator}”前后不一：第{known.place.sentence.line}行是{known.text}，这里是{figure.text}",
        )  # fmt: skip


def _sums(figures: Sequence[Figure]) -> Iterable[SourceProblem]:
    """Shares of one sentence that end in a rest (其余25%) and don't make 100."""
    by_sentence: dict[int, list[Figure]] = {}
    for figure in figures:
        if figure.quantity.unit == "%" and figure.quantity.high is None:
            by_sentence.setdefault(figure.place.order, []).append(figure)
    for group in by_sentence.values():
        last = group[-1]
        before = last.place.sentence.folded[: last.quantity.start]
        if len(group) < 2 or not _REST.search(before[-8:]):
            continue
        total = sum((f.quantity.value for f in group), Decimal(0))
        if abs(total - 100) > _ROUNDING and total < 200:
            yield SourceProblem(
                "sum", last.place.sentence.line,
                f"各部分相加是{total}%，不是100%：{'、'.join(f.text for f in group)}",
            )  # fmt: skip


def _told_as_past(folded: str, year: re.Match[str]) -> bool:
    """Whether the clause of a year, or the one behind it (2027年，…), says what was reached."""
    stretch, *rest = re.split(r"[，；。]", folded[year.start() :])
    before = re.split(r"[，；。]", folded[: year.start()])[-1]
    told = _REACHED.search(stretch)
    if stretch == year.group() and rest:
        stretch += rest[0]
        told = _PAST.search(rest[0])
    return bool(told) and not _AHEAD.search(before[-12:] + stretch)


def _future(article: Article, facts: Facts) -> Iterable[SourceProblem]:
    """Years after the article's own date that are told as past."""
    published = article.metadata.published[:4]
    if not published.isdigit():
        return
    for item in facts.located:
        folded = item.place.sentence.folded
        for match in _YEAR.finditer(folded):
            if int(match[1]) > int(published) and _told_as_past(folded, match):
                yield SourceProblem(
                    "future-year", item.place.sentence.line,
                    f"{match[1]}年晚于文章自己的日期（{article.metadata.published}），却写成已经发生",
                )  # fmt: skip
