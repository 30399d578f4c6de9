"""Anki's review log and what its cards say of themselves, as records of a learner.

A row makes the same record wherever it is read, with the same id: so a package
can be taken in twice, and on two machines whose logs are joined later.
"""

from base64 import b32encode
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from studykit.exchange.anki.calendar import Calendar, milliseconds, moment_of
from studykit.exchange.anki.model import Review
from studykit.exchange.anki.reviews import EASE, FILTERED
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
    """The grades of a review log that a learner's log does not have, in the order of time.

    It has `known` others, and `aside` rows are no answers (a date set by hand, an
    interval computed anew), or lie in no year that can be counted with.
    """

    new: list[Grade]
    known: int
    aside: int


def grades_of(
    reviews: Iterable[Review],
    cards: Mapping[int, str],
    calendar: Calendar,
    records: Iterable[Record] = (),
) -> Grades:
    """The grades of the rows of these cards: `cards` gives a card's id by its number.

    `records` are the learner's log; a grade in it that was taken back is known too. What
    stands before a card was made new again counts as practice: it is kept and, as in
    Anki, moves nothing.
    """
    rows = sorted(row for row in reviews if row.card in cards)
    answers = [row for row in rows if _is_answer(row)]
    resets = {row.card: row.id for row in rows if _is_reset(row)}
    new = [
        _grade(row, cards[row.card], calendar, resets.get(row.card, 0))
        for row in _unknown(answers, cards, records)
    ]
    return Grades(new, len(answers) - len(new), len(rows) - len(answers))


def _is_answer(row: Review) -> bool:
    return 1 <= row.ease <= len(RATINGS) and can_be_counted(row.id)


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


def _unknown(
    rows: Iterable[Review], cards: Mapping[int, str], records: Iterable[Record]
) -> list[Review]:
    """The rows that are no grade of the log's, neither at their time nor just before it."""
    known: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
    for record in distinct(records).values():
        if isinstance(record, Grade):
            known[record.card, EASE[record.rating]].append(milliseconds(record.at))
    asked: defaultdict[tuple[str, int], list[Review]] = defaultdict(list)
    for row in rows:
        asked[cards[row.card], row.ease].append(row)
    new: list[Review] = []
    for key, own in asked.items():
        new += _unmatched(own, sorted(known.get(key, ())))
    return sorted(new)


def _unmatched(rows: Iterable[Review], known: Sequence[int]) -> Iterator[Review]:
    """The rows left when each is paired off with an instant at or shortly before its own."""
    at = 0
    for row in rows:
        while at < len(known) and known[at] < row.id - _SAME:
            at += 1
        if at < len(known) and known[at] <= row.id:
            at += 1
        else:
            yield row
