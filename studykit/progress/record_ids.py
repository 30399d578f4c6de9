"""Ids of records: unique on every device without asking another, and in the order of time."""

import re
from collections.abc import Callable
from datetime import datetime

# Crockford's base 32 in lower case: no i, l, o, u.
_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
# As in a ULID (https://github.com/ulid/spec): 48 bits of milliseconds, then chance; 50 bits of
# it, so that two devices that record in the same millisecond do not meet.
_TIME_DIGITS = 10
_CHANCE_DIGITS = 10
_CHANCE_BYTES = 7
_MINTED = re.compile(rf"[{_ALPHABET}]{{{_TIME_DIGITS + _CHANCE_DIGITS}}}")


def new_id(now: datetime, entropy: Callable[[int], bytes]) -> str:
    """An id of 20 characters; `entropy` gives so many random bytes, as `os.urandom` does."""
    chance = int.from_bytes(entropy(_CHANCE_BYTES))
    return _digits(max(0, int(now.timestamp() * 1000)), _TIME_DIGITS) + _digits(
        chance, _CHANCE_DIGITS
    )


def is_minted(id_: str) -> bool:
    """Whether an id has the shape of ours, so that a later one sorts later."""
    return _MINTED.fullmatch(id_) is not None


def _digits(number: int, count: int) -> str:
    out = ""
    for _ in range(count):
        number, digit = divmod(number, len(_ALPHABET))
        out = _ALPHABET[digit] + out
    return out
