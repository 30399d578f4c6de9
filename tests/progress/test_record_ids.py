from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from studykit.progress.record_ids import new_id

MOMENTS = st.datetimes(datetime(1970, 1, 2), datetime(9000, 1, 1), timezones=st.just(UTC))


@given(MOMENTS, st.binary(min_size=7, max_size=7))
def test_an_id_is_a_word_of_twenty(now, chance):
    id_ = new_id(now, lambda count: chance[:count])
    assert len(id_) == 20
    assert id_.isalnum()
    assert id_ == id_.lower()


@given(MOMENTS, st.integers(1, 10**9))
def test_a_later_id_sorts_later(now, ms):
    earlier = new_id(now, lambda count: b"\xff" * count)
    later = new_id(now + timedelta(milliseconds=ms), bytes)
    assert earlier < later


def test_chance_tells_ids_of_one_millisecond_apart():
    now = datetime(2026, 11, 25, tzinfo=UTC)
    assert len({new_id(now, lambda count, n=n: bytes([n] * count)) for n in range(256)}) == 256
