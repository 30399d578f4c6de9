from dataclasses import replace

from studykit.cards.model import Card
from studykit.deck.model import Deck
from studykit.exchange.anki.anki_decks import gathered
from studykit.exchange.anki.decks import decks_of
from studykit.exchange.anki.joining import joined
from studykit.exchange.anki.model import AnkiCard, AnkiDeck, Note, Package
from studykit.exchange.anki.notes import Notes, notes_of
from tests.deck.making import DECK
from tests.exchange.anki.packages import BASIC

WHEN = 1_700_000_000


def made(deck: Deck) -> Notes:
    return notes_of(deck, {}.get, lambda card: WHEN)


def again(notes: Notes) -> list[Deck]:
    package = Package(WHEN, notes.note_types, notes.decks, notes.notes, notes.cards)
    return [one.deck for one in decks_of(package, "a").decks]


def foreign(guid: str, template: int, deck: AnkiDeck, modified: int = 1) -> Notes:
    note = Note(7, guid, BASIC.id, ("甲", "乙", ""), (), modified)
    card = AnkiCard(8, 7, deck.id, template)
    return Notes((BASIC,), (deck,), (note,), (card,), {8: f"{guid}{template}"})


def test_one_part_stays_as_it_is() -> None:
    assert joined([made(DECK)]) == made(DECK)
    assert joined([]) == Notes((), (), (), (), {})


def test_two_decks_of_one_title_and_one_second() -> None:
    cards = (Card("qa", "又一问？", "又一答", id="otherone", section="农业"),)
    other = replace(DECK, id="other", cards=cards)
    both = joined([made(DECK), made(other)])
    assert again(both) == [DECK, other]
    assert [deck.name for deck in both.decks] == ["县域经济", "县域经济::农业"]
    assert len({note.id for note in both.notes}) == len({card.id for card in both.cards}) == 7
    assert both.card_ids[both.cards[-1].id] == "otherone"
    assert both.cards[-1].note == both.notes[-1].id


def test_a_note_whose_cards_are_in_two_decks() -> None:
    one, two = AnkiDeck(1, "甲"), AnkiDeck(2, "乙")
    both = joined([foreign("g", 0, one), foreign("g", 1, two, modified=5)])
    assert [(note.id, note.modified) for note in both.notes] == [(7, 5)]
    assert [(card.id, card.note, card.deck) for card in both.cards] == [(8, 7, 1), (9, 7, 2)]
    assert both.card_ids == {8: "g0", 9: "g1"}


def test_a_card_that_is_in_two_parts_is_one() -> None:
    part = foreign("g", 0, AnkiDeck(1, "甲"))
    assert joined([part, part]) == part


def test_ids_that_two_collections_gave_out() -> None:
    both = joined([foreign("g", 0, AnkiDeck(1, "甲")), foreign("h", 0, AnkiDeck(1, "乙"))])
    assert [(note.id, note.guid) for note in both.notes] == [(7, "g"), (8, "h")]
    assert [(card.note, card.deck) for card in both.cards] == [(7, 1), (8, 2)]
    assert [(deck.id, deck.name) for deck in both.decks] == [(1, "甲"), (2, "乙")]


def test_decks_whose_names_differ_in_case() -> None:
    upper, lower = AnkiDeck(1, "GDP", "a"), AnkiDeck(2, "gdp", "b")
    assert gathered([upper, lower, upper]) == (AnkiDeck(1, "GDP", "ab"),)
