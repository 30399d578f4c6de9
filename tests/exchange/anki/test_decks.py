from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studykit.cards.model import Card
from studykit.deck.model import Deck
from studykit.exchange.anki.decks import Imported, decks_of
from studykit.exchange.anki.model import Package
from studykit.exchange.anki.note_types import field_names
from studykit.exchange.anki.notes import Notes, notes_of
from tests.deck.making import DECK, decks

WHEN = 1_700_000_000
NO_LINE = {}.get


def made(deck: Deck) -> Notes:
    return notes_of(deck, NO_LINE, lambda card: WHEN)


def packed(*parts: Notes) -> Package:
    return Package(
        created=WHEN,
        note_types=tuple({one.id: one for part in parts for one in part.note_types}.values()),
        decks=tuple(deck for part in parts for deck in part.decks),
        notes=tuple(note for part in parts for note in part.notes),
        cards=tuple(card for part in parts for card in part.cards),
    )


def back(*parts: Notes) -> Imported:
    return decks_of(packed(*parts), "a.apkg")


def edited(deck: Deck, at: int, name: str, html: str) -> Imported:
    """The deck again after a field of one of its notes was edited in Anki."""
    parts = made(deck)
    note = parts.notes[at]
    place = field_names(deck.cards[at].type).index(name)
    fields = (*note.fields[:place], html, *note.fields[place + 1 :])
    notes = (*parts.notes[:at], note._replace(fields=fields), *parts.notes[at + 1 :])
    return back(replace(parts, notes=notes))


def card_after(at: int, name: str, html: str) -> Card:
    found = edited(DECK, at, name, html)
    assert found.problems == ()
    cards = found.decks[0].deck.cards
    assert [card for n, card in enumerate(cards) if n != at] == [
        card for n, card in enumerate(DECK.cards) if n != at
    ]
    return cards[at]


@given(decks, st.lists(st.text("-0123456789abcdef", min_size=1), max_size=3).map(tuple))
def test_a_deck_comes_back_as_it_was(deck: Deck, entries: tuple[str, ...]) -> None:
    deck = replace(deck, made=entries)
    parts = made(deck)
    found = back(parts)
    assert [one.deck for one in found.decks] == [deck]
    assert found.problems == ()
    assert found.card_ids == parts.card_ids
    assert found.decks[0].sidecar is None


def test_decks_of_one_title_come_back_as_two() -> None:
    other = replace(DECK, id="other", cards=(replace(DECK.cards[0], id="otherone"),))
    found = back(made(DECK), notes_of(other, NO_LINE, lambda card: WHEN + 9))
    assert [one.deck for one in found.decks] == [DECK, other]


@pytest.mark.parametrize(
    ("at", "name", "html", "key", "value"),
    [
        (0, "Prompt", "产量<b>多少</b>？", "prompt", "产量多少？"),
        (0, "Answer", "43&nbsp;万吨", "answer", "43 万吨"),
        (0, "Explanation", "一<div>二</div>", "explanation", "一\n二"),
        (0, "Accept", "甲<br>乙", "accept", ("甲", "乙")),
        (0, "Section", "农林", "section", "农林"),
        (1, "Prompt", "稻谷{{c1::30}}，其余{{c2::8}}。", "answer", ("30", "8")),
        (1, "Prompt", "稻谷{{c1::30}}，其余{{c2::8}}。", "prompt", "稻谷____，其余____。"),
        (2, "Answer", "<b>对</b>", "answer", True),
        (3, "Answer", "文化旅游", "answer", "文化旅游"),
        (4, "Answer", "<ol><li>修路</li><li>通<i>水</i></li></ol>", "answer", ("修路", "通水")),
        (4, "Answer", "<ul><li>修路</li><li>通水</li></ul>", "ordered", False),
        (5, "Quote", "甲<br>乙", "quotes", ("甲", "乙")),
    ],
)
def test_edits_made_in_anki(at: int, name: str, html: str, key: str, value: object) -> None:
    assert getattr(card_after(at, name, html), key) == value


def test_a_choice_whose_answer_alone_was_edited() -> None:
    card = card_after(3, "Answer", "装备业")
    assert card.answer == "装备业"
    assert card.options == ("装备业", "文化旅游", "生物医药", "现代物流")


def test_spans_go_with_their_quotes() -> None:
    assert card_after(1, "Quote", "只有一句").spans == ()
    assert card_after(1, "Quote", "一句<br>两句").spans == DECK.cards[1].spans


def test_data_that_was_emptied_costs_only_what_it_held() -> None:
    card = edited(DECK, 0, "Data", "").decks[0].deck.cards[0]
    assert card == replace(DECK.cards[0], fact="", spans=())


@pytest.mark.parametrize(
    ("at", "name", "html"),
    [
        (0, "Prompt", ""),
        (0, "Answer", "<br>"),
        (1, "Prompt", "没有空"),
        (1, "Prompt", "{{c1::}}"),
        (2, "Answer", "也许"),
        (3, "Options", "<ul><li>甲</li><li>甲</li><li>甲</li></ul>"),
        (4, "Answer", ""),
    ],
)
def test_a_note_that_makes_no_card_any_more_is_named(at: int, name: str, html: str) -> None:
    found = edited(DECK, at, name, html)
    assert [problem.path for problem in found.problems] == ["a.apkg"]
    assert len(found.decks[0].deck.cards) == len(DECK.cards) - 1


def test_tags_put_on_and_taken_off_in_anki() -> None:
    deck = replace(DECK, cards=(replace(DECK.cards[0], tags=("两 词", "Figure", "旧")),))
    parts = made(deck)
    note = parts.notes[0]._replace(tags=("figure", "leech", "两_词"))
    card = back(replace(parts, notes=(note,))).decks[0].deck.cards[0]
    assert card.tags == ("两 词", "Figure", "leech")


def test_a_deck_renamed_in_anki() -> None:
    parts = made(DECK)
    decks_ = tuple(
        replace(one, name=one.name.replace("县域经济", "我的::县情")) for one in parts.decks
    )
    found = back(replace(parts, decks=decks_))
    assert [one.deck for one in found.decks] == [replace(DECK, title="县情")]


def test_a_note_added_in_anki_joins_the_deck_it_is_in() -> None:
    parts = made(DECK)
    fields = ("新问题？", "新答案", *[""] * 8)
    note = parts.notes[5]._replace(id=parts.notes[5].id + 1, guid="n]w", fields=fields)
    card = parts.cards[5]._replace(id=note.id, note=note.id)
    found = back(replace(parts, notes=(*parts.notes, note), cards=(*parts.cards, card)))
    assert found.problems == ()
    assert found.decks[0].deck == replace(
        DECK, cards=(*DECK.cards, Card("qa", "新问题？", "新答案", id="n]w"))
    )


def test_a_deck_whose_description_was_emptied() -> None:
    parts = made(DECK)
    decks_ = tuple(replace(one, description="") for one in parts.decks)
    found = back(replace(parts, decks=decks_)).decks[0].deck
    assert found == replace(DECK, source=None, warnings=())


def test_our_note_types_are_told_by_id_or_name() -> None:
    parts = made(DECK)
    renumbered = tuple(replace(one, id=one.id + 77) for one in parts.note_types)
    notes = tuple(note._replace(type=note.type + 77) for note in parts.notes)
    assert back(replace(parts, note_types=renumbered, notes=notes)).decks[0].deck == DECK
    renamed = tuple(replace(one, name="我的") for one in parts.note_types)
    assert back(replace(parts, note_types=renamed)).decks[0].deck == DECK


def test_notes_of_ours_with_one_guid_or_none_get_ids_of_their_own() -> None:
    parts = made(DECK)
    first, second, third, *rest = parts.notes
    notes = (first, second._replace(guid=first.guid), third._replace(guid=" "), *rest)
    cards = back(replace(parts, notes=notes)).decks[0].deck.cards
    assert cards[0] == DECK.cards[0]
    assert len({card.id for card in cards}) == 6
    assert all(card.id.strip() for card in cards)


def test_a_note_with_more_cards_than_ours_have_is_named() -> None:
    parts = made(DECK)
    second = parts.cards[1]._replace(id=7, template=1)
    found = back(replace(parts, cards=(*parts.cards, second)))
    assert found.decks[0].deck == DECK
    assert found.card_ids == parts.card_ids
    assert [problem.line for problem in found.problems] == [1]
