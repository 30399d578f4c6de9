import pytest
from hypothesis import given
from hypothesis import strategies as st

from studykit.review import AGAIN_AFTER, Answered, Counts, Review
from studykit.scheduling.model import RATINGS, CardState
from studykit.scheduling.queue import Queue

NOW, SOON, LATER = (f"2026-11-25T{time}:00.000Z" for time in ("10:00", "10:10", "12:00"))
TOMORROW = "2026-11-26"


def session(*main, learning=(), due=(), siblings=None):
    return Review.of(Queue(tuple(learning), main, frozenset(due), siblings or {}))


def learned(card, at=SOON):
    return CardState(card, "learning", due=at)


def known(card):
    return CardState(card, "review", due=TOMORROW)


def test_an_empty_session_has_nothing_to_show():
    review = session()
    assert review.current(NOW, LATER) is None
    assert (review.done, review.total) == (0, 0)
    assert review.undone() == review


@pytest.mark.parametrize(
    ("main", "learning", "want"),
    [
        (["a", "b"], [], "a"),
        (["a"], [(NOW, "x")], "x"),
        (["a"], [(SOON, "x")], "a"),
        ([], [(SOON, "x")], "x"),
        ([], [(LATER, "x")], None),
        ([], [(NOW, "x"), (SOON, "y")], "x"),
    ],
)
def test_what_is_in_learning_comes_at_its_time_or_when_nothing_else_is_left(main, learning, want):
    assert session(*main, learning=learning).current(NOW, SOON) == want


def test_the_next_card_in_learning_is_told():
    assert session("a", learning=[(SOON, "x"), (LATER, "y")]).next_at == SOON
    assert session("a").next_at == ""


def test_a_known_card_is_done():
    review = session("a", "b").answered(known("a"), "good", 900)
    assert review.current(NOW, NOW) == "b"
    assert (review.done, review.total) == (1, 2)
    assert review.answers == (Answered("a", "new", "good", 900),)


def test_a_card_in_learning_comes_back():
    review = session("a", "b", due=["a"]).answered(learned("a"), "again", 900)
    assert review.counts == Counts(new=1, learning=1, due=0)
    assert (review.done, review.total) == (0, 2)
    assert review.kind_of("a") == "learning"
    assert review.missed == ("a",)


def test_a_leech_does_not_come_back():
    state = CardState("a", "relearning", due=SOON, suspended=True)
    review = session("a", due=["a"]).answered(state, "again", 900)
    assert (review.done, review.current(LATER, LATER)) == (1, None)


def test_siblings_are_put_off():
    review = session("a", "b", "c", siblings={"a": "f", "c": "f"})
    assert review.answered(known("a"), "good", 0).main == ("b",)


def test_the_kinds_are_counted():
    review = session("a", "b", "c", learning=[(SOON, "x")], due=["b"])
    assert review.counts == Counts(new=2, learning=1, due=1)
    assert [review.kind_of(card) for card in "abx"] == ["new", "due", "learning"]


def test_practice_brings_a_missed_card_back_after_others():
    cards = [f"c{n}" for n in range(AGAIN_AFTER + 3)]
    review = session(*cards).practised("c0", "again", 0)
    assert review.main.index("c0") == AGAIN_AFTER
    assert review.done == 0
    assert review.practised("c1", "good", 0).done == 1


@pytest.mark.parametrize(
    ("state", "main", "learning", "due"),
    [
        (CardState("x"), ("x", "a"), (), set()),
        (CardState("x", "review", due=TOMORROW), ("x", "a"), (), {"x"}),
        (learned("x"), ("a",), ((SOON, "x"),), set()),
        (CardState("a"), ("a",), (), set()),
    ],
)
def test_a_card_of_an_earlier_session_is_brought_back(state, main, learning, due):
    review = session("a").brought_back(state)
    assert (review.main, review.learning, review.due) == (main, learning, due)
    assert review.before is None


def test_a_card_that_is_gone_is_no_change_to_undo():
    review = session("a", "b").without("a")
    assert review.main == ("b",)
    assert review.undone() == review


def test_ratings_are_counted_in_order():
    review = session("a", "b", "c")
    for card, rating in (("a", "good"), ("b", "again"), ("c", "good")):
        review = review.answered(known(card), rating, 0)
    assert list(review.ratings.items()) == [("again", 1), ("hard", 0), ("good", 2), ("easy", 0)]


MOVES = st.lists(st.sampled_from([*RATINGS, "practice again", "practice", "aside", "undo"]))


def moved(review: Review, move: str) -> Review:
    card = review.current(LATER, LATER)
    if move == "undo":
        return review.undone()
    if card is None:
        return review
    if move == "aside":
        return review.put_aside(card)
    if move.startswith("practice"):
        return review.practised(card, "again" if move.endswith("again") else "good", 5)
    state = learned(card) if move == "again" else known(card)
    return review.answered(state, move, 5)


@given(st.integers(0, 9), st.integers(0, 3), st.data(), MOVES)
def test_no_card_is_lost_or_doubled_and_undo_gives_back_equal_values(n, m, data, moves):
    main = [f"c{k}" for k in range(n)]
    due = data.draw(st.sets(st.sampled_from(main))) if main else set()
    start = session(*main, learning=[(SOON, f"l{k}") for k in range(m)], due=due)
    past = [start]
    for move in moves:
        review = moved(past[-1], move)
        if move == "undo":
            past = past[:-1] or [start]
            assert review == past[-1]
            continue
        if review != past[-1]:
            past.append(review)
        cards = [*review.main, *(card for _at, card in review.learning)]
        assert len(set(cards)) == len(cards)
        assert set(cards) <= {*main, *(f"l{k}" for k in range(m))}
        counts = review.counts
        assert counts.new + counts.learning + counts.due == len(cards)
        assert review.total == review.done + len(cards)
        assert review.due <= set(review.main)
        assert sum(review.ratings.values()) == len(review.answers)
        assert set(review.missed) <= {one.card for one in review.answers}
