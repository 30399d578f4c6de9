"""Anki's review log and what its cards say of themselves, as records of a learner.

A row makes the same record wherever it is read, with the same id: so a package
can be taken in twice, and on two machines whose logs are joined later.
"""

from base64 import b32encode
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from studykit.exchange.anki.calendar import Calendar, milliseconds, moment_of
from studykit.exchange.anki.model import Review
from studykit.exchange.anki.reviews import FILTERED
from studykit.progress.lines import LAST_YEAR, LONGEST_MS
from studykit.scheduling.fold import distinct
from studykit.scheduling.model import RATINGS, Grade, Record
from studykit.scheduling.times import instant

BY_HAND = 4
# Rows get ids of their own by being put off for some milliseconds, so that a grade that
# went out comes back a little late; nobody rates one card twice the same within a second.
_SAME = 1000
_LAST = milliseconds(f"{LAST_YEAR}-12-31T23:59:59.999Z")
# See `progress.record_ids`: five bits a digit, ten digits of time and ten of chance.
_CHANCE_BITS = 50
_DIGITS = bytes.maketrans(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", b"0123456789abcdefghjkmnpqrstvwxyz")


@dataclass(frozen=True, slots=True)
class Grades:
    """The grades of a review log, and how many rows are none.

    `aside` were no answers (a date set by hand, an interval computed anew), or
    lie in no year that can be counted with.
    """

    grades: list[Grade]
    aside: int


def grades_of(reviews: Iterable[Review], cards: Mapping[int, str], calendar: Calendar) -> Grades:
    """The grades of the rows of these cards: `cards` gives a card's id by its number.

    What stands before a card was made new again counts as practice: it is kept
    and, as in Anki, moves nothing.
    """
    by_card: defaultdict[int, list[Review]] = defaultdict(list)
    for row in sorted(reviews):
        if row.card in cards:
            by_card[row.card].append(row)
    grades: list[Grade] = []
    aside = 0
    for number, rows in by_card.items():
        resets = [row.id for row in rows if _is_reset(row)]
        since = resets[-1] if resets else 0
        for row in rows:
            if 1 <= row.ease <= len(RATINGS) and can_be_counted(row.id):
                grades.append(_grade(row, cards[number], calendar, since))
            else:
                aside += 1
    grades.sort(key=lambda grade: (grade.at, grade.id))
    return Grades(grades, aside)


def _is_reset(row: Review) -> bool:
    return row.kind == BY_HAND and row.ease == 0 and row.factor == 0


def can_be_counted(at: int) -> bool:
    """Whether so many milliseconds after 1970 there is a day that we can count with."""
    return 0 < at <= _LAST


def _grade(row: Review, card: str, calendar: Calendar, since: int) -> Grade:
    at = moment_of(row.id)
    practice = (row.kind == FILTERED and row.factor == 0) or row.id < since
    return Grade(
        stable_id(row.id, card, row.ease),
        instant(at),
        calendar.day_of(at),
        card,
        RATINGS[row.ease - 1],
        min(max(row.ms, 0), LONGEST_MS),
        practice,
    )


def stable_id(at: int, *parts: object) -> str:
    """The id of a record that is made of these values: the same wherever it is made.

    As `new_id` makes ids, with a checksum in the place of chance; in a quarter of the
    time, for there may be a hundred thousand.
    """
    text = "\x1f".join(map(str, (at, *parts)))
    checksum = sha256(text.encode("utf-8", "surrogatepass")).digest()
    bits = at << _CHANCE_BITS | int.from_bytes(checksum[:7]) % (1 << _CHANCE_BITS)
    return b32encode((bits << 4).to_bytes(13)).translate(_DIGITS)[:20].decode()


def unknown(grades: Iterable[Grade], known: Iterable[Record]) -> list[Grade]:
    """The grades that a log does not have, neither under their id nor under another.

    Those that were taken back are known too.
    """
    log = distinct(known)
    own: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for record in log.values():
        if isinstance(record, Grade):
            own[record.card, record.rating].append(milliseconds(record.at))
    asked: defaultdict[tuple[str, str], list[tuple[int, Grade]]] = defaultdict(list)
    for grade in grades:
        asked[grade.card, grade.rating].append((milliseconds(grade.at), grade))
    new: list[Grade] = []
    for key, pairs in asked.items():
        new += _unmatched(sorted(pairs), sorted(own.get(key, ())))
    return sorted(new, key=lambda grade: (grade.at, grade.id))


def _unmatched(pairs: Sequence[tuple[int, Grade]], known: Sequence[int]) -> list[Grade]:
    """The grades left when each is paired off with an instant at or shortly before its own."""
    out: list[Grade] = []
    at = 0
    for time, grade in pairs:
        while at < len(known) and known[at] < time - _SAME:
            at += 1
        if at < len(known) and known[at] <= time:
            at += 1
        else:
            out.append(grade)
    return out
