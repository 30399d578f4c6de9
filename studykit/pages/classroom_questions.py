"""How the questions of a live classroom went, in bars."""

from studykit.classroom.report import OfQuestion, Report
from studykit.classroom.tally import Bar, Tally
from studykit.markup import Markup, element, joined
from studykit.messages import _, ngettext
from studykit.statistics.wording import percent
from studykit.terminal.answering.original import Original
from studykit.terminal.classroom.words import answer_words, key_words, shift_words
from studykit.terminal.text import one_line


def overview(report: Report) -> Markup:
    """A line for each question: the share that was right, before a discussion and after."""
    cells: list[Markup] = []
    for one in report.questions:
        link = element("a", f"{one.number}. {_prompt(one)}", href=f"#q{one.number}")
        prompt = element("div", link, class_="prompt", title=_prompt(one))
        bars = [_bar(vote.right, vote.answers, look) for vote, look in _votes(one)]
        cells += [prompt, element("div", *bars)]
    return element("div", *cells, class_="overview")


def legend(report: Report) -> Markup:
    """What the bars are; nothing where there is one kind only."""
    if not any(one.shift for one in report.questions):
        return Markup("")
    entries = [("first", _("first vote")), ("last", _("after the discussion"))]
    shown = [
        element("span", element("i", class_=f"swatch {look}"), words) for look, words in entries
    ]
    return element("p", *shown, class_="legend")


def sure_and_wrong(report: Report) -> Markup:
    """The questions with wrong answers that students were sure of."""
    items = []
    for one in report.misconceptions:
        wrong = [
            element(
                "p",
                answer_words(one.asked, each.words),
                element("small", ngettext("{n} sure", "{n} sure", each.sure).format(n=each.sure)),
                class_="said",
            )
            for each in one.misconceptions
        ]
        prompt = element("p", f"{one.number}. {_prompt(one)}")
        items.append(element("li", prompt, *wrong, _key(one)))
    return element("ol", *items, class_="sure")


def details(one: OfQuestion, original: Original) -> Markup:
    """A question with the picture of its votes, its answer and the words that prove it."""
    heading = element("h2", element("span", f"{one.number}."), _prompt(one))
    parts = [heading, _picture(one)]
    if not any(bar.right for vote in one.votes for bar in vote.bars):
        parts.append(_key(one))
    notes = [shift_words(one.shift)] if one.shift else []
    if one.first.sure_wrong:
        words = ngettext("{n} sure but wrong", "{n} sure but wrong", one.first.sure_wrong)
        notes.append(words.format(n=one.first.sure_wrong))
    card = one.asked.card
    notes += [one_line(card.explanation)] if card.explanation else []
    parts += [element("p", note, class_="note") for note in notes]
    parts += [_quote(quote, at, one, original) for at, quote in enumerate(card.quotes)]
    return element("section", *parts, class_="wide question", id=f"q{one.number}")


def _picture(one: OfQuestion) -> Markup:
    """Each answer with how many gave it, in every vote; of typed ones the most frequent."""
    votes = _votes(one)
    shown: dict[tuple[str, ...], Bar] = {}
    for vote, _look in votes:
        shown |= {bar.words: bar for bar in vote.bars if bar.words not in shown or bar.right}
    cells: list[Markup] = []
    for words, bar in shown.items():
        found = [
            _bar(next((each.count for each in vote.bars if each.words == words), 0),
                 vote.answers, look)
            for vote, look in votes
        ]  # fmt: skip
        name = element("div", answer_words(one.asked, words), class_="key" if bar.right else "said")
        cells += [name, element("div", *found)]
    if not cells:
        return element("p", _("Nobody has answered."), class_="note")
    return element("div", *cells, class_="answers")


def _votes(one: OfQuestion) -> list[tuple[Tally, str]]:
    """The votes to show, each with its look: the first and, after a discussion, the last."""
    if len(one.votes) == 1:
        return [(one.first, "first")]
    return [(one.first, "first"), (one.votes[-1], "last")]


def _bar(count: int, answers: int, look: str) -> Markup:
    share = count / answers if answers else 0.0
    filled = [element("i", class_=look, style=f"width:{share:.1%}")] if count else []
    number = element(
        "b", percent(share) if answers else "–", element("small", f"{count}/{answers}")
    )
    return element("div", element("div", *filled, class_="track"), number, class_="bar-row")


def _key(one: OfQuestion) -> Markup:
    return element("p", key_words(one.asked), class_="key")


def _quote(quote: str, at: int, one: OfQuestion, original: Original) -> Markup:
    spans = one.asked.card.spans
    line = original.line_of(spans[at].start) if at < len(spans) else None
    place = [" ", element("small", _("line {line}").format(line=line))] if line else []
    return element("blockquote", joined([one_line(quote), *place]))


def _prompt(one: OfQuestion) -> str:
    return one_line(one.asked.prompt)
