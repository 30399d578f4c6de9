import json
import re
from dataclasses import replace

import pytest

from studykit.cards.model import CARD_TYPES, Card
from studykit.deck.ids import mint_ids
from studykit.deck.model import Deck
from studykit.exchange.anki.model import Note
from studykit.exchange.anki.note_types import field_names, note_type, note_type_id
from studykit.exchange.anki.notes import notes_of
from tests.deck.making import DECK

EARLY, LATE = 1_700_000_000, 1_700_000_500
NO_LINE = {}.get


def named(note: Note) -> dict[str, str]:
    """The fields of one of our notes by name."""
    type_ = next(one for one in CARD_TYPES if note_type_id(one) == note.type)
    return dict(zip(field_names(type_), note.fields, strict=True))


def fields_by_type(deck: Deck) -> dict[str, dict[str, str]]:
    made = notes_of(deck, lambda offset: offset // 10 + 1, lambda card: EARLY)
    return {card.type: named(note) for card, note in zip(deck.cards, made.notes, strict=True)}


def test_what_each_type_shows() -> None:
    shown = fields_by_type(DECK)
    assert set(shown) == set(CARD_TYPES)
    assert shown["numeric"]["Answer"] == "42.6万吨"
    assert shown["numeric"]["Accept"] == "<ul><li>42.6 万吨</li></ul>"
    assert shown["cloze"]["Prompt"] == "稻谷为{{c1::30.1万吨}}，玉米为{{c1::8.2万吨}}。"
    assert shown["truefalse"]["Answer"] == "错"
    assert shown["choice"]["Options"].count("<li>") == 4
    assert shown["list"]["Answer"] == "<ol><li>修路</li><li>通水</li><li>建校</li></ol>"
    assert shown["qa"]["Quote"] == "<ul><li>根基是实体经济</li></ul>"
    assert shown["numeric"]["Source"] == "作者 · 本报 · 2025-12-19 · county.txt · 第 2 行"
    assert shown["cloze"]["Source"].endswith("第 3、4 行")


def test_true_and_false_in_the_script_of_the_deck() -> None:
    assert fields_by_type(replace(DECK, language="zh-Hant"))["truefalse"]["Answer"] == "錯"


def test_nothing_of_a_text_is_html() -> None:
    card = Card("qa", "<img src=x onerror=alert(1)>", "a & b", quotes=("<i>",), section="<b>")
    shown = fields_by_type(replace(DECK, cards=mint_ids([card])))["qa"]
    text = "".join(shown.values()).replace("<ul><li>", "").replace("</li></ul>", "")
    assert "<" not in text
    assert shown["Answer"] == "a &amp; b"


def test_a_note_a_card_in_the_order_of_the_deck() -> None:
    made = notes_of(DECK, NO_LINE, lambda card: EARLY)
    assert [note.guid for note in made.notes] == [card.id for card in DECK.cards]
    ours = [made.card_ids[card.id] for card in made.cards]
    assert ours == [card.id for card in DECK.cards]
    assert [card.due for card in made.cards] == [1, 2, 3, 4, 5, 6]
    assert [card.note for card in made.cards] == [note.id for note in made.notes]
    assert [note.id for note in made.notes] == sorted({note.id for note in made.notes})
    assert [one.id for one in made.note_types] == [note_type_id(c.type) for c in DECK.cards]


def test_decks_by_section() -> None:
    made = notes_of(DECK, NO_LINE, lambda card: EARLY)
    assert [deck.name for deck in made.decks] == ["县域经济", "县域经济::农业"]
    root, farming = made.decks
    assert [card.deck for card in made.cards] == [farming.id, *[root.id] * 5]


def test_sections_that_differ_in_case_are_one_deck() -> None:
    cards = mint_ids(
        [Card("qa", "甲？", "a", section="GDP"), Card("qa", "乙？", "b", section="gdp")]
    )
    made = notes_of(replace(DECK, cards=cards), NO_LINE, lambda card: EARLY)
    assert len(made.decks) == 2
    assert made.cards[0].deck == made.cards[1].deck


def test_notes_know_when_they_were_changed() -> None:
    late = DECK.cards[2]
    made = notes_of(DECK, NO_LINE, lambda card: LATE if card is late else EARLY)
    assert [note.modified for note in made.notes] == [EARLY, EARLY, LATE, EARLY, EARLY, EARLY]
    assert min(note.id for note in made.notes) // 1000 == EARLY


def test_cards_that_are_gone_are_suspended() -> None:
    cards = (replace(DECK.cards[0], gone=True), *DECK.cards[1:])
    made = notes_of(replace(DECK, cards=cards), NO_LINE, lambda card: EARLY)
    assert [card.queue for card in made.cards] == [-1, 0, 0, 0, 0, 0]


def test_tags_as_anki_has_them() -> None:
    card = replace(DECK.cards[0], tags=("两 词", "figure", " ", "a::b", "figure"))
    made = notes_of(replace(DECK, cards=(card,)), NO_LINE, lambda card: EARLY)
    assert made.notes[0].tags == ("两_词", "figure", "a::b")
    assert json.loads(named(made.notes[0])["Data"])["tags"] == list(card.tags)


def test_an_empty_deck() -> None:
    made = notes_of(replace(DECK, cards=()), NO_LINE, lambda card: EARLY)
    assert (made.notes, made.cards, made.note_types) == ((), (), ())
    assert [deck.name for deck in made.decks] == ["县域经济"]


@pytest.mark.parametrize("type_", CARD_TYPES)
def test_templates_name_fields_that_are_there(type_: str) -> None:
    found = note_type(type_)  # type: ignore[arg-type]
    text = found.templates[0].question + found.templates[0].answer
    asked = set(re.findall(r"\{\{[#^/]?(?:\w+:)*(\w+)\}\}", text)) - {
        "FrontSide",
        "Subdeck",
        "Tags",
    }
    assert asked <= set(found.fields)
    assert found.fields[0] in asked
