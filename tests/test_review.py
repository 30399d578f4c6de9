import pytest
from hypothesis import given
from hypothesis import strategies as st

from studykit.cards.model import Card
from studykit.review import AGAIN_AFTER, RATINGS, Rated, Review


def cards(n: int) -> tuple[Card, ...]:
    return tuple(Card("qa", f"问{i}？", f"答{i}", id=f"c{i}") for i in range(n))


def test_an_empty_pass_is_over():
    review = Review(())
    assert review.current is None
    assert review.total == review.done == 0
    with pytest.raises(ValueError, match="over"):
        review.answer("good")


@pytest.mark.parametrize("rating", ["hard", "good", "easy"])
def test_a_known_card_is_behind(rating):
    one, two = cards(2)
    review = Review((one, two)).answer(rating)
    assert review.current == two
    assert (review.done, review.total) == (1, 2)
    assert review.rated == (Rated(one, rating),)
    assert review.missed == ()


def test_again_brings_the_card_back_after_others():
    deck = cards(AGAIN_AFTER + 3)
    review = Review(deck).answer("again")
    assert review.queue.index(deck[0]) == AGAIN_AFTER
    assert (review.done, review.total) == (0, len(deck))
    assert review.missed == (deck[0],)


def test_again_in_a_short_pass_puts_the_card_last():
    one, two = cards(2)
    assert Review((one, two)).answer("again").queue == (two, one)


def test_again_on_the_last_card_keeps_it():
    (one,) = cards(1)
    review = Review((one,)).answer("again")
    assert review.current == one
    assert review.answer("good").current is None


def test_a_card_missed_twice_is_listed_once():
    (one,) = cards(1)
    assert Review((one,)).answer("again").answer("again").missed == (one,)


def test_undo_takes_back_one_answer_at_a_time():
    start = Review(cards(3))
    first = start.answer("again")
    assert first.answer("easy").undo() == first
    assert first.answer("easy").undo().undo() == start
    assert start.undo() == start


def test_ratings_are_counted_in_order():
    review = Review(cards(4)).answer("good").answer("again").answer("good")
    assert list(review.ratings.items()) == [("again", 1), ("hard", 0), ("good", 2), ("easy", 0)]


@given(st.integers(0, 12), st.lists(st.sampled_from([*RATINGS, "undo"])))
def test_no_card_is_lost_or_doubled(n, moves):
    deck = cards(n)
    review = Review(deck)
    for move in moves:
        if move == "undo":
            review = review.undo()
        elif review.current is not None:
            review = review.answer(move)
        behind = [one.card for one in review.rated if one.rating != "again"]
        assert sorted(c.id for c in (*behind, *review.queue)) == sorted(c.id for c in deck)
        assert review.total == n
        assert sum(review.ratings.values()) == len(review.rated)
