"""The screens of a session: a card, the end, the notes before it, the keys."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studykit.messages import _
from studykit.review import Counts, Kind, Review
from studykit.scheduling.model import RATINGS, Rating
from studykit.terminal.answering.turn import Turn, proposed
from studykit.terminal.footer import footer
from studykit.terminal.names import rating_name
from studykit.terminal.screen import View
from studykit.terminal.status import Message, status
from studykit.terminal.text import one_line, plain
from studykit.terminal.wrap import Block

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
    from rich.text import Text

# Short enough to stay in 80 columns even where the terminal draws it twice as wide.
_BAR_CELLS = 24
RATING_STYLES: dict[Rating, str] = {
    "again": "red",
    "hard": "yellow",
    "good": "green",
    "easy": "blue",
}
# As in Anki.
_KIND_STYLES: dict[Kind, str] = {"new": "blue", "learning": "red", "due": "green"}


def header(review: Review, title: str, kind: Kind | None, practice: bool) -> "list[RenderableType]":
    """The deck, how far the session has come, and what is left of each kind."""
    name = plain("  " + one_line(title), "dim")
    if practice:
        name.append_text(plain("  " + _("practice: moves no schedule"), "magenta"))
    name.no_wrap, name.overflow = True, "ellipsis"
    return [name, _Progress(review.done, review.total, review.counts, kind), ""]


@dataclass(frozen=True, slots=True)
class _Progress:
    """A bar, as long as the window allows, and the counts; the current kind is underlined."""

    done: int
    total: int
    counts: Counts
    kind: Kind | None

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> "RenderResult":
        from rich.text import Text

        said = Text(f"  {self.done}/{self.total}")
        counts = self._counts(words=True)
        if said.cell_len + counts.cell_len + 3 > options.max_width:
            counts = self._counts(words=False)
        said.append("   ").append_text(counts)
        cells = max(0, min(_BAR_CELLS, options.max_width - said.cell_len - 2))
        filled = cells * self.done // self.total if self.total else 0
        bar = Text("  ").append("━" * filled, "green").append("─" * (cells - filled), "dim")
        yield bar.append_text(said) if cells > 1 else said

    def _counts(self, *, words: bool) -> "Text":
        from rich.text import Text

        numbers: list[tuple[Kind, str, int]] = [
            ("new", _("new"), self.counts.new),
            ("learning", _("learning"), self.counts.learning),
            ("due", _("due"), self.counts.due),
        ]
        out = Text()
        for kind, name, number in numbers:
            if out:
                out.append(" · " if words else " + ", "dim")
            style = _KIND_STYLES[kind] + (" underline bold" if kind == self.kind else "")
            out.append(f"{name} {number}" if words else str(number), style)
        return out


def rating_keys(
    turn: Turn, waits: "Mapping[Rating, str]", common: list[tuple[str, str]]
) -> "list[RenderableType]":
    """The ratings with what each leads to, the proposed one, and the other keys."""
    from studykit.terminal.footer import key_line

    ratings = [
        (f"{number}", f"{rating_name(one)} {waits.get(one, '')}".rstrip(), RATING_STYLES[one])
        for number, one in enumerate(RATINGS, 1)
    ]
    proposal = proposed(turn)
    space = (_("Space"), rating_name(proposal), RATING_STYLES[proposal])
    others = [(key, words, "") for key, words in common]
    return ["", key_line(ratings), key_line([space, *others])]


def end_view(top: "list[RenderableType]", words: list[str], can_undo: bool, said: Message) -> View:
    """The screen after the last card."""
    body: list[RenderableType] = [Block(plain(words[0], "bold")), ""]
    body += [Block(plain(one_line(line))) for line in words[1:]]
    undo = [("u", _("undo"))] if can_undo else []
    return View(top, body, [*status(said), *footer([*undo, (_("Enter"), _("leave"))])])


def notes_view(notes: tuple[str, ...]) -> View:
    """What the learner should know before the first card."""
    top: list[RenderableType] = [Block(plain(_("Before you begin"), "bold")), ""]
    body = [Block(plain(one_line(line), "yellow"), 4, "  - ") for line in notes]
    return View(top, body, footer([(_("any key"), _("begin"))]))


def help_view(title: str) -> View:
    """All keys."""
    from rich.table import Table
    from rich.text import Text

    rows = [
        (_("Space, Enter"), _("show the answer; then rate it as proposed")),
        ("1 2 3 4", _("rate: again, hard, good, easy")),
        ("a b c d  t f", _("choose an option; true, false")),
        ("i  Esc", _("type the answer to this card; back to the keys")),
        ("t", _("tick the items of a list again")),
        ("l", _("the lines of the article around the quote")),
        ("u", _("undo, as often as you like")),
        ("e", _("edit the card in your editor")),
        ("-", _("bury: not before tomorrow")),
        ("@", _("suspend: not until you take it back")),
        ("*", _("flag, or take the flag away")),
        ("↑ ↓ PgUp PgDn", _("scroll")),
        ("q, Ctrl-C", _("quit; everything is kept")),
    ]
    table = Table.grid(padding=(0, 3), pad_edge=True)
    for key, what in rows:
        table.add_row(Text(key, "bold"), what)
    any_key = Text("  " + _("Any key goes back."), "dim")
    return View([plain("  " + one_line(title), "dim"), ""], [table], ["", any_key])
