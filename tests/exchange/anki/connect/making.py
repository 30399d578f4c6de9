"""Packages, and what an Anki that has taken them over would have."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from studykit.deck.model import Deck
from studykit.exchange.anki.connect.model import Present, PresentNote, PresentType
from studykit.exchange.anki.connect.wanted import wanted_of
from studykit.exchange.anki.model import Note, Package
from studykit.exchange.anki.notes import notes_of

EARLY, LATE = 1_750_000_000, 1_750_000_900
# As in Anki, which gives no card the number it has in a package.
_APART = 1_000_000


def package_of(deck: Deck, modified: int = EARLY, late: Iterable[str] = ()) -> Package:
    """The deck as a package; the cards with the ids in `late` were changed at LATE."""
    changed = set(late)
    made = notes_of(deck, lambda offset: 1, lambda card: modified)
    notes = [n._replace(modified=LATE) if n.guid in changed else n for n in made.notes]
    return Package(EARLY, made.note_types, made.decks, tuple(notes), made.cards)


def present_of(package: Package, **changes: object) -> Present:
    """An Anki that has all of a package."""
    cards = {card.note: card for card in package.cards}
    names = {deck.id: deck.name for deck in package.decks}
    present = Present(
        profile="学习",
        folder="/nowhere",
        note_types={
            one.id: PresentType(one.id, one.name, one.templates, one.css)
            for one in package.note_types
        },
        notes=tuple(
            PresentNote(
                id=one.note.id + _APART,
                type=one.note.type,
                key=one.key,
                fields=dict(zip(one.type.fields, one.note.fields, strict=True)),
                tags=one.note.tags,
                given=one.note.tags,
                modified=one.note.modified,
                cards=(cards[one.note.id].id + _APART,),
            )
            for one in wanted_of(package)
        ),
        decks=frozenset({"Default", *names.values()}),
        homes={card.id + _APART: names[card.deck] for card in package.cards},
    )
    return replace(present, **changes)  # type: ignore[arg-type]


def with_note(
    present: Present, card: str, fields: Mapping[str, str] | None = None, **changes: object
) -> Present:
    """The same with one note changed; `fields` holds only those that change."""
    notes = tuple(
        replace(note, fields={**note.fields, **(fields or {})}, **changes)  # type: ignore[arg-type]
        if note.key and note.key.card == card
        else note
        for note in present.notes
    )
    return replace(present, notes=notes)


def guids(notes: Iterable[Note]) -> list[str]:
    return [note.guid for note in notes]
