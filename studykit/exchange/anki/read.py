"""Packages from the disk: .apkg and .colpkg of every Anki since 2012, as values.

What is wrong with single rows is named, and they are left out; a package that is
damaged, of a newer version or no package at all is refused. Nothing is unpacked
to the disk, and nothing beyond a limit (`archive`, `media`).
"""

from pathlib import Path

from studykit.errors import Problem
from studykit.exchange.anki.archive import Archive
from studykit.exchange.anki.database import opened
from studykit.exchange.anki.head import read_head, without_defaults
from studykit.exchange.anki.media import media_of
from studykit.exchange.anki.model import Package
from studykit.exchange.anki.rows import read_cards, read_notes, read_reviews, with_lost_decks


def read_package(path: Path) -> tuple[Package, list[Problem]]:
    """What a package holds, in the order of ids, and what of it could not be read.

    Every card has a note, every note a type and as many fields as that has, every
    card a deck. Anki's default deck and options, which every package has, are
    left out where nothing uses them and no one has changed them. `ExchangeError`
    where the package cannot be read.
    """
    archive = Archive(path)
    media, problems = media_of(archive)
    said: list[str] = []
    with opened(archive.collection(), archive.path) as base:
        head = read_head(base, said)
        notes = read_notes(base, head.note_types, said)
        cards = read_cards(base, head.note_types, notes, said)
        reviews = read_reviews(base, said)
    decks = with_lost_decks(head.decks, cards, said)
    decks, presets = without_defaults(decks, head.presets, cards)
    package = Package(
        created=head.created,
        note_types=head.note_types,
        decks=decks,
        notes=notes,
        cards=cards,
        reviews=reviews,
        presets=presets,
        media=media,
    )
    return package, [*problems, *(Problem(archive.path, 1, message) for message in said)]
