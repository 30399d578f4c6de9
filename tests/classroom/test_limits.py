from hypothesis import given
from hypothesis import strategies as st

from studykit.classroom.limits import Bucket, Limiter, Rate


def test_a_burst_and_then_an_even_pace():
    limiter = Limiter(Rate(3, 0.5))
    assert [limiter.take("a", 0) for _ in range(4)] == [True, True, True, False]
    assert [limiter.take("a", at) for at in (1.9, 2.0, 2.1, 4.0)] == [False, True, False, True]


def test_each_key_has_its_own_and_all_share_one():
    limiter = Limiter(Rate(2, 0), Rate(3, 0))
    assert [limiter.take("a", 0) for _ in range(3)] == [True, True, False]
    assert [limiter.take("b", 0) for _ in range(2)] == [True, False]
    assert not limiter.is_open("c", 0)


def test_what_all_are_refused_costs_no_one_a_token():
    limiter = Limiter(Rate(1, 0), Rate(1, 1))
    assert limiter.take("a", 0)
    assert not limiter.take("b", 0)
    assert limiter.take("b", 1)


def test_a_clock_that_runs_back_gives_nothing():
    limiter = Limiter(Rate(1, 1))
    assert limiter.take("a", 10)
    assert not limiter.take("a", 5)
    assert not limiter.take("a", 10.5)
    assert limiter.take("a", 11)


def test_keys_are_forgotten_that_were_unused_for_longest():
    limiter = Limiter(Rate(1, 0), keys=2)
    assert limiter.take("a", 0)
    assert limiter.take("b", 0)
    assert not limiter.take("a", 0)
    assert limiter.take("c", 0)
    assert not limiter.take("a", 0)
    assert limiter.take("b", 0)


@given(st.lists(st.floats(0, 100), max_size=200))
def test_never_more_than_the_burst_and_the_pace_allow(times):
    limiter = Limiter(Rate(5, 2))
    taken = [at for at in sorted(times) if limiter.take("a", at)]
    for first in range(len(taken)):
        for last in range(first, len(taken)):
            assert last - first + 1 <= 5 + 2 * (taken[last] - taken[first]) + 1e-6


def test_several_tokens_are_taken_together_or_not_at_all():
    bucket = Bucket(Rate(10, 1))
    assert [bucket.take(0, 4) for _ in range(3)] == [True, True, False]
    assert bucket.take(0, 2)
    assert [bucket.take(at, 3) for at in (2, 3)] == [False, True]
