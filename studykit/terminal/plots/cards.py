"""Cards counted by stage, in one bar and in tables, and the hardest of them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from studykit.messages import _
from studykit.statistics.counts import BEST_KNOWN_FIRST, STAGES, Counts, Group
from studykit.statistics.hardest import Hard
from studykit.statistics.wording import stage_name
from studykit.terminal.plots.amounts import stability_words
from studykit.terminal.plots.flow import legend
from studykit.terminal.plots.stack import Stack
from studykit.terminal.plots.styles import STAGE_LOOKS
from studykit.terminal.plots.table import Fitted, plain_table
from studykit.terminal.text import one_line, plain

if TYPE_CHECKING:
    from rich.console import RenderableType


def stages_bar(counts: Counts) -> "list[RenderableType]":
    """The cards as one bar, the best known first, and what its parts are."""
    looks = [STAGE_LOOKS[stage] for stage in BEST_KNOWN_FIRST]
    entries = [(stage_name(stage), getattr(counts, stage)) for stage in BEST_KNOWN_FIRST]
    parts = [(n, *look) for (_name, n), look in zip(entries, looks, strict=True)]
    if counts.leeches:
        entries.append((_("leeches"), counts.leeches))
        looks.append(("", ""))
    words = legend(entries, looks)
    return [Stack(parts), words] if counts.total else [words]


def groups_table(heading: str, groups: Sequence[Group]) -> Fitted:
    """A line for each group of cards."""
    names = [stage_name(stage) for stage in STAGES]
    table = plain_table(heading, *names, _("leeches"), _("all"))
    for group in groups:
        counts = group.counts
        numbers = [str(n) if n else "" for n in (*counts.stages, counts.leeches)]
        table.add_row(
            plain(one_line(group.name) or "–"), *numbers, plain(str(counts.total), "bold")
        )
    return Fitted(table)


def hardest_table(cards: Sequence[Hard]) -> Fitted:
    """A line for each of the hardest cards."""
    headings = (_("lapses"), _("difficulty"), _("stability"), _("card"))
    table = plain_table(_("question"), *headings)
    for card in cards:
        table.add_row(
            plain(one_line(card.prompt) or "–"),
            plain(str(card.lapses), "bold"),
            f"{card.difficulty:.1f}",
            stability_words(card.stability),
            plain(one_line(card.card), "dim"),
        )
    return Fitted(table)
