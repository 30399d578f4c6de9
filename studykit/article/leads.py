"""Run-in headings: short first sentences that name their paragraphs, where siblings have them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from studykit.article.headings import is_salutation
from studykit.article.model import Paragraph, Sentence

# A run-in heading names its paragraph; a longer first sentence says something.
MAX_LEAD = 26
MIN_LEAD = 5
MIN_LEAD_BODY = 30
# "一是…" may be longer, as a sentence on a line of its own may.
MAX_COUNTED = 45
# One paragraph that begins with a short sentence is chance, so are two side by
# side unless they are most of their section; more are a pattern.
MIN_LEADS = 2
LEADS_SHARE = 0.6
# So many of one build show that another one beside them is none of them.
MIN_ALIKE = 3
# Words that all siblings but one have: shorter ones are shared by chance.
MIN_SHARED = 3

_COUNTED = re.compile(r"^[一二三四五六七八九十]{1,2}[是要]")
_NOT_LEAD = re.compile(
    r"[\d%]|^(?:“|他|她|它|我|你|您|这(?![一两三四五]年)|那|此|其|但|而|对此|同时|与此同时|目前|当前|如今|不过|然而|因此|所以|"
    r"也|就(?!业|医|学|近|地)|又|当然|首先|其次|最后|一方面|过去|刚刚过去|回[顾望首])"
    r"|是|认为|表示|显示|指出|(?<![住学老病弱幼劳])有所|同样|了。$"
)


def with_leads(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Paragraphs with their run-in headings, where more than one of them has one."""
    found = [_has_lead(paragraph) for paragraph in paragraphs]
    enough = MIN_LEADS if sum(found) >= LEADS_SHARE * len(found) else MIN_LEADS + 1
    leads: set[int] = set()
    start = 0
    for has_lead, run in groupby(found):
        end = start + len(list(run))
        alike = _siblings([p.sentences[0].folded for p in paragraphs[start:end]])
        if has_lead and len(alike) >= enough:
            leads.update(start + k for k in alike)
        start = end
    return [
        replace(paragraph, lead=paragraph.sentences[0]) if k in leads else paragraph
        for k, paragraph in enumerate(paragraphs)
    ]


def can_lead(made: Sequence[Sentence], least: int = MIN_LEAD_BODY) -> bool:
    """Whether the first sentence is short and others follow it, `least` characters or more."""
    first = made[0].folded
    body = sum(len(one.folded) for one in made[1:])
    longest = MAX_COUNTED if _COUNTED.match(first) else MAX_LEAD
    return MIN_LEAD <= len(first) <= longest and first.endswith("。") and body >= least


def _has_lead(paragraph: Paragraph) -> bool:
    first = paragraph.sentences[0].folded
    return (
        not paragraph.item
        and not paragraph.lead
        and can_lead(paragraph.sentences)
        and not _NOT_LEAD.search(_COUNTED.sub("", first))
        and not is_salutation(first)
    )


def _siblings(firsts: Sequence[str]) -> list[int]:
    """Which of the first sentences of a run of paragraphs are of one form.

    Where some are counted (一是…) it is those; else a general statement before
    them or after them goes, if it is built otherwise than all the others.
    """
    counted = [k for k, first in enumerate(firsts) if _COUNTED.match(first)]
    if len(counted) >= MIN_LEADS:
        return counted
    kept = list(range(len(firsts)))
    if len(kept) > MIN_ALIKE and (_clauses_differ(firsts) or _topic_differs(firsts)):
        kept = kept[1:]
    if len(kept) > MIN_ALIKE and _clauses_differ([firsts[k] for k in reversed(kept)]):
        kept.pop()
    return kept


def _clauses_differ(firsts: Sequence[str]) -> bool:
    """Whether all but the first have the same number of clauses."""
    counts = {other.count("，") for other in firsts[1:]}
    return len(counts) == 1 and firsts[0].count("，") not in counts


def _topic_differs(firsts: Sequence[str]) -> bool:
    """Whether all but the first have a word in common, and the first is not built like them."""
    first, one, *rest = firsts
    if first[:2] == one[:2]:
        return False
    words = (one[k : k + MIN_SHARED] for k in range(len(one) - MIN_SHARED + 1))
    return any(word not in first and all(word in other for other in rest) for word in words)
