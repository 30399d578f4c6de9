"""The rows of a package, as far as they are sound: notes, cards and reviews."""

from collections.abc import Iterable

from studykit.exchange.anki.database import Column, Database
from studykit.exchange.anki.model import AnkiCard, AnkiDeck, Note, NoteType, Review
from studykit.exchange.anki.schema import SEPARATOR
from studykit.messages import _, ngettext

_NOTE = (
    Column("id"),
    Column("guid", "text"),
    Column("mid"),
    Column("flds", "text"),
    Column("tags", "text"),
    Column("mod"),
)
_CARD = (
    *map(Column, "id nid did ord mod type queue due ivl factor reps lapses".split()),
    *map(Column, ('"left"', "odue", "odid", "flags")),
    Column("data", "text"),
)
_REVIEW = tuple(map(Column, "id cid ease ivl lastIvl factor time type".split()))


def read_notes(base: Database, note_types: Iterable[NoteType], said: list[str]) -> tuple[Note, ...]:
    """The notes whose type is known; a note with too few or too many fields is mended."""
    lengths = {note_type.id: len(note_type.fields) for note_type in note_types}
    rows, bad = base.rows("notes", _NOTE)
    out, lost, mended = list[Note](), 0, 0
    for id_, guid, type_, text, tags, modified in rows:
        fields, length = text.split(SEPARATOR), lengths.get(type_, 0)
        if len(fields) != length:
            if not length:
                lost += 1
                continue
            mended += 1
            fields = _fitted(fields, length)
        out.append(Note(id_, guid, type_, tuple(fields), tuple(tags.split()), modified))
    _say_bad(bad, "notes", said)
    if lost:
        message = ngettext(
            "{n} note is left out: its note type is not in the package",
            "{n} notes are left out: their note types are not in the package",
            lost,
        )
        said.append(message.format(n=lost))
    if mended:
        message = ngettext(
            "{n} note had more or fewer fields than its note type; it was made to fit",
            "{n} notes had more or fewer fields than their note types; they were made to fit",
            mended,
        )
        said.append(message.format(n=mended))
    return tuple(out)


def read_cards(
    base: Database, note_types: Iterable[NoteType], notes: Iterable[Note], said: list[str]
) -> tuple[AnkiCard, ...]:
    """The cards whose note and template are known."""
    # A cloze note has a card a number, all of one template.
    templates = {
        note_type.id: None if note_type.kind == "cloze" else len(note_type.templates)
        for note_type in note_types
    }
    type_of = {note.id: note.type for note in notes}
    cards, bad = base.values("cards", _CARD, AnkiCard)
    sound = [
        card
        for card in cards
        if card.note in type_of and _has_template(card, templates[type_of[card.note]])
    ]
    _say_bad(bad, "cards", said)
    if lost := len(cards) - len(sound):
        message = ngettext(
            "{n} card is left out: its note or its template is not in the package",
            "{n} cards are left out: their notes or templates are not in the package",
            lost,
        )
        said.append(message.format(n=lost))
    return tuple(sound)


def read_reviews(base: Database, said: list[str]) -> tuple[Review, ...]:
    """All reviews, those of cards long deleted as well."""
    reviews, bad = base.values("revlog", _REVIEW, Review)
    _say_bad(bad, "revlog", said)
    return tuple(reviews)


def with_lost_decks(
    decks: tuple[AnkiDeck, ...], cards: Iterable[AnkiCard], said: list[str]
) -> tuple[AnkiDeck, ...]:
    """The decks with one more for each that has cards but is not among them, as Anki has it."""
    there = {deck.id for deck in decks}
    lost = sorted({card.deck for card in cards} - there)
    message = _("deck {id} is not in the package; it is called “recovered{id}”")
    said.extend(message.format(id=id_) for id_ in lost)
    more = (AnkiDeck(id_, f"recovered{id_}") for id_ in lost)
    return tuple(sorted((*decks, *more), key=lambda deck: deck.id))


def _fitted(fields: list[str], length: int) -> list[str]:
    """As many fields, as Anki's Check Database makes them: the surplus joins the last."""
    if len(fields) > length:
        return [*fields[: length - 1], "; ".join(fields[length - 1 :])]
    return [*fields, *[""] * (length - len(fields))]


def _has_template(card: AnkiCard, count: int | None) -> bool:
    return card.template >= 0 and (count is None or card.template < count)


def _say_bad(count: int, table: str, said: list[str]) -> None:
    if count:
        message = ngettext(
            "{n} row of “{table}” is left out: it holds a value of a wrong type",
            "{n} rows of “{table}” are left out: they hold values of a wrong type",
            count,
        )
        said.append(message.format(n=count, table=table))
