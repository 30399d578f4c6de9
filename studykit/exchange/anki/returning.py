"""Notes that came from Anki, on their way back there.

A note whose cards say what they said when they came is the very note it was. Where a
card was edited, the field behind that side is written anew, if there plainly is one;
otherwise the note stays as it was, and a line says so.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from studykit.cards.model import BLANK, Card
from studykit.deck.model import Deck
from studykit.exchange.anki.anki_decks import deck_id
from studykit.exchange.anki.cloze import cloze_html
from studykit.exchange.anki.cloze_text import hints_in, numbers_in
from studykit.exchange.anki.fields import html_of
from studykit.exchange.anki.foreign_cards import foreign_card
from studykit.exchange.anki.model import AnkiCard, AnkiDeck, Note, NoteType
from studykit.exchange.anki.names import PART, deck_name, tags_of
from studykit.exchange.anki.sidecar import Link, Sidecar, text_print
from studykit.exchange.anki.sides import sides_of
from studykit.exchange.anki.unfit import UnfitError
from studykit.messages import _

SUSPENDED = -1


@dataclass(frozen=True, slots=True)
class Returned:
    """A deck's notes that came from Anki; `card_ids` and `unsaid` as in `notes.Notes`."""

    note_types: tuple[NoteType, ...] = ()
    decks: tuple[AnkiDeck, ...] = ()
    notes: tuple[Note, ...] = ()
    cards: tuple[AnkiCard, ...] = ()
    card_ids: Mapping[int, str] = field(default_factory=dict)
    unsaid: tuple[str, ...] = ()


def returned(deck: Deck, sidecar: Sidecar, modified: Callable[[Card], int]) -> Returned:
    """The deck's cards that are in the sidecar as notes of Anki's; others are passed over.

    Cards deleted from the deck stay out, and so do notes that have none left. An
    edited note is `modified` when its card was; others keep their time.
    """
    types = {one.id: one for one in sidecar.note_types}
    notes = {one.id: one for one in sidecar.notes if one.type in types}
    cards = {card.id: card for card in deck.cards}
    pairs: dict[int, list[tuple[Link, Card]]] = {}
    for link in sidecar.links:
        if link.card in cards and link.note in notes:
            pairs.setdefault(link.note, []).append((link, cards[link.card]))
    decks = {one.id: one for one in sidecar.decks}
    out_notes, out_cards, unsaid = [], [], []
    for note_id, found in pairs.items():
        note = notes[note_id]
        note, lines = _edited(note, types[note.type], found, modified)
        out_notes.append(note)
        unsaid += lines
        for link, card in found:
            home = _home(link, card, deck, decks)
            decks.setdefault(home.id, home)
            queue = SUSPENDED if card.gone else 0
            out_cards.append(
                AnkiCard(link.id, note_id, home.id, link.template, note.modified, queue=queue)
            )
    used = {card.deck for card in out_cards}
    kinds = {note.type for note in out_notes}
    return Returned(
        note_types=tuple(one for one in sidecar.note_types if one.id in kinds),
        decks=tuple(one for one in decks.values() if one.id in used),
        notes=tuple(out_notes),
        cards=tuple(out_cards),
        card_ids={link.id: card.id for found in pairs.values() for link, card in found},
        unsaid=tuple(unsaid),
    )


def _home(link: Link, card: Card, deck: Deck, decks: Mapping[int, AnkiDeck]) -> AnkiDeck:
    """The card's deck: the one it had, unless its section is another by now."""
    old = decks.get(link.deck)
    if old and (not card.section or old.name.endswith(f"{PART}{card.section}")):
        return old
    name = deck_name(deck.title, card.section)
    known = (one for one in decks.values() if one.name.casefold() == name.casefold())
    return next(known, AnkiDeck(deck_id(name), name))


def _edited(
    note: Note,
    note_type: NoteType,
    pairs: list[tuple[Link, Card]],
    modified: Callable[[Card], int],
) -> tuple[Note, list[str]]:
    """The note with the edits to its cards, and a line for each that it cannot take."""
    fields = dict(enumerate(note.fields))
    changed: list[Card] = []
    lines = []
    for link, card in pairs:
        tags = tags_of(card)
        if set(tags) != set(note.tags):
            note = note._replace(tags=tags)
            changed.append(card)
        if text_print(card) == link.text:
            continue
        edits, is_all = _edits(note, note_type, link.template, card)
        # Another card of the note may have said otherwise of the same field.
        is_all &= all(fields[at] in (note.fields[at], html) for at, html in edits.items())
        fields.update(edits)
        if edits:
            changed.append(card)
        if not is_all:
            message = _(
                "{id}: not all of what was edited reaches Anki: no one field of its note type "
                "“{name}” holds it"
            )
            lines.append(message.format(id=card.id, name=note_type.name))
    if changed:
        # Anki takes over only what is newer than its own.
        time = max(note.modified + 1, *map(modified, changed))
        note = note._replace(fields=tuple(fields.values()), modified=time)
    return note, lines


def _edits(note: Note, note_type: NoteType, place: int, card: Card) -> tuple[dict[int, str], bool]:
    """The fields to be written anew, by their places, and whether that is all of the edit."""
    try:
        before = foreign_card(note, note_type, place)
    except UnfitError:
        return {}, False
    same = replace(card, prompt="", answer="", explanation="", type="qa")
    is_all = text_print(same) == text_print(Card("qa", "", ""))
    sides = sides_of(note_type, place)
    edits: dict[int, str] = {}
    wanted: list[tuple[int | None, str | None]] = []
    if before.type == "cloze":
        if (card.prompt, card.answer) != (before.prompt, before.answer):
            wanted.append((sides.prompt, _cloze(note, sides.prompt, place + 1, card)))
    else:
        answer = card.answer if isinstance(card.answer, str) else None
        if card.prompt != before.prompt:
            wanted.append((sides.prompt, html_of(card.prompt)))
        if answer != before.answer:
            wanted.append((sides.answer, None if answer is None else html_of(answer)))
    if card.explanation != before.explanation:
        wanted.append((sides.explanation, html_of(card.explanation)))
    for at, html in wanted:
        if at is None or html is None:
            is_all = False
        else:
            edits[at] = html
    return edits, is_all


def _cloze(note: Note, at: int | None, number: int, card: Card) -> str | None:
    """The field of a cloze anew; None where it has other numbers, or the card is none any more."""
    if at is None or numbers_in(note.fields[at]) != [number] or card.type != "cloze":
        return None
    if card.prompt.count(BLANK) != len(card.answers):
        return None
    hints = tuple(hints_in(note.fields[at]))
    return cloze_html(card.prompt, card.answers, number, hints)
