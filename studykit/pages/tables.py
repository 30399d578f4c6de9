"""The tables of the report."""

from collections.abc import Sequence

from studykit.markup import Markup, element, joined
from studykit.messages import _
from studykit.statistics.counts import STAGES, Group
from studykit.statistics.hardest import Hard
from studykit.statistics.retention import Retention, Share
from studykit.statistics.wording import percent, period_name, stage_name
from studykit.terminal.plots.amounts import stability_words


def retention_table(periods: Sequence[Retention]) -> Markup:
    """A line for each period."""
    rows = [
        (period_name(one.period), *(_share(share) for share in (one.young, one.mature, one.all)))
        for one in periods
    ]
    return table(("", _("young"), _("mature"), _("all")), rows)


def groups_table(heading: str, groups: Sequence[Group]) -> Markup:
    """A line for each group of cards, with its deck where they are of several."""
    of_several = len({group.deck for group in groups}) > 1
    rows = [
        (
            _name(group, of_several),
            *(str(n or "") for n in (*group.counts.stages, group.counts.leeches)),
            element("b", str(group.counts.total)),
        )
        for group in groups
    ]
    names = [stage_name(stage) for stage in STAGES]
    return table((heading, *names, _("leeches"), _("all")), rows)


def hardest_table(cards: Sequence[Hard]) -> Markup:
    """A line for each of the hardest cards."""
    rows = [
        (
            card.prompt or "–",
            element("b", str(card.lapses)),
            f"{card.difficulty:.1f}",
            stability_words(card.stability),
            element("code", card.card),
        )
        for card in cards
    ]
    headings = (_("question"), _("lapses"), _("difficulty"), _("stability"), _("card"))
    return table(headings, rows)


def _name(group: Group, of_several: bool) -> Markup:
    deck = [element("small", group.deck)] if of_several else []
    return joined([group.name or "–", *deck])


def _share(share: Share) -> Markup:
    if not share.total:
        return element("small", "–")
    counts = element("small", f"{share.passed}/{share.total}")
    return Markup(element("b", percent(share.rate)) + counts)


def table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> Markup:
    """A table of these headings and rows."""
    head = element("tr", *(element("th", name) for name in headings))
    body = [element("tr", *(element("td", cell) for cell in row)) for row in rows]
    return element("table", element("thead", head), element("tbody", *body))
