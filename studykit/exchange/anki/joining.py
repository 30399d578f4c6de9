"""Several decks' notes put together, as one package wants them: each id and name once."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import replace

from studykit.exchange.anki.anki_decks import gathered
from studykit.exchange.anki.model import AnkiCard, AnkiDeck, Note, NoteType
from studykit.exchange.anki.notes import Notes


def joined(parts: Sequence[Notes]) -> Notes:
    """The parts as one; of what two share the first counts, of notes and note types the newest.

    Decks of one name become one. Notes of one GUID are one note, with the cards of
    all. Ids that two different things have are counted up for the later.
    """
    decks = _distinct(gathered(deck for part in parts for deck in part.decks))
    homes = {deck.name.casefold(): deck.id for deck in decks}
    note_types: dict[int, NoteType] = {}
    notes: dict[str, Note] = {}
    cards: list[AnkiCard] = []
    card_ids: dict[int, str] = {}
    taken: set[int] = set()
    known: set[tuple[int, int]] = set()
    for part in parts:
        for kind in part.note_types:
            note_types[kind.id] = max(
                note_types.get(kind.id, kind), kind, key=lambda one: one.modified
            )
        numbers = {}
        for note in part.notes:
            old = notes.get(note.guid)
            number = old.id if old else _free(note.id, taken)
            taken.add(number)
            numbers[note.id] = number
            if old is None or note.modified > old.modified:
                notes[note.guid] = note._replace(id=number)
        moved = {deck.id: homes[deck.name.casefold()] for deck in part.decks}
        for card in part.cards:
            place = numbers[card.note], card.template
            if place in known:
                continue
            known.add(place)
            number = _free(card.id, card_ids)
            card_ids[number] = part.card_ids[card.id]
            cards.append(card._replace(id=number, note=place[0], deck=moved[card.deck]))
    return Notes(
        note_types=tuple(note_types.values()),
        decks=decks,
        notes=tuple(notes.values()),
        cards=tuple(cards),
        card_ids=card_ids,
        unsaid=tuple(line for part in parts for line in part.unsaid),
    )


def _distinct(decks: Iterable[AnkiDeck]) -> tuple[AnkiDeck, ...]:
    found: dict[int, AnkiDeck] = {}
    for deck in decks:
        number = _free(deck.id, found)
        found[number] = deck if number == deck.id else replace(deck, id=number)
    return tuple(found.values())


def _free(number: int, taken: Container[int]) -> int:
    while number in taken:
        number += 1
    return number
