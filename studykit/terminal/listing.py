"""The cards of a deck as a list to read through."""

from itertools import groupby
from typing import TYPE_CHECKING

from studykit.cards.model import Card
from studykit.messages import _, ngettext
from studykit.terminal.names import truth, type_name
from studykit.terminal.text import one_line, plain
from studykit.terminal.wrap import Block

if TYPE_CHECKING:
    from rich.console import Console


def answer_line(card: Card) -> str:
    """The answer of a card in one line."""
    if isinstance(card.answer, bool):
        return truth(card.answer)
    return one_line(" / ".join(card.answers))


def plain_lines(cards: tuple[Card, ...]) -> list[str]:
    """One line a card, for pipes: id, type, section, prompt and answer, with tabs between."""
    return [
        "\t".join(one_line(part) for part in (card.id, card.type, card.section, card.prompt))
        + "\t"
        + answer_line(card)
        for card in cards
    ]


def print_cards(console: "Console", cards: tuple[Card, ...]) -> None:
    """Print cards under their sections, answers beneath."""
    for section, group in groupby(cards, key=lambda card: card.section):
        console.print()
        console.print(Block(plain(one_line(section) or _("(opening)"), "bold"), 0))
        for card in group:
            _print_card(console, card)
    console.print()
    n = len(cards)
    console.print(plain(ngettext("{n} card", "{n} cards", n).format(n=n), "dim"))


def _print_card(console: "Console", card: Card) -> None:
    console.print()
    words = [card.id, type_name(card.type), *card.tags, *([_("gone")] if card.gone else [])]
    label = " · ".join(one_line(word) for word in words if word)
    console.print(Block(plain(label, "dim")))
    console.print(Block(plain(one_line(card.prompt))))
    if card.options:
        letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
        options = "   ".join(
            f"{letter}. {one_line(option)}"
            for letter, option in zip(letters, card.options, strict=False)
        )
        console.print(Block(plain(options), 4))
    console.print(Block(plain(answer_line(card), "green"), 4, "  → "))
