import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from studykit.deck.ids import mint_id, mint_ids
from tests.deck.making import CARDS

READABLE = re.compile(r"[a-hjkmnp-tv-z][0-9a-hjkmnp-tv-z]{7}")


@given(st.text(), st.text(), st.text())
def test_an_id_is_eight_characters_that_look_like_no_other(
    fact: str, kind: str, prompt: str
) -> None:
    assert READABLE.fullmatch(mint_id(fact, kind, prompt))


def test_the_same_input_gives_the_same_id_anywhere() -> None:
    # Written down once: a change of the recipe would orphan nothing, but change every deck.
    assert mint_id("f1", "numeric", "我县粮食总产量是多少？") == "hya1ssb2"


def test_any_part_of_the_input_counts() -> None:
    ids = {
        mint_id(*parts)
        for parts in (("a", "b", "c"), ("ab", "", "c"), ("a", "bc", ""), ("a", "b", "d"))
    }
    assert len(ids) == 4


def test_a_taken_id_gives_way_to_the_next() -> None:
    first = mint_id("f", "qa", "p")
    second = mint_id("f", "qa", "p", {first})
    assert second != first
    assert mint_id("f", "qa", "p", {first, second}) not in (first, second)


def test_cards_that_ask_the_same_get_ids_of_their_own() -> None:
    cards = mint_ids([CARDS[0], CARDS[0], CARDS[1]])
    assert len({card.id for card in cards}) == 3


def test_an_id_that_is_there_stays_and_is_not_given_again() -> None:
    minted = mint_ids([CARDS[0]])[0].id
    cards = mint_ids([CARDS[0], replace(CARDS[1], id=minted)])
    assert cards[1].id == minted != cards[0].id
