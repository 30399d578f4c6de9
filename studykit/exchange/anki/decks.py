"""A package's notes as decks: our own as they were, anyone else's as cards of theirs."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from studykit.cards.model import Card, CardType
from studykit.deck.ids import mint_id
from studykit.deck.model import Deck
from studykit.errors import Problem
from studykit.exchange.anki.foreign_cards import foreign_card, is_occlusion
from studykit.exchange.anki.homes import Homes
from studykit.exchange.anki.html_text import html_text, media_in
from studykit.exchange.anki.model import AnkiCard, AnkiDeck, Note, Package
from studykit.exchange.anki.own_cards import card_type_of, own_card
from studykit.exchange.anki.sidecar import Link, Sidecar, text_print
from studykit.exchange.anki.unfit import UnfitError
from studykit.messages import _, ngettext

# What serves as an id here: Anki's own guids do, and what is a line on a screen.
_ID = re.compile(r"[!-~]{1,64}")
# So much of a note is shown to find it by.
_SHOWN = 24
# Files that a note type's own styling and scripts use begin so.
_SHARED_MEDIA = "_"


@dataclass(frozen=True, slots=True)
class ImportedDeck:
    """A deck out of a package; `sidecar` is None where all its notes are studykit's own.

    `media` are the names of the package's media files that it uses.
    """

    deck: Deck
    sidecar: Sidecar | None
    media: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Imported:
    """The decks of a package; `card_ids` has the id of our card by that of Anki's."""

    decks: tuple[ImportedDeck, ...]
    card_ids: Mapping[int, str]
    problems: tuple[Problem, ...]


def decks_of(package: Package, path: str) -> Imported:
    """The decks that a package holds; `path` is for the problems.

    Notes of studykit's own note types give back their very decks, with what was edited
    in Anki. Of all others there is a deck for each of Anki's outermost decks, with the
    decks inside as sections, and a sidecar with what a deck cannot hold. Cards come in
    the order of their notes' ids. What makes no card is a `Problem`.
    """
    return _Import(package, path).run()


@dataclass(slots=True)
class _Building:
    """A deck being gathered."""

    cards: list[Card] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    notes: dict[int, Note] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)


class _Import:
    def __init__(self, package: Package, path: str) -> None:
        self.package, self.path = package, path
        self.types = {one.id: one for one in package.note_types}
        self.card_types = {one.id: card_type_of(one) for one in package.note_types}
        self.homes = Homes(package.decks)
        self.building = {id_: _Building() for id_ in self.homes.headers}
        self.taken: set[str] = set()
        self.own_ids: set[str] = set()
        self.card_ids: dict[int, str] = {}
        self.problems: list[Problem] = []
        self.occluded = 0

    def run(self) -> Imported:
        cards: dict[int, list[AnkiCard]] = {}
        for card in self.package.cards:
            cards.setdefault(card.note, []).append(card)
        notes = sorted(self.package.notes)
        # Ids of our own cards are theirs, whatever else has the same.
        self.taken.update(note.guid for note in notes if self.card_types.get(note.type))
        for note in notes:
            found = sorted(cards.get(note.id, ()), key=lambda card: (card.template, card.id))
            type_ = self.card_types.get(note.type)
            if note.type not in self.types or not found:
                continue
            if type_:
                self.add_own(note, type_, found)
            else:
                self.add_foreign(note, found)
        if self.occluded:
            message = ngettext(
                "{n} card hides part of a picture; here it shows the whole",
                "{n} cards hide parts of pictures; here they show the whole",
                self.occluded,
            )
            self.problems.append(Problem(self.path, 1, message.format(n=self.occluded)))
        built = tuple(map(self.finished, self.building))
        return Imported(built, self.card_ids, tuple(self.problems))

    def add_own(self, note: Note, type_: CardType, cards: list[AnkiCard]) -> None:
        try:
            own = own_card(note, type_, self.types[note.type].fields)
        except UnfitError as error:
            self.report_unfit(note, error)
            return
        card = own.card
        if not card.id.strip() or card.id in self.own_ids:
            card = replace(card, id=mint_id(note.guid, card.type, card.prompt, self.taken))
        self.own_ids.add(card.id)
        self.taken.add(card.id)
        id_, _section = self.homes.home(cards[0], own.deck_id)
        header = self.homes.headers[id_]
        if not header.language:
            self.homes.headers[id_] = replace(header, language=own.language)
        building = self.building.setdefault(id_, _Building())
        building.cards.append(card)
        building.texts += note.fields
        self.card_ids[cards[0].id] = card.id
        if len(cards) > 1:
            message = _("the note “{words}” has several cards in Anki; only the first is taken")
            self.report(note, message)

    def add_foreign(self, note: Note, cards: list[AnkiCard]) -> None:
        note_type = self.types[note.type]
        for anki_card in cards:
            try:
                card = foreign_card(note, note_type, anki_card.template)
            except UnfitError as error:
                self.report_unfit(note, error)
                continue
            self.occluded += is_occlusion(note, note_type)
            deck_id, section = self.homes.home(anki_card)
            building = self.building.setdefault(deck_id, _Building())
            id_ = self.id_for(note, anki_card)
            building.cards.append(replace(card, id=id_, section=section))
            if note.id not in building.notes:
                building.notes[note.id] = note
                building.texts += note.fields
            deck = anki_card.original_deck or anki_card.deck
            link = Link(anki_card.id, id_, note.id, deck, anki_card.template, text_print(card))
            building.links.append(link)
            self.card_ids[anki_card.id] = id_

    def id_for(self, note: Note, card: AnkiCard) -> str:
        """The note's guid for its first card, if it can be; else an id made of it."""
        id_ = note.guid
        if card.template or id_ in self.taken or not _ID.fullmatch(id_):
            id_ = mint_id(note.guid, "anki", str(card.template), self.taken)
        self.taken.add(id_)
        return id_

    def finished(self, id_: str) -> ImportedDeck:
        header, building = self.homes.headers[id_], self.building[id_]
        if not header.language:
            header = replace(header, language=_language(building.cards))
        used: set[str] = set()
        for html in building.texts:
            if "<" in html or "[" in html:
                used |= media_in(html)
        media = [
            name for name in self.package.media if name in used or name.startswith(_SHARED_MEDIA)
        ]
        return ImportedDeck(
            replace(header, cards=tuple(building.cards)), self.sidecar(building), tuple(media)
        )

    def sidecar(self, building: _Building) -> Sidecar | None:
        if not building.links:
            return None
        types = {note.type for note in building.notes.values()}
        decks = {link.deck for link in building.links}
        return Sidecar(
            note_types=tuple(one for one in self.package.note_types if one.id in types),
            decks=tuple(_bare(one) for one in self.package.decks if one.id in decks),
            notes=tuple(building.notes.values()),
            links=tuple(building.links),
        )

    def report(self, note: Note, message: str, **more: str) -> None:
        words = next(filter(None, map(html_text, note.fields)), note.guid)
        words = " ".join(words.split())
        words = words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
        self.problems.append(Problem(self.path, 1, message.format(words=words, **more)))

    def report_unfit(self, note: Note, error: UnfitError) -> None:
        message = _("a card of the note “{words}” is left out: {why}")
        self.report(note, message, why=str(error))


def _bare(deck: AnkiDeck) -> AnkiDeck:
    """A deck without its options, which do not travel with it."""
    return replace(deck, preset=1)


def _language(cards: list[Card]) -> str:
    from studykit.article.script import detect_language

    return detect_language("\n".join(card.prompt for card in cards))
