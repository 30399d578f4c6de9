"""Rules for clauses that leave their subject out: what their figures are about.

`MISSING` is tried in order, the first rule that matches decides; a rule answers
None where it does not match.
"""

from collections.abc import Callable
from dataclasses import replace

from studykit.facts.heads import Head
from studykit.facts.stems import DANGLING
from studykit.facts.subject import Subject, after_previous, made_whole

# A clause so short says what a figure is about better than its subject alone.
SHORT_TOPIC = 22


def _change_of_topic(head: Head) -> Subject | None:
    """由A提高到B, right after a clause without figures: 修订目录，由3项增加到5项."""
    carried = head.carried
    if not (head.changes and carried.topic and carried.topic_before):
        return None
    found = after_previous(head)
    text = "" if found.inherited else carried.topic_subject
    return replace(found, text=text, own=bool(carried.topic_subject))


def _same_indicator(head: Head) -> Subject | None:
    """The indicator of the figure before: 产量为3万吨，增长5%."""
    if not (head.tied and head.carried.indicator):
        return None
    return made_whole(head, head.carried.indicator)


def _topic_as_subject(head: Head) -> Subject | None:
    """The clause before, or its subject where that clause is long: 新馆落成，耗资3亿元."""
    carried = head.carried
    if not (head.tied and carried.topic_subject):
        return None
    since = carried.topic_span[0]
    if (
        carried.topic_before
        and len(carried.topic) <= SHORT_TOPIC
        and not DANGLING.match(carried.topic)
    ):
        return Subject("", since, inherited=carried.topic, own=True)
    return Subject(carried.topic_subject, since, own=True)


def _relation_alone(head: Head) -> Subject | None:
    """Nothing but a relation, and nothing named before it: the clause before has to tell."""
    return after_previous(head) if head.tied else None


def _figure_alone(head: Head) -> Subject | None:
    """A clause that opens with its figure, behind another: 招生规模扩大，30人来自山区."""
    if head.regional or head.carried.previous is None or head.lead.strip():
        return None
    return after_previous(head)


MISSING: tuple[Callable[[Head], Subject | None], ...] = (
    _change_of_topic,
    _same_indicator,
    _topic_as_subject,
    _relation_alone,
    _figure_alone,
)
