"""Fuzz: cards learned together come back on different days.

The ranges are those of Anki (rslib/src/scheduler/states/fuzz.rs), which py-fsrs
shares; py-fsrs draws from the process's own randomness, so its fuzz could not be
told again from the log. Here the draw is a hash of card and review number: the
same on every device, and after every rebuild.
"""

from zlib import crc32

# Start and end of a range of intervals in days, and the share of it that is fuzz.
_RANGES = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.10), (20.0, float("inf"), 0.05))
# Shorter intervals are left alone, and none is fuzzed to less than two days.
_SHORTEST = 2.5
_LEAST = 2


def bounds(days: int, maximum: int) -> tuple[int, int]:
    """The shortest and the longest interval that fuzz may make of one, in days."""
    if days < _SHORTEST:
        return days, days
    delta = 1.0 + sum(share * max(min(days, end) - start, 0.0) for start, end, share in _RANGES)
    high = min(round(days + delta), maximum)
    return min(max(_LEAST, round(days - delta)), high), high


def fuzzed(days: int, maximum: int, card: str, reps: int) -> int:
    """An interval of whole days with its fuzz, for this review of this card."""
    low, high = bounds(days, maximum)
    return low + crc32(f"{card} {reps}".encode("utf-8", "surrogatepass")) % (high - low + 1)
