"""The subject of a figure: its clause's own, or what the clause takes over from before.

Chinese leaves out what the reader knows. There is one rule for each way of doing
so, in `missing_subjects` and `partial_subjects`; where none matches, the clause
speaks for itself.
"""

import re
from dataclasses import replace

from studykit.facts.heads import Head
from studykit.facts.missing_subjects import MISSING
from studykit.facts.parallels import RESPECTIVELY
from studykit.facts.partial_subjects import PARTIAL
from studykit.facts.phrases import within
from studykit.facts.subject import Subject, as_it_is

_LATIN_NAME = re.compile(r"[A-Za-z]{2}")
_NAME_TAGS = ("nr", "ns", "nt", "nz")


def find_subject(head: Head) -> Subject:
    """What the figures of a head are about; `text` and `inherited` empty where nothing says."""
    rules = PARTIAL if head.subject.strip() else MISSING
    found = next((s for rule in rules if (s := rule(head)) is not None), as_it_is(head))
    if found.text.strip() or found.inherited or head.prefix:
        return found
    counted = _counted(head)
    if not counted:
        return found
    return replace(found, counted=counted, own=True, since=head.since_previous)


def complete(head: Head, subject: Subject) -> bool:
    """Whether the question about a figure can be understood."""
    if head.tied and not subject.text.strip() and not subject.inherited:
        return False
    if RESPECTIVELY in head.lead:
        return False
    return not head.reading.context.strict or (not subject.inherited and _names(head))


def _counted(head: Head) -> str:
    """What a figure that opens its clause is of (16%则用于…: of what was shared out before)."""
    carried, first = head.carried, head.first
    rest = within(head.reading.words, first.end, head.segment.end)
    verbal = bool(rest) and (rest[0].verb or rest[0].tag in ("p", "d", "c") or rest[0].text == "则")
    if verbal and first.kind == "share" and carried.counted:
        return carried.counted
    if verbal and first.unit == "次":
        return carried.topic_subject
    return ""


def _names(head: Head) -> bool:
    """Whether a proper name stands before the figure."""
    return any(
        w.tag in _NAME_TAGS or _LATIN_NAME.search(w.text)
        for w in within(head.reading.words, head.start, head.first.start)
    )
