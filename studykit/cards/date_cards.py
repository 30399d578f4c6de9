"""Cards that ask when: dates of events in the text, and the date of the document itself."""

import re
from collections.abc import Sequence

from studykit.article.model import Article
from studykit.article.span import Span
from studykit.cards.candidate import Candidate
from studykit.cards.grounding import LONGEST_QUOTE, ground
from studykit.cards.model import Card
from studykit.cards.voice import Voice
from studykit.facts.clauses import trim
from studykit.facts.dates import DateFact
from studykit.facts.model import Figure, Passage

_DAY = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")
_LONGEST = 100


def date_cards(
    dates: Sequence[DateFact], doubtful: Sequence[str], sections: Sequence[str], voice: Voice
) -> list[Candidate]:
    """A numeric card for each date that no warning doubts."""
    out = []
    for date in dates:
        if any(word in date.passage.place.sentence.text for word in doubtful):
            continue
        prompt = f"{voice.say(date.context)}{date.before}{voice.say(date.asks)}{date.after}".strip(
            "，、；： "
        )
        if (
            date.asks == "哪一年"
            and date.after
            and not re.match(r"[的，是前起]|之前|或之前", date.after)
            and not date.before
        ):
            prompt = f"{voice.say('哪一年')}{date.after}"
        if not 8 <= len(prompt) <= _LONGEST:
            continue
        place = date.passage.place
        quotes, spans = ground(date.passage, date.passage.start, date.passage.end)
        card = Card(
            "numeric", prompt + "？", date.text, quotes, spans, sections[place.section], date.key,
            tags=("date",),
        )  # fmt: skip
        out.append(
            Candidate(
                card,
                place.order,
                0.95,
                frozenset({date.key}),
                extra=True,
                crowd=f"date:{place.order}",
            )
        )
    return out


_SPAN_OF_YEARS = re.compile(
    r"(?:过去|過去|近|最近)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})年(?:间|間|来|來)?"
)
_STUDY = re.compile(r"研究|调查|調查|统计|統計|报告|報告|分析")


def coverage_cards(
    figures: Sequence[Figure], sections: Sequence[str], voice: Voice
) -> list[Candidate]:
    """What span of years a study covers, where its figures are given for one (过去10年)."""
    out = []
    seen: set[int] = set()
    for figure in figures:
        place = figure.place
        if (
            place.order in seen
            or not _SPAN_OF_YEARS.fullmatch(figure.period)
            or not _STUDY.search(figure.attribution)
        ):
            continue
        seen.add(place.order)
        at = place.sentence.text.find(figure.period)
        if at < 0:
            continue
        passage = Passage(
            place, min(at, figure.passage.start), max(figure.passage.end, at + len(figure.period))
        )
        start, end = trim(place.sentence.text, 0, passage.end)
        if end - start > LONGEST_QUOTE:
            start, end = passage.start, passage.end
        quotes, spans = ground(Passage(place, start, end), at, at + len(figure.period))
        card = Card(
            "numeric", voice.form("{a}涵盖的期间是多长？", a=figure.attribution), figure.period, quotes, spans,
            sections[place.section], figure.passage.key("coverage"),
            explanation=voice.say("同句的各个数字都以这段时间为准。"), tags=("date",),
        )  # fmt: skip
        out.append(
            Candidate(card, place.order, 0.9, frozenset({f"coverage:{place.order}"}), extra=True)
        )
    return out


def occasion_card(article: Article, voice: Voice) -> list[Candidate]:
    """When the document was delivered, where its head says so."""
    occasion = article.metadata.occasion
    match = _DAY.search(occasion)
    if match is None:
        return []
    at = article.source.find(occasion)
    if at < 0:
        return []
    rest = (occasion[: match.start()] + occasion[match.end() :]).strip("—-（）() ，")
    rest = re.sub(r"^(?:在|于)|(?:上)$", "", rest)
    if len(rest) < 4:
        return []
    title = article.metadata.title or voice.say("报告")
    card = Card(
        "numeric", voice.form("在{r}上作的《{t}》，报告日期是哪一天？", r=rest, t=title.strip("《》")), match.group(),
        (occasion,), (Span(at, at + len(occasion)),), "", "occasion",
        explanation=voice.say("这是文件本身的日期，文中的“今年”“去年”都以它为准。"), tags=("date",),
    )  # fmt: skip
    return [Candidate(card, -2, 0.9, frozenset({"occasion"}), extra=True)]
