"""The menu of `studykit` without arguments: what waits, and what to do about it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from studykit.messages import _, ngettext
from studykit.scheduling.outlook import Counts
from studykit.terminal.text import one_line

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table


class DeckLine(Protocol):
    """What the menu tells of one deck."""

    @property
    def title(self) -> str:
        """Its title."""
        ...

    @property
    def counts(self) -> Counts:
        """What waits in it."""
        ...


class Asked(NamedTuple):
    """What a person wants: `deck` is the number of a deck where only one is meant, else -1."""

    what: str
    deck: int = -1


STOP = Asked("stop")


def print_waiting(console: "Console", decks: Sequence[DeckLine], counts: Counts) -> None:
    """Print what waits, deck by deck."""
    console.print()
    if decks:
        console.print(_table(decks, counts))
    else:
        console.print("  " + _("No deck has been opened yet."))
        console.print("  " + _("Make one of an article: studykit learn ARTICLE"))
    console.print()


def _table(decks: Sequence[DeckLine], counts: Counts) -> "Table":
    from rich import box
    from rich.table import Table

    from studykit.terminal.text import plain

    many = len(decks) > 1
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1), show_footer=many)
    table.add_column(_("Deck"), _("All") if many else "", ratio=1, overflow="fold")
    for name, number, style in (
        (_("new"), counts.new, "blue"),
        (_("learning"), counts.learning, "red"),
        (_("due"), counts.due, "green"),
    ):
        shown = str(number) if many else ""
        table.add_column(name, shown, justify="right", style=style, no_wrap=True)
    for deck in decks:
        own = deck.counts
        numbers = [str(n or "") for n in (own.new, own.learning, own.due)]
        table.add_row(plain(one_line(deck.title)), *numbers)
    return table


def ask_home(decks: Sequence[DeckLine], counts: Counts) -> Asked:
    """Ask what to do; Ctrl-C raises KeyboardInterrupt."""
    import questionary

    n = counts.total
    start = ngettext("Start: {n} card", "Start: {n} cards", n).format(n=n)
    choices = [
        *([questionary.Choice(start, Asked("review"))] if n else []),
        *([questionary.Choice(_("One deck only…"), Asked("one"))] if len(decks) > 1 else []),
        *([questionary.Choice(_("Practise: moves no schedule"), Asked("cram"))] if decks else []),
        *([questionary.Choice(_("Quiz"), Asked("quiz"))] if decks else []),
        *([questionary.Choice(_("Statistics"), Asked("stats"))] if decks else []),
        questionary.Choice(_("Help"), Asked("help")),
        questionary.Choice(_("Stop here"), STOP),
    ]
    asked = _select(_("What next?"), choices)
    return _ask_deck(decks) if asked.what == "one" else asked


def _ask_deck(decks: Sequence[DeckLine]) -> Asked:
    import questionary

    choices = [
        questionary.Choice(f"{one_line(deck.title)} ({deck.counts.total})", Asked("review", number))
        for number, deck in enumerate(decks)
    ]
    return _select(_("Which deck?"), [*choices, questionary.Choice(_("None of them"), STOP)])


def _select(question: str, choices: Sequence[Any]) -> Asked:
    import questionary

    asked = questionary.select(
        question,
        choices=choices,
        instruction=_("(arrows, then Enter)"),
        qmark="›",
    )
    try:
        found: Asked = asked.unsafe_ask()
    except EOFError:  # Ctrl-D, or the terminal has gone
        return STOP
    return found
