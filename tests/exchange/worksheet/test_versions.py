from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from studykit.deck.ids import mint_ids
from studykit.exchange.worksheet.versions import ORDER, sheets
from tests.deck.making import cards as any_card
from tests.exchange.worksheet.making import many, sheet

decks = st.lists(any_card(), max_size=8).map(mint_ids)
seeds = st.integers(0, 99)


def bare(card):
    """A card whatever the order of its options."""
    return replace(card, options=tuple(sorted(card.options)))


def items(one):
    return [item for part in one.parts for item in part.items]


@given(decks, seeds)
def test_every_version_asks_all_cards_in_parts_of_their_type(cards, seed):
    for one in sheets(cards, "茶", "zh-Hans", ["A", "B"], seed):
        asked = [item.question.card for item in items(one)]
        assert sorted(map(bare, asked), key=lambda card: card.id) == sorted(
            map(bare, cards), key=lambda card: card.id
        )
        kinds = [part.kind for part in one.parts]
        assert kinds == [kind for kind in ORDER if any(card.type == kind for card in cards)]
        assert all(i.question.card.type == part.kind for part in one.parts for i in part.items)
        assert [item.number for item in items(one)] == [*range(1, len(cards) + 1)]
        assert one.points == sum(item.points for item in items(one))


@given(decks, seeds)
def test_the_letter_of_the_key_is_that_of_the_answer(cards, seed):
    for item in items(sheets(cards, "茶", "zh-Hans", ["A"], seed)[0]):
        card = item.question.card
        if card.type == "choice":
            assert card.options["ABCDE".index(item.question.key)] == card.answer


@given(decks, seeds)
def test_a_version_is_the_same_whichever_others_there_are(cards, seed):
    alone = sheets(cards, "茶", "zh-Hans", ["B"], seed)
    beside = sheets(cards, "茶", "zh-Hans", ["A", "B", "C"], seed)
    assert alone == beside[1:2]


def test_versions_and_seeds_differ_in_order_and_letters():
    cards = many(60)
    a, b = sheets(cards, "茶", "zh-Hans", ["A", "B"], 1)
    other = sheets(cards, "茶", "zh-Hans", ["A"], 2)[0]

    def order(one):
        return [item.question.card.prompt for item in items(one)]

    def letters(one):
        return {i.question.card.prompt: i.question.key for i in items(one)}

    assert len({tuple(order(one)) for one in (a, b, other)}) == 3
    assert letters(a) != letters(b) != letters(other)


def test_points_of_a_sheet():
    assert sheet().points == 2 + 1 + 2 + 2 + 3 + 3
    assert sheets([], "茶", "zh-Hans", [""], 0)[0].points == 0
