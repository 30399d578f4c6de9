"""Saving a freshly made deck: a new file, or merged into the one that is there."""

from dataclasses import dataclass
from pathlib import Path

from studykit.deck.dump import dump_deck
from studykit.deck.edits import add_missing_ids
from studykit.deck.file import read_text, write_text
from studykit.deck.made import stamp
from studykit.deck.merge import MergeReport, merge_deck
from studykit.deck.model import Deck


@dataclass(frozen=True, slots=True)
class Saved:
    """What saving did: `report` of the merge and `backup`, both None for a new file."""

    report: MergeReport | None = None
    backup: Path | None = None


def save_deck(path: Path | str, deck: Deck, *, partial_source: str | None = None) -> Saved:
    """Write a freshly made deck; over an old file it is merged (see `merge_deck`).

    Where a person's work is in the old file, it is first copied to `NAME.yaml.bak`.
    `DeckError` where the old file is no deck in order or cannot be replaced; it is
    then as it was.
    """
    target = Path(path)
    deck = deck if deck.made else stamp(deck)
    if not target.exists():
        write_text(target, dump_deck(deck))
        return Saved()
    old = read_text(target)
    text, report = merge_deck(old, deck, str(path), partial_source=partial_source)
    if text == old:
        return Saved(report)
    backup = target.with_name(target.name + ".bak") if report.in_doubt else None
    if backup:
        write_text(backup, old)
    write_text(target, text)
    return Saved(report, backup)


def save_missing_ids(path: Path | str) -> bool:
    """Give a hand-written deck file its ids; whether any were missing."""
    old = read_text(path)
    text = add_missing_ids(old, str(path))
    if text != old:
        write_text(path, text)
    return text != old
