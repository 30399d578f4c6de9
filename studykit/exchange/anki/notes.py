"""Cards of a deck as Anki's notes and cards, decks and note types."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from itertools import count

from studykit.cards.model import Card, CardType
from studykit.deck.model import Deck
from studykit.exchange.anki.anki_decks import anki_decks, gathered
from studykit.exchange.anki.cloze import cloze_html
from studykit.exchange.anki.fields import html_of, list_html
from studykit.exchange.anki.hidden import hidden_html
from studykit.exchange.anki.model import AnkiCard, AnkiDeck, Note, NoteType
from studykit.exchange.anki.names import deck_name, tags_of
from studykit.exchange.anki.note_types import note_type
from studykit.exchange.anki.places import place_words
from studykit.exchange.anki.returning import Returned, returned
from studykit.exchange.anki.sidecar import Sidecar

LineOf = Callable[[int], int | None]
"""The line of an offset in the article; None where the article is not at hand."""

SUSPENDED = -1


@dataclass(frozen=True, slots=True)
class Notes:
    """What a deck is in Anki; `card_ids` has the id of our card by the id of each of `cards`.

    `unsaid` are lines on what of the deck does not reach Anki.
    """

    note_types: tuple[NoteType, ...]
    decks: tuple[AnkiDeck, ...]
    notes: tuple[Note, ...]
    cards: tuple[AnkiCard, ...]
    card_ids: Mapping[int, str]
    unsaid: tuple[str, ...] = ()


def notes_of(
    deck: Deck,
    line_of: LineOf,
    modified: Callable[[Card], int],
    *,
    sidecar: Sidecar | None = None,
) -> Notes:
    """The cards of a deck as notes of studykit's own note types, one new card each.

    The card's id is the note's `guid`; `modified(card)` the second (since 1970) that the
    note was last changed in, which Anki goes by when it takes over a newer note.
    `line_of` gives the line of a quote. Ids of notes and their cards are milliseconds,
    counted up in the order of the deck from the earliest `modified`; for several decks in
    one package see `joining`. Cards have their place in the deck as `due`; those that are
    `gone` are suspended. The deck's cards must be in order, as a deck file's are
    (`ValueError` for blanks without answers).
    `sidecar` is that of a deck that came from Anki: its cards are then the notes they
    were, with what was edited since (see `returning`), and only other cards become new notes.
    """
    old = returned(deck, sidecar, modified) if sidecar else Returned()
    away = {one.id for one in old.cards} | {one.id for one in old.notes}
    places = {card.id: at for at, card in enumerate(deck.cards, 1)}
    returning = set(old.card_ids.values())
    own = replace(deck, cards=tuple(card for card in deck.cards if card.id not in returning))
    times = [modified(card) for card in own.cards]
    # A deck that is all Anki's stays without our header, unless that says something.
    has_header = own.cards or not old.cards or deck.source or deck.warnings
    new_decks = anki_decks(own, max(times, default=0)) if has_header else ()
    decks = gathered([*old.decks, *new_decks])
    by_name = {one.name.casefold(): one.id for one in decks}
    ids = (id_ for id_ in count(1000 * min(times, default=0) + 1) if id_ not in away)
    notes = list(old.notes)
    cards = [card._replace(due=places[old.card_ids[card.id]]) for card in old.cards]
    card_ids = dict(old.card_ids)
    for card, time, id_ in zip(own.cards, times, ids, strict=False):
        fields, tags = fields_of(card, deck, line_of), tags_of(card)
        notes.append(Note(id_, card.id, note_type(card.type).id, fields, tags, time))
        home = by_name[deck_name(deck.title, card.section).casefold()]
        queue = SUSPENDED if card.gone else 0
        cards.append(AnkiCard(id_, id_, home, 0, time, queue=queue, due=places[card.id]))
        card_ids[id_] = card.id
    types: list[CardType] = list(dict.fromkeys(card.type for card in own.cards))
    return Notes(
        note_types=(*old.note_types, *map(note_type, types)),
        decks=decks,
        notes=tuple(notes),
        cards=tuple(cards),
        card_ids=card_ids,
        unsaid=old.unsaid,
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
