"""Adverbials: clauses that say when, where or on what ground, for the clauses after them."""

import re

_END = re.compile(
    r"(?:时|之时|后|之后|以后|以来|期间|之间|中|当中|方面|情况下|背景下|基础上|下|之际|前|之前|以前|内|以内|同时|为止|看|来看|计算|口径|起)$"
)
_START = re.compile(
    r"(?:在(?!职|校|建|岗|线|手)|自(?!主|由|贸|然|治|动|营|身|我)|从|截至|截止|随着|面对|经过|为了|按(?!揭)|当(?!地|选|事|局)|与|扣除|除|若|如(?!期|何)|由于|受|相比|较|作为|到(?!位|达)|至(?!少|多))"
)
# With a figure in it a clause is an adverbial only where it opens so.
_START_WITH_FIGURE = re.compile(r"在(?!职|校|建|岗|线|手|于)|当(?!地|选|事|局|年|月|日|前)")
# A longer clause says something of its own.
_LONGEST = 30


def is_adverbial(text: str) -> bool:
    """Whether a folded clause without figures is an adverbial (随着人口增长)."""
    return len(text) <= _LONGEST and bool(_END.search(text) or _START.match(text))


def is_adverbial_with_figure(text: str) -> bool:
    """Whether a folded clause with a figure is an adverbial (在受访的500人中)."""
    return bool(_END.search(text) or _START_WITH_FIGURE.match(text))
