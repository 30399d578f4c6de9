"""The keys of the teams: to buzz in and to steal; and for the teacher to change a verdict."""

from studykit.group.model import Mode

# The teacher's own, in every phase in which teams have theirs.
TEACHERS = frozenset("rnwpquxz-?")
# Hands at one keyboard need room: keys far apart, for so many teams.
_APART = {2: "al", 3: "agl", 4: "afjl", 5: "adgjl", 6: "adgjl;"}
_KEYS = "123456789abcdefghijkmosty"


def team_keys(mode: Mode, count: int) -> tuple[str, ...]:
    """A key for each of so many teams, to take the floor with."""
    if mode == "buzz" and count in _APART:
        return tuple(_APART[count])
    return verdict_keys(count)


def verdict_keys(count: int) -> tuple[str, ...]:
    """A key for each of so many teams, its number while there are no more than nine."""
    return tuple(_KEYS[:count])


def usable(keys: str, count: int) -> bool:
    """Whether these are keys for so many teams: one each, and none of the teacher's."""
    one_each = len(keys) == count == len(set(keys)) and keys.isprintable() and " " not in keys
    return one_each and TEACHERS.isdisjoint(keys)


def team_of(key: str, keys: tuple[str, ...]) -> int | None:
    """The team whose key this is; its number will do where that is nobody else's key."""
    if key in keys:
        return keys.index(key)
    number = int(key) - 1 if key.isascii() and key.isdigit() else -1
    return number if 0 <= number < len(keys) else None
