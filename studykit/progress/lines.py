"""A record and its line in the log.

    - {id: "01k…", at: "2026-11-25T01:30:12.345Z", day: "2026-11-25", card: "t720ax7f", rating: good, ms: 5321}
    - {id: "…", at: "…", day: "…", card: "…", deed: suspend}
    - {id: "…", at: "…", day: "…", undo: "01k…"}

The line is YAML, with ids and times quoted so that every parser reads strings.
What we wrote is read by one strict pattern, thirty times as fast as a YAML
parser; a line that a person has edited goes to the parser (`progress.decode`).
"""  # noqa: E501 - a line is a line

import re
from datetime import date

from studykit.progress.quoting import quoted
from studykit.scheduling.model import DEEDS, RATINGS, Grade, Mark, Record, Undo

FORMAT = "studykit-log/"
VERSION = 1
HEADER = f'- {{format: "{FORMAT}{VERSION}"}}\n'

_TEXT = r'"([^"\\\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]+)"'
_DAY = r"\d{4}-\d\d-\d\d"
_TIME = r"(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z"
_START = rf'id: {_TEXT}, at: "({_DAY}T{_TIME})", day: "({_DAY})"'
_GRADE = rf"card: {_TEXT}, rating: ({'|'.join(RATINGS)}), ms: (0|[1-9]\d{{0,8}})(, practice: true)?"
_MARK = rf"card: {_TEXT}, deed: ({'|'.join(DEEDS)})"
_UNDO = rf"undo: {_TEXT}"
# One whole line; all groups stay empty for the header. Compiled, and then kept, by `re` when
# a log is read: a session that only writes does without.
_STRICT = rf"^- \{{(?:{_START}, (?:{_GRADE}|{_MARK}|{_UNDO})|format: \"{FORMAT}{VERSION}\")\}}\n"
# An interval can be a hundred years, and the calendar of the standard library ends in 9999.
LAST_YEAR = "8999"
# A review that takes longer was left lying; eleven days in milliseconds.
LONGEST_MS = 999_999_999


def line_of(record: Record) -> str:
    """The line of a record, with its line end."""
    start = f'- {{id: {quoted(record.id)}, at: "{record.at}", day: "{record.day}"'
    if isinstance(record, Grade):
        ms = min(max(record.ms, 0), LONGEST_MS)
        practice = ", practice: true" if record.practice else ""
        rating = f"rating: {record.rating}, ms: {ms}{practice}"
        return f"{start}, card: {quoted(record.card)}, {rating}}}\n"
    if isinstance(record, Mark):
        return f"{start}, card: {quoted(record.card)}, deed: {record.deed}}}\n"
    return f"{start}, undo: {quoted(record.undone)}}}\n"


def decoded(data: bytes) -> str:
    """Bytes of a log as text; what is no UTF-8 becomes characters that no YAML allows."""
    return data.decode("utf-8", "surrogateescape")


def strict_records(text: str) -> list[Record] | None:
    """The records of a text of whole lines; None unless every line is as we write them."""
    found = re.findall(_STRICT, text, re.MULTILINE)
    if len(found) != text.count("\n"):
        return None
    real: dict[str, bool] = {}
    records: list[Record] = []
    for id_, at, day, card, rating, ms, practice, marked, deed, undone in found:
        if not id_:
            continue
        if not (_is_day(at[:10], real) and _is_day(day, real)):
            return None
        if rating:
            records.append(Grade(id_, at, day, card, rating, int(ms), practice != ""))
        elif deed:
            records.append(Mark(id_, at, day, marked, deed))
        else:
            records.append(Undo(id_, at, day, undone))
    return records


def _is_day(text: str, known: dict[str, bool]) -> bool:
    """Whether a day is one that we can count with; `known` remembers."""
    if text not in known:
        try:
            date.fromisoformat(text)
            known[text] = text[:4] <= LAST_YEAR
        except ValueError:
            known[text] = False
    return known[text]
