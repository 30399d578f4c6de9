"""A deck ready to be learned: opened from its file, or made of an article."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from studykit.cli.making import make, save
from studykit.cli.places import lines_of_deck
from studykit.deck.file import load_deck
from studykit.deck.generate import Coverage, Options
from studykit.deck.model import Deck
from studykit.deck.save import save_missing_ids
from studykit.terminal.card import LineOf
from studykit.terminal.merged import merged_lines


@dataclass(frozen=True, slots=True)
class Opened:
    """A deck, its file, and where the lines of its quotes come from; `notes` tell of a merge."""

    deck: Deck
    path: Path
    line_of: LineOf
    coverage: Coverage | None = None
    notes: tuple[str, ...] = ()


def open_deck(path: Path) -> Opened:
    """The deck of a file; one written by hand gets its ids."""
    save_missing_ids(path)
    deck = load_deck(path)
    return Opened(deck, path, lines_of_deck(deck, path))


def make_deck(article: str, out: Path, options: Options, on_stage: Callable[[str], None]) -> Opened:
    """The deck of an article, made and saved; `on_stage` is told of each stage."""
    made = make(article, options, on_stage)
    on_stage("save")
    made = save(made, out)
    notes = tuple(merged_lines(made.saved))
    return Opened(made.deck, out, made.article.line_of, made.coverage, notes)
