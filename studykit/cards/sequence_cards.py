"""List cards for points told off one by one (一是…二是…)."""

import re
from collections.abc import Sequence as Many

from studykit.article.script import fold
from studykit.cards.candidate import Candidate
from studykit.cards.grounding import LONGEST_QUOTE
from studykit.cards.model import Card
from studykit.cards.voice import Voice
from studykit.facts.model import Passage
from studykit.facts.sequences import Sequence

_NUMBER = "零一两三四五六七"
_COUNTED = re.compile(
    r"(?P<n>[两二三四五六七])(?P<rest>(?:个|项|条|点|大|类|种|道|重|把|步|招|座|对)[\u4e00-\u9fff]{0,6})$"
)


def sequence_cards(sequences: Many[Sequence], sections: Many[str], voice: Voice) -> list[Candidate]:
    """One ordered list card a sequence of two to seven points."""
    out = []
    for sequence in sequences:
        place = sequence.passages[0].place
        section = sections[place.section]
        passages = _joined(sequence.passages)
        spans = [p.place.sentence.spans(p.start, p.end) for p in passages]
        if any(len(s) != 1 for s in spans):
            continue
        if len(sequence.points) >= len(_NUMBER):
            continue
        number = voice.say(_NUMBER[len(sequence.points)])
        introduction = sequence.introduction
        counted = _COUNTED.search(fold(introduction))
        if counted:
            rest = introduction[counted.start("rest") :]
            prompt = voice.form("{i}，具体是哪{n}{r}？", i=introduction, n=number, r=rest)
        elif fold(introduction).endswith(("是", "为", "有", "包括", "在于")):
            prompt = voice.form("{i}哪{n}点？", i=introduction, n=number)
        else:
            prompt = voice.form(
                "“{i}”之后，文章列出了哪{n}点？",
                i=introduction.replace("“", "").replace("”", ""),
                n=number,
            )
        if len(prompt) > 90:
            continue
        card = Card(
            "list", prompt, sequence.points, tuple(p.text for p in passages),
            tuple(s[0] for s in spans), section, sequence.passages[0].key("sequence"), ordered=True,
            explanation=voice.form("原文用序号逐点列出，共{n}点。", n=number), tags=("list",),
        )  # fmt: skip
        need = frozenset({f"q:{place.order}:{sequence.passages[0].start}"})
        out.append(Candidate(card, place.order, 1.6, need))
    return out


def _joined(passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """One passage where all points stand in one sentence and it is short enough to quote."""
    first, last = passages[0], passages[-1]
    if first.place is last.place and last.end - first.start <= LONGEST_QUOTE:
        return (Passage(first.place, first.start, last.end),)
    return passages
