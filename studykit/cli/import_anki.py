"""Importing Anki's packages: decks, media, what a deck cannot hold, and progress."""

from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from studykit.cli.arrivals import arrival_lines, import_paths
from studykit.cli.places import lines_of_deck
from studykit.deck.file import load_deck, read_text, write_text
from studykit.errors import ExchangeError, Problem
from studykit.exchange.anki.arriving import Arrival, Here, arrival
from studykit.exchange.anki.beside import read_sidecar
from studykit.exchange.anki.decks import ImportedDeck, decks_of
from studykit.exchange.anki.ledger import ledger_path, read_ledger, write_ledger
from studykit.exchange.anki.model import Package
from studykit.exchange.anki.read import read_package
from studykit.exchange.anki.sidecar import dump_sidecar, media_folder, sidecar_path
from studykit.messages import _, ngettext
from studykit.progress.folder import Folder


@dataclass(frozen=True, slots=True)
class _Deck:
    """A deck out of the package, the file it goes to, and what that becomes."""

    imported: ImportedDeck
    path: Path
    arrival: Arrival
    is_new: bool
    ledger_changed: bool


def import_anki(file: Path, output: Path | None, folder: Folder | None) -> int:
    """Import a package, with `folder` its progress too; prints what was done, gives the code."""
    from studykit.cli.boundary import FAILED, OK

    package, problems = read_package(file)
    found = decks_of(package, str(file))
    if not found.decks:
        _complain(*problems, *found.problems)
        raise ExchangeError(_("{path}: has no cards").format(path=file))
    paths = import_paths([one.deck for one in found.decks], output)
    # Everything is worked out before anything is written.
    decks = [_arriving(one, package, path) for one, path in zip(found.decks, paths, strict=True)]
    for deck in decks:
        kept = _write(deck, package)
        n = len(deck.imported.deck.cards)
        merged = deck.arrival.merged
        _say(arrival_lines(str(file), deck.path, n, merged, is_new=deck.is_new), kept)
    if folder:
        from studykit.cli.import_progress import import_progress

        gone = {card.id for one in found.decks for card in one.deck.cards if card.gone}
        _say(import_progress(folder, package, found.card_ids, gone, paths))
    elif package.reviews:
        n = len(package.reviews)
        words = ngettext(
            "The package holds {n} review; --progress takes it over.",
            "The package holds {n} reviews; --progress takes them over.",
            n,
        )
        _say([words.format(n=n)])
    _complain(*problems, *found.problems)
    return FAILED if problems or found.problems else OK


def _say(*lines: list[str]) -> None:
    from studykit.terminal.text import one_line

    for line in chain(*lines):
        print(one_line(line))


def _complain(*problems: Problem) -> None:
    from studykit.cli.boundary import complain

    for problem in problems:
        complain(str(problem))


def _arriving(imported: ImportedDeck, package: Package, path: Path) -> _Deck:
    deck = imported.deck
    here = None
    if path.exists():
        here = Here(read_text(path), load_deck(path), read_sidecar(path))
        deck = here.deck
    ledger = read_ledger(ledger_path(deck.id))
    line_of = lines_of_deck(deck, path)
    arrived = arrival(imported, package, str(path), here, line_of, ledger)
    return _Deck(imported, path, arrived, here is None, arrived.ledger != (ledger or {}))


def _write(deck: _Deck, package: Package) -> list[str]:
    """Write a deck with what belongs to it; gives a line for each file that stays as it is."""
    from studykit.files import write_atomically

    kept = []
    media = media_folder(deck.path)
    for name in deck.imported.media:
        target, content = media / name, package.media[name]
        if not target.exists():
            write_atomically(target, content)
        elif target.read_bytes() != content:
            message = _("{path}: is another file than in the package; it stays as it is")
            kept.append(message.format(path=target))
    if deck.is_new or deck.arrival.merged.added or deck.arrival.merged.changed:
        write_text(deck.path, deck.arrival.merged.text)
    if deck.ledger_changed:
        write_ledger(ledger_path(deck.imported.deck.id), deck.arrival.ledger)
    # Last of all: a sidecar that is ahead of its deck would pass for edits made here.
    if deck.arrival.sidecar:
        write_text(sidecar_path(deck.path), dump_sidecar(deck.arrival.sidecar))
    return kept
