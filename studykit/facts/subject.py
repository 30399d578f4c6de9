"""What a figure is about, and the ways in which a clause may answer that."""

import re
from dataclasses import dataclass, replace

from studykit.article.script import fold
from studykit.facts.heads import Head
from studykit.facts.indicators import measure
from studykit.facts.neighbours import previous_clause

# A measure no longer than this may be repeated before any relation.
_SHORT_MEASURE = 4
# A part so long that ends like its whole names its measure itself.
_SHORTEST_WHOLE = 4
# What a whole was measured without is no part of its name.
_WITHOUT = re.compile(r"[，,]?(?:扣除|剔除)[^，]{2,8}(?:因素|影响)?后?$")
# Relations behind which a part has the measure of its whole.
_PART_RELATIONS = ("为", "是", "达", "达到", "")


@dataclass(frozen=True, slots=True)
class Subject:
    """What a figure is about.

    `text` stands in the question's own clause, `inherited` before it as context;
    the quote begins at `since`. `own` says that no place needs to be named before
    it. `counted` is what a figure that opens its clause counts or shares out.
    """

    text: str
    since: int
    inherited: str = ""
    own: bool = False
    counted: str = ""


def as_it_is(head: Head) -> Subject:
    """The subject as the clause has it."""
    return Subject(head.subject, head.clause.start, own=bool(head.prefix))


def made_whole(head: Head, text: str) -> Subject:
    """The subject with words of the clause before."""
    return replace(as_it_is(head), text=text, since=head.since_previous)


def after_previous(head: Head) -> Subject:
    """The subject as it is, behind the clause before."""
    inherited, since = previous_clause(head.reading, head.carried, head.clause)
    return replace(as_it_is(head), inherited=inherited, since=since)


def as_part(head: Head) -> Subject:
    """The subject as a part (其中，X为a) of the whole that was measured before."""
    carried, subject = head.carried, head.subject
    whole = carried.base or carried.indicator
    whole = whole[: len(_WITHOUT.sub("", fold(whole)))]
    since = carried.previous[0] if carried.previous else 0
    named = measure(whole)
    if len(subject) >= _SHORTEST_WHOLE and subject[-2:] == whole[-2:]:
        text = subject
    elif (
        named
        and head.first.kind in ("share", "range")
        and (head.relation.rstrip("了") in _PART_RELATIONS or len(named) <= _SHORT_MEASURE)
    ):
        text = subject + named
    else:
        text = f"{whole}中，{subject}"
    return replace(as_it_is(head), text=text, since=since)
