from dataclasses import replace

import pytest

from studykit.cards.model import Card
from studykit.deck.model import Deck, Source
from studykit.exchange.anki.decks import ImportedDeck, decks_of
from studykit.exchange.anki.model import AnkiCard, AnkiDeck, Note, NoteType, Package, Template
from studykit.exchange.anki.notes import Notes, notes_of
from studykit.exchange.anki.sidecar import Sidecar

OLD, NEW = 1_600_000_000, 1_700_000_000
ANSWER = "{{FrontSide}}<hr id=answer>"
REVERSED = NoteType(
    1,
    "双面",
    ("正面", "背面"),
    (
        Template("一", "{{正面}}", ANSWER + "{{背面}}"),
        Template("二", "{{背面}}", ANSWER + "{{正面}}"),
    ),
)
CLOZE = NoteType(
    2,
    "填空",
    ("文", "注"),
    (Template("空", "{{cloze:文}}", "{{cloze:文}}<br>{{注}}"),),
    kind="cloze",
)
OWN = NoteType(
    3, "自制", ("词", "义", "例"), (Template("认", "{{词}}（{{例}}）", ANSWER + "{{义}}"),)
)
TANG, SONG = AnkiDeck(10, "历史::唐", "说明"), AnkiDeck(11, "历史::宋")
NOTES = (
    Note(100, "g1", 1, ("<b>贞观</b>", "627"), ("唐",), OLD),
    Note(101, "g2", 2, ("{{c1::李渊}}称帝", "618"), (), OLD),
    Note(102, "g3", 2, ("{{c1::甲}}与{{c2::乙::谁}}", ""), (), OLD),
    Note(103, "g4", 3, ("府兵", "兵制", "例"), (), OLD),
    Note(104, "g5", 2, ("{{c1::丙::提示}}和{{c1::丁}}", ""), (), OLD),
)
CARDS = (
    AnkiCard(200, 100, 10, 0),
    AnkiCard(201, 100, 11, 1),
    AnkiCard(202, 101, 10, 0),
    AnkiCard(203, 102, 10, 0),
    AnkiCard(204, 102, 10, 1),
    AnkiCard(205, 103, 11, 0),
    AnkiCard(206, 104, 10, 0),
)
PACKAGE = Package(OLD, (REVERSED, CLOZE, OWN), (TANG, SONG), NOTES, CARDS)


@pytest.fixture
def found() -> ImportedDeck:
    (one,) = decks_of(PACKAGE, "a.apkg").decks
    return one


def sidecar_of(found: ImportedDeck) -> Sidecar:
    assert found.sidecar is not None
    return found.sidecar


def back(found: ImportedDeck, deck: Deck) -> Notes:
    return notes_of(deck, {}.get, lambda card: NEW, sidecar=sidecar_of(found))


def after(found: ImportedDeck, at: int, **changes: object) -> Notes:
    """The notes after one card of the deck was edited."""
    cards = list(found.deck.cards)
    cards[at] = replace(cards[at], **changes)  # type: ignore[arg-type]
    return back(found, replace(found.deck, cards=tuple(cards)))


def test_cards_of_one_note_are_siblings_with_ids_of_their_own(found: ImportedDeck) -> None:
    ids = [card.id for card in found.deck.cards]
    assert (ids[0], ids[2], ids[3], ids[5]) == ("g1", "g2", "g3", "g4")
    assert len({*ids}) == 7
    assert [card.fact for card in found.deck.cards[:2]] == ["g1", "g1"]
    assert [card.id for card in decks_of(PACKAGE, "b").decks[0].deck.cards] == ids


def test_nothing_edited_is_the_package_that_came(found: ImportedDeck) -> None:
    made = back(found, found.deck)
    assert made.notes == NOTES
    assert made.note_types == PACKAGE.note_types
    assert made.decks == PACKAGE.decks
    assert [(card.id, card.note, card.deck, card.template) for card in made.cards] == [
        (card.id, card.note, card.deck, card.template) for card in CARDS
    ]
    assert made.card_ids == {link.id: link.card for link in sidecar_of(found).links}
    assert made.unsaid == ()


@pytest.mark.parametrize(
    ("at", "changes", "note", "fields"),
    [
        (0, {"prompt": "贞观之治"}, 0, ("贞观之治", "627")),
        (0, {"answer": "627<649"}, 0, ("<b>贞观</b>", "627&lt;649")),
        (1, {"answer": "贞观之治"}, 0, ("贞观之治", "627")),
        (1, {"prompt": "627\n年"}, 0, ("<b>贞观</b>", "627<br>年")),
        (2, {"answer": ("李世民",)}, 1, ("{{c1::李世民}}称帝", "618")),
        (2, {"explanation": "武德"}, 1, ("{{c1::李渊}}称帝", "武德")),
        (5, {"answer": "兵农合一"}, 3, ("府兵", "兵农合一", "例")),
        (6, {"prompt": "____（提示）及____"}, 4, ("{{c1::丙::提示}}及{{c1::丁}}", "")),
        (6, {"prompt": "____与____"}, 4, ("{{c1::丙}}与{{c1::丁}}", "")),
    ],
)
def test_an_edit_goes_into_the_field_behind_it(
    found: ImportedDeck, at: int, changes: dict, note: int, fields: tuple[str, ...]
) -> None:
    made = after(found, at, **changes)
    expected = list(NOTES)
    expected[note] = NOTES[note]._replace(fields=fields, modified=NEW)
    assert made.notes == tuple(expected)
    assert made.unsaid == ()


@pytest.mark.parametrize(
    ("at", "changes"),
    [
        (3, {"answer": ("丙",)}),
        (5, {"prompt": "府兵？"}),
        (0, {"accept": ("六二七",)}),
        (0, {"quotes": ("原文",)}),
        (0, {"explanation": "注"}),
        (2, {"type": "qa", "answer": "李渊"}),
        (0, {"type": "truefalse", "answer": True}),
    ],
)
def test_an_edit_that_no_one_field_holds_is_named(
    found: ImportedDeck, at: int, changes: dict
) -> None:
    made = after(found, at, **changes)
    assert made.notes == NOTES
    (line,) = made.unsaid
    assert line.startswith(found.deck.cards[at].id + ": ")


def test_two_cards_that_want_the_same_field(found: ImportedDeck) -> None:
    one, two, *rest = found.deck.cards
    same = (replace(one, prompt="玄武"), replace(two, answer="玄武"), *rest)
    made = back(found, replace(found.deck, cards=same))
    assert made.notes[0].fields == ("玄武", "627")
    assert made.unsaid == ()
    other = (replace(one, prompt="玄武"), replace(two, answer="朱雀"), *rest)
    assert len(back(found, replace(found.deck, cards=other)).unsaid) == 1


def test_tags_sections_and_cards_that_are_gone(found: ImportedDeck) -> None:
    made = after(found, 2, tags=("开国 元年",))
    assert made.notes[1] == NOTES[1]._replace(tags=("开国_元年",), modified=NEW)
    made = after(found, 2, section="五代")
    assert [deck.name for deck in made.decks] == ["历史::唐", "历史::宋", "历史::五代"]
    assert made.cards[2].deck == made.decks[2].id
    assert after(found, 2, gone=True).cards[2].queue == -1


def test_cards_deleted_and_cards_added(found: ImportedDeck) -> None:
    new = Card("qa", "新？", "是", id="new", section="宋")
    cards = (*found.deck.cards[1:2], *found.deck.cards[3:], new)
    made = back(found, replace(found.deck, cards=cards))
    assert [note.guid for note in made.notes] == ["g1", "g3", "g4", "g5", "new"]
    assert [card.id for card in made.cards[:2]] == [201, 203]
    root = next(deck for deck in made.decks if deck.name == "历史")
    assert "studykit" in root.description
    # The new card's deck is the one that is there already.
    assert made.cards[-1].deck == SONG.id
    again = decks_of(Package(OLD, made.note_types, made.decks, made.notes, made.cards), "b")
    assert [one.deck for one in again.decks] == [replace(found.deck, cards=cards)]


def test_a_header_that_says_something_travels(found: ImportedDeck) -> None:
    deck = replace(found.deck, source=Source("tang.txt", ""))
    made = back(found, deck)
    again = decks_of(Package(OLD, made.note_types, made.decks, made.notes, made.cards), "b")
    assert [one.deck for one in again.decks] == [deck]


def test_a_sidecar_of_another_deck_does_nothing(found: ImportedDeck) -> None:
    deck = Deck("other", "别的", "zh-Hans", (Card("qa", "甲？", "乙", id="x"),))
    made = back(found, deck)
    assert [note.guid for note in made.notes] == ["x"]
    assert [kind.name for kind in made.note_types] == ["studykit qa"]


def test_cards_in_a_filtered_deck_come_home() -> None:
    filtered = AnkiDeck(12, "今日", extra={"dyn": 1})
    lent = CARDS[0]._replace(deck=12, original_deck=10)
    package = replace(PACKAGE, decks=(*PACKAGE.decks, filtered), cards=(lent, *CARDS[1:]))
    (one,) = decks_of(package, "a").decks
    assert one.deck.cards[0].section == "唐"
    assert back(one, one.deck).cards[0].deck == 10
