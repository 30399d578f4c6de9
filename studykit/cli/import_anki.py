"""Importing Anki's packages: decks, media, what a deck cannot hold, and progress."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from studykit.cli.articles import DECKS, is_deck
from studykit.cli.places import lines_of_deck
from studykit.cli.usage import WrongUsageError
from studykit.deck.file import load_deck, read_text, write_text
from studykit.deck.model import Deck
from studykit.errors import DeckError
from studykit.exchange.anki.arriving import Arrival, Here, arrival
from studykit.exchange.anki.beside import read_sidecar
from studykit.exchange.anki.decks import ImportedDeck, decks_of
from studykit.exchange.anki.ledger import ledger_path, read_ledger
from studykit.exchange.anki.model import Package
from studykit.exchange.anki.read import read_package
from studykit.exchange.anki.sidecar import dump_sidecar, media_folder, sidecar_path
from studykit.exchange.file_names import file_name
from studykit.messages import _, ngettext
from studykit.progress.folder import Folder


@dataclass(frozen=True, slots=True)
class _Deck:
    """A deck out of the package, the file it goes to, and what that becomes."""

    imported: ImportedDeck
    path: Path
    arrival: Arrival
    is_new: bool


def import_anki(file: Path, output: Path | None, folder: Folder | None) -> int:
    """Import a package, with `folder` its progress too; prints what was done, gives the code."""
    from studykit.cli.boundary import FAILED, OK, complain
    from studykit.terminal.text import one_line

    package, problems = read_package(file)
    found = decks_of(package, str(file))
    paths = _paths([one.deck for one in found.decks], output)
    # Everything is worked out before anything is written.
    decks = [_arriving(one, path) for one, path in zip(found.decks, paths, strict=True)]
    lines: list[str] = []
    for deck in decks:
        lines += [_said(file, deck), *_disputed(deck), *_write(deck, package)]
    if folder:
        from studykit.cli.import_progress import import_progress

        gone = {card.id for one in found.decks for card in one.deck.cards if card.gone}
        lines += import_progress(folder, package, found.card_ids, gone, paths)
    elif package.reviews:
        n = len(package.reviews)
        words = ngettext(
            "The package holds {n} review; --progress takes it over.",
            "The package holds {n} reviews; --progress takes them over.",
            n,
        )
        lines.append(words.format(n=n))
    for line in lines:
        print(one_line(line))
    for problem in (*problems, *found.problems):
        complain(str(problem))
    return FAILED if problems or found.problems else OK


def _paths(decks: Sequence[Deck], output: Path | None) -> list[Path]:
    """The file of each deck: the one named, else the one in the folder that is of this deck."""
    if output and is_deck(str(output)):
        if len(decks) != 1:
            message = _("the file holds {n} decks: name a folder with -o, not a deck")
            raise WrongUsageError(message.format(n=len(decks)))
        return [output]
    folder = output or DECKS
    there = dict(_decks_in(folder))
    taken = {path.name.casefold() for path in there.values()}
    paths = []
    for deck in decks:
        path = there.get(deck.id) or folder / file_name(deck, taken)
        taken.add(path.name.casefold())
        paths.append(path)
    return paths


def _decks_in(folder: Path) -> Iterable[tuple[str, Path]]:
    """The ids of the decks in a folder, and where they are; what is no deck is passed over."""
    for path in sorted(folder.glob("*")):
        if is_deck(path.name):
            try:
                yield load_deck(path).id, path
            except DeckError:
                yield "", path


def _arriving(imported: ImportedDeck, path: Path) -> _Deck:
    here = _here(path) if path.exists() else None
    return _Deck(imported, path, arrival(imported, str(path), here), here is None)


def _here(path: Path) -> Here:
    deck = load_deck(path)
    ledger = read_ledger(ledger_path(deck.id))
    return Here(read_text(path), deck, lines_of_deck(deck, path), ledger, read_sidecar(path))


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
    if deck.arrival.sidecar:
        write_text(sidecar_path(deck.path), dump_sidecar(deck.arrival.sidecar))
    # Last of all: a deck that is there has all that belongs to it.
    if deck.is_new or deck.arrival.merged.added or deck.arrival.merged.changed:
        write_text(deck.path, deck.arrival.merged.text)
    return kept


def _said(file: Path, deck: _Deck) -> str:
    merged = deck.arrival.merged
    n = len(deck.imported.deck.cards)
    if deck.is_new:
        words = ngettext("{n} card", "{n} cards", n).format(n=n)
    else:
        same = n - len(merged.added) - len(merged.changed)
        words = _("{added} new, {changed} changed, {same} stay as they are").format(
            added=len(merged.added), changed=len(merged.changed), same=same
        )
    return f"{file} → {deck.path} ({words})"


def _disputed(deck: _Deck) -> list[str]:
    ids = deck.arrival.merged.disputed
    if not ids:
        return []
    words = ngettext(
        "{n} card was changed here and in the package, and stays as it is here: {ids}",
        "{n} cards were changed here and in the package, and stay as they are here: {ids}",
        len(ids),
    )
    return [words.format(n=len(ids), ids=", ".join(ids))]
