"""Cards of a deck as Anki's notes and cards, decks and note types."""

from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass
from itertools import count

from studykit.cards.model import Card, CardType
from studykit.deck.model import Deck
from studykit.exchange.anki.anki_decks import anki_decks
from studykit.exchange.anki.cloze import cloze_html
from studykit.exchange.anki.fields import html_of, list_html
from studykit.exchange.anki.hidden import hidden_html
from studykit.exchange.anki.model import AnkiCard, AnkiDeck, Note, NoteType
from studykit.exchange.anki.names import deck_name, tag_name
from studykit.exchange.anki.note_types import note_type
from studykit.exchange.anki.places import place_words

LineOf = Callable[[int], int | None]
"""The line of an offset in the article; None where the article is not at hand."""

SUSPENDED = -1


@dataclass(frozen=True, slots=True)
class Notes:
    """What a deck is in Anki; `card_ids` has the id of our card by the id of each of `cards`."""

    note_types: tuple[NoteType, ...]
    decks: tuple[AnkiDeck, ...]
    notes: tuple[Note, ...]
    cards: tuple[AnkiCard, ...]
    card_ids: Mapping[int, str]


def notes_of(
    deck: Deck,
    line_of: LineOf,
    modified: Callable[[Card], int],
    *,
    taken: Container[int] = (),
) -> Notes:
    """The cards of a deck as notes of studykit's own note types, one new card each.

    The card's id is the note's `guid`; `modified(card)` the second (since 1970) that the
    note was last changed in, which Anki goes by when it takes over a newer note.
    `line_of` gives the line of a quote. Ids of notes and their cards are milliseconds,
    counted up in the order of the deck from the earliest `modified`, but for those in
    `taken`: pass the ids of the decks that go into the same package. Cards have their
    place in the deck as `due`; those that are `gone` are suspended. The deck's cards
    must be in order, as a deck file's are (`ValueError` for blanks without answers).
    """
    times = [modified(card) for card in deck.cards]
    decks = anki_decks(deck, max(times, default=0))
    by_name = {one.name.casefold(): one.id for one in decks}
    ids = (id_ for id_ in count(1000 * min(times, default=0) + 1) if id_ not in taken)
    notes = []
    cards = []
    for position, (card, time, id_) in enumerate(zip(deck.cards, times, ids, strict=False), 1):
        notes.append(
            Note(
                id_, card.id, note_type(card.type).id, fields_of(card, deck, line_of),
                tags_of(card), time,
            )
        )  # fmt: skip
        home = by_name[deck_name(deck.title, card.section).casefold()]
        queue = SUSPENDED if card.gone else 0
        cards.append(AnkiCard(id_, id_, home, modified=time, queue=queue, due=position))
    types: list[CardType] = list(dict.fromkeys(card.type for card in deck.cards))
    return Notes(
        note_types=tuple(map(note_type, types)),
        decks=decks,
        notes=tuple(notes),
        cards=tuple(cards),
        card_ids={made.id: card.id for made, card in zip(cards, deck.cards, strict=True)},
    )


def fields_of(card: Card, deck: Deck, line_of: LineOf) -> tuple[str, ...]:
    """The fields of the card's note, in the order of its note type."""
    return (
        *_own_fields(card, deck.language),
        html_of(card.derived),
        list_html(card.accept),
        html_of(card.explanation),
        list_html(card.quotes),
        html_of(place_words(card, deck, line_of)),
        html_of(card.section),
        html_of(deck.language),
        hidden_html(card, deck.id),
    )


def _own_fields(card: Card, language: str) -> tuple[str, ...]:
    """The fields that differ from type to type."""
    if card.type == "cloze":
        return (cloze_html(card.prompt, card.answers),)
    prompt = html_of(card.prompt)
    if isinstance(card.answer, bool):
        return prompt, truth_word(card.answer, language)
    if card.type == "list":
        return prompt, list_html(card.answers, ordered=card.ordered)
    answer = html_of(card.answers[0])
    return (prompt, answer, list_html(card.options)) if card.type == "choice" else (prompt, answer)


def truth_word(value: bool, language: str) -> str:
    """True or false, in the script of the deck."""
    if language == "zh-Hant":
        return "對" if value else "錯"
    return "对" if value else "错"


def tags_of(card: Card) -> tuple[str, ...]:
    """The card's tags as Anki allows them."""
    return tuple(dict.fromkeys(filter(None, map(tag_name, card.tags))))
