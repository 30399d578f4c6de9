"""How often something may be tried: token buckets, for one address and for all together.

A bucket holds so many tokens and gets new ones at an even pace (Turner 1986, "New
directions in communications"). A class shares one address, so what one address
may do is measured by a class, not by a person.
"""

from collections import OrderedDict
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rate:
    """At most `burst` at once, and `per_second` in the long run."""

    burst: float
    per_second: float


@dataclass(frozen=True, slots=True)
class Limits:
    """What a room puts up with.

    Joins: phones on the host's own network each have an address; behind a router
    that hides them a class of 120 joins at once, and two more every second.
    Wrong PINs: of 900,000, at the pace of all addresses together, guessing one takes
    ten days on average. Messages: a person types, answers and confirms; a page that
    sends more is led by no person.
    """

    joins_by_address: Rate = Rate(120, 2.0)
    joins_in_all: Rate = Rate(6000, 200.0)
    wrong_pins_by_address: Rate = Rate(20, 0.1)
    wrong_pins_in_all: Rate = Rate(200, 0.5)
    messages: Rate = Rate(20, 5.0)


# So many addresses are remembered; the one unused for longest is forgotten first.
ADDRESSES = 10_000


class Limiter:
    """Buckets by key, and one for all; time is given in seconds and never runs back."""

    def __init__(self, by_key: Rate, in_all: Rate | None = None, keys: int = ADDRESSES) -> None:
        self._rate = by_key
        self._keys = keys
        self._buckets: OrderedDict[str, Bucket] = OrderedDict()
        self._in_all = Bucket(in_all) if in_all else None

    def take(self, key: str, now: float) -> bool:
        """Take a token; False where there is none, and then none is taken anywhere."""
        bucket = self._bucket(key)
        if not bucket.has(now) or (self._in_all and not self._in_all.has(now)):
            return False
        bucket.tokens -= 1
        if self._in_all:
            self._in_all.tokens -= 1
        return True

    def is_open(self, key: str, now: float) -> bool:
        """Whether a token could be taken."""
        in_all = self._in_all is None or self._in_all.has(now)
        return self._bucket(key).has(now) and in_all

    def _bucket(self, key: str) -> "Bucket":
        bucket = self._buckets.get(key)
        if bucket is None:
            if len(self._buckets) >= self._keys:
                self._buckets.popitem(last=False)
            bucket = self._buckets[key] = Bucket(self._rate)
        else:
            self._buckets.move_to_end(key)
        return bucket


class Bucket:
    """Tokens of one key."""

    __slots__ = ("rate", "since", "tokens")

    def __init__(self, rate: Rate) -> None:
        self.rate = rate
        self.tokens = rate.burst
        self.since = float("-inf")

    def has(self, now: float, tokens: float = 1) -> bool:
        """Whether there are so many tokens; those that came since the last look are put in."""
        if now > self.since:
            gained = (now - self.since) * self.rate.per_second
            self.tokens = min(self.rate.burst, self.tokens + gained)
            self.since = now
        return self.tokens >= tokens

    def take(self, now: float, tokens: float = 1) -> bool:
        """Take so many tokens; False where there are fewer, and then none is taken."""
        if not self.has(now, tokens):
            return False
        self.tokens -= tokens
        return True


DEFAULT_LIMITS = Limits()
