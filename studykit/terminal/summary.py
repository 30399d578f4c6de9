"""What was found in an article: cards by section and type, coverage, warnings."""

from collections import Counter
from typing import TYPE_CHECKING

from studykit.cards.model import CARD_TYPES, Card
from studykit.deck.generate import Coverage
from studykit.deck.model import Deck
from studykit.messages import _, ngettext
from studykit.terminal.names import type_name
from studykit.terminal.text import one_line, plain
from studykit.terminal.wrap import Block

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table


def print_summary(console: "Console", deck: Deck, coverage: Coverage | None = None) -> None:
    """Print what a deck holds; with `coverage`, how much of the article it asks for."""
    console.print()
    console.print(Block(plain(one_line(deck.title), "bold")))
    console.print(Block(plain(_about(deck), "dim")))
    if deck.cards:
        console.print(by_section(deck.cards))
    if coverage:
        for line in coverage_lines(coverage):
            console.print(Block(plain(line)))
    if deck.warnings:
        _print_warnings(console, deck)


def by_section(cards: tuple[Card, ...]) -> "Table":
    """Cards counted by section, in the order of the text, and by type."""
    from rich import box
    from rich.table import Table

    kinds = [kind for kind in CARD_TYPES if any(card.type == kind for card in cards)]
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 0), show_footer=True)
    table.add_column(_("Section"), _("All"), ratio=1, overflow="fold")
    totals = Counter(card.type for card in cards)
    for kind in kinds:
        table.add_column(type_name(kind), str(totals[kind]), justify="right", no_wrap=True)
    table.add_column(_("All"), str(len(cards)), justify="right", style="bold")
    for section in dict.fromkeys(card.section for card in cards):
        counts = Counter(card.type for card in cards if card.section == section)
        numbers = [str(counts[kind] or "") for kind in kinds]
        name = plain(one_line(section) or _("(opening)"))
        table.add_row(name, *numbers, str(counts.total()))
    return table


def coverage_lines(coverage: Coverage) -> list[str]:
    """How many of the article's figures are asked for and of its sentences quoted."""
    return [
        _("Figures asked for: {asked} of {all} ({percent})").format(
            asked=coverage.figures_asked,
            all=coverage.figures,
            percent=_percent(coverage.figures_asked, coverage.figures),
        ),
        _("Sentences quoted: {quoted} of {all} ({percent})").format(
            quoted=coverage.sentences_quoted,
            all=coverage.sentences,
            percent=_percent(coverage.sentences_quoted, coverage.sentences),
        ),
    ]


def _percent(part: int, whole: int) -> str:
    return f"{part / whole:.0%}" if whole else "–"


def _about(deck: Deck) -> str:
    source = deck.source
    words = [ngettext("{n} card", "{n} cards", len(deck.cards)).format(n=len(deck.cards))]
    if source:
        path = "" if source.path == "-" else source.path
        words += [source.author, source.publisher, source.published, path]
    return " · ".join(one_line(word) for word in words if word)


def _print_warnings(console: "Console", deck: Deck) -> None:
    n = len(deck.warnings)
    console.print()
    heading = ngettext("{n} doubtful place:", "{n} doubtful places:", n).format(n=n)
    console.print(Block(plain(heading, "yellow")))
    for warning in deck.warnings:
        words = _("line {line}: {message}").format(line=warning.line, message=warning.message)
        console.print(Block(plain(one_line(words)), 4, "  - "))
