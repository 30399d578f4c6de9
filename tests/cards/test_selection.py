from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studykit.cards.candidate import Candidate
from studykit.cards.model import CARD_TYPES, Card, CardType
from studykit.cards.selection import covered, select


def candidate(
    name: str,
    *needs: str,
    order: int = 0,
    worth: float = 1.0,
    extra: bool = False,
    crowd: str = "",
    fact: str = "",
    type: CardType = "qa",
    prompt: str = "",
) -> Candidate:
    """A candidate whose card asks `name`, unless another prompt is given."""
    card = Card(type, prompt or f"{name}是什么？", "答案", fact=fact or name)
    return Candidate(card, order, worth, frozenset(needs or {name}), extra, crowd)


def any_card(card: Card) -> bool:
    return True


def chosen(candidates: Sequence[Candidate], limit: int | None = None) -> list[str]:
    return [
        card.prompt.removesuffix("是什么？")
        for card in select(candidates, CARD_TYPES, limit, any_card)
    ]


def test_the_worthiest_meets_a_need() -> None:
    assert chosen([candidate("a", "x", worth=1), candidate("b", "x", worth=2)]) == ["b"]


SAME = [
    ("县域的根基是什么？", "县域的根基是____。"),
    ("文章认为，只有怎样，才能留住人？", "只有____，才能留住人。"),
    ("縣域的根基是什麼？", "縣域的根基是____。"),
]
OTHER = [
    ("县域的根基是什么？", "县域的命脉是____。"),
    ("文章认为，只有怎样，才能留住人？", "只有____，才能留下人。"),
    ("縣域的根基是什麼？", "縣域的命脈是____。"),
]


@pytest.mark.parametrize(
    ("first", "second", "cards"), [(*p, 1) for p in SAME] + [(*p, 2) for p in OTHER]
)
def test_a_blank_does_not_ask_again_what_a_question_asks(
    first: str, second: str, cards: int
) -> None:
    made = [candidate("a", prompt=first), candidate("b", prompt=second, type="cloze")]
    assert len(select(made, CARD_TYPES, None, any_card)) == cards


def test_the_first_of_equals_meets_a_need() -> None:
    assert chosen([candidate("a", "x"), candidate("b", "x")]) == ["a"]


def test_a_card_that_meets_two_needs_spares_another() -> None:
    both = candidate("ab", "x", "y", worth=2)
    assert chosen([both, candidate("a", "x"), candidate("b", "y")]) == ["ab"]


def test_extras_come_after_what_is_needed() -> None:
    extra = candidate("extra", "x", worth=9, extra=True)
    assert chosen([extra, candidate("plain", "x")]) == ["plain"]


def test_cards_stand_in_the_order_of_the_text() -> None:
    cards = [candidate("late", order=7), candidate("first", order=1), candidate("mid", order=3)]
    assert chosen(cards) == ["first", "mid", "late"]


def test_a_fact_has_two_cards_at_most() -> None:
    cards = [candidate(name, fact="f") for name in "abc"]
    assert chosen(cards) == ["a", "b"]


def test_the_same_question_is_asked_once() -> None:
    assert chosen([candidate("产量"), candidate("b", prompt="“产量”是 什么？")]) == ["产量"]


def test_a_crowd_is_limited_and_extras_of_it_still_more() -> None:
    plain = [candidate(name, crowd="s") for name in "abcde"]
    assert chosen(plain) == ["a", "b", "c"]
    extras = [candidate(name, crowd="s", extra=True) for name in "abcde"]
    assert chosen(extras) == ["a"]
    assert chosen([*plain[:1], *extras[1:]]) == ["a"]


def test_only_the_types_asked_for() -> None:
    cards = [candidate("a", "x", type="numeric"), candidate("b", "x", type="qa", worth=0.1)]
    assert [c.type for c in select(cards, ["qa"], None, any_card)] == ["qa"]
    assert select(cards, ["list"], None, any_card) == ()


def test_thinning_takes_the_worthiest_of_each_stretch() -> None:
    worths = [1, 5, 1, 1, 1, 3]
    cards = [candidate(str(k), order=k, worth=w) for k, w in enumerate(worths)]
    assert chosen(cards, 2) == ["1", "5"]
    assert chosen(cards, 3) == ["1", "2", "5"]


@pytest.mark.parametrize("limit", [0, -1])
def test_no_room_no_cards(limit: int) -> None:
    assert chosen([candidate("a"), candidate("b")], limit) == []


def test_a_card_that_breaks_a_rule_leaves_its_need_to_the_next() -> None:
    pair = [candidate("a", "x", worth=2), candidate("b", "x", worth=1)]
    cards = select(pair, CARD_TYPES, None, lambda card: card.fact != "a")
    assert [card.fact for card in cards] == ["b"]


def test_facts_covered() -> None:
    cards = select([candidate("a", fact="f"), candidate("b", fact="g")], CARD_TYPES, None, any_card)
    assert covered(cards) == {"f", "g"}


NEEDS = st.frozensets(st.sampled_from("uvwxyz"), min_size=1, max_size=3)
WORTHS = st.sampled_from([0.5, 1.0, 1.5])


@st.composite
def candidates(draw: st.DrawFn) -> list[Candidate]:
    """Candidates of which each asks something else about a fact of its own."""
    out = []
    for k in range(draw(st.integers(0, 12))):
        needs = draw(NEEDS)
        out.append(
            candidate(
                f"题{k}", *needs, order=draw(st.integers(0, 5)), worth=draw(WORTHS),
                extra=draw(st.booleans()),
            )
        )  # fmt: skip
    return out


def picked(found: list[Candidate], limit: int | None = None) -> list[Candidate]:
    return [
        next(c for c in found if c.card is card)
        for card in select(found, CARD_TYPES, limit, any_card)
    ]


@given(candidates())
def test_every_need_is_met(found: list[Candidate]) -> None:
    met = {need for c in picked(found) for need in c.need}
    assert met == {need for c in found for need in c.need}


@given(candidates())
def test_no_card_is_chosen_whose_needs_all_better_ones_meet(found: list[Candidate]) -> None:
    cards = picked(found)
    for card in cards:
        better = [c for c in cards if (c.extra, -c.worth) < (card.extra, -card.worth)]
        assert not card.need <= {need for c in better for need in c.need}


@given(candidates(), st.integers(0, 14))
def test_a_limit_is_filled_and_kept(found: list[Candidate], limit: int) -> None:
    whole = picked(found)
    thinned = picked(found, limit)
    assert len(thinned) == min(limit, len(whole))
    assert [c for c in whole if c in thinned] == thinned


@given(candidates())
def test_the_order_of_the_text_is_kept(found: list[Candidate]) -> None:
    orders = [c.order for c in picked(found)]
    assert orders == sorted(orders)
