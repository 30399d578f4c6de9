"""Sections, paragraphs and sentences out of blocks that have their roles."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise

from studykit.article import sentences
from studykit.article.headings import Ranked, Role, is_salutation
from studykit.article.model import Paragraph, Section, Sentence
from studykit.article.openings import opening_length
from studykit.article.script import fold
from studykit.article.tape import Tape

# A run-in heading names its paragraph; a longer first sentence says something.
MAX_LEAD = 26
MIN_LEAD = 5
MIN_LEAD_BODY = 30
MIN_NUMBERED_BODY = 10
# One paragraph that begins with a short sentence is chance, so are two side by
# side unless they are most of their section; more are a pattern.
MIN_LEADS = 2
LEADS_SHARE = 0.6
# A sentence on a line of its own that introduces a long paragraph.
MAX_LINE_LEAD = 45
MIN_LINE_LEAD_BODY = 80
# What follows a label ("政府收入：") is prose, not a value.
MIN_LABEL_BODY = 15

# Not "收入：5077亿元", which is a value, and not a speaker's name before what is said.
_LABEL = re.compile(
    r"[^\s，。；！？、,:：\d“”（）]{2,10}[:：]\s*(?=[^\s“])(?!\d[\d.,]*(?![\d年月日.,]))"
)
_SAYS = re.compile(
    r"(?:说|道|称|问|答|指出|强调|表示|认为|显示|提出|要求|到|如下|以下|是|为|即|写|有|包括|"
    r"看|讲|知|言|悉|其中|目前|例如|比如|譬如|如|此外|同时|另外|注)\s*[:：]\s*$"
)
_COUNTED = re.compile(r"^[一二三四五六七八九十]{1,2}是")
_AROUND_TITLE = " :：。\u3000【】■◆●▎"
_NOT_LEAD = re.compile(
    r"[\d%]|^(?:“|他|她|它|我|你|您|这|那|此|其|但|而|对此|同时|目前|当前|如今|不过|然而|因此|所以|那么|也|就|又|当然|首先|其次|最后|一方面)|是|认为|表示|显示|指出|有所|同样|了。$"
)


@dataclass(slots=True)
class _Open:
    """A section being filled."""

    title: str = ""
    level: int = 0
    heading: Sentence | None = None
    paragraphs: list[Paragraph] = field(default_factory=list)


@dataclass(slots=True)
class _Builder:
    """Fills sections block by block."""

    line_of: Callable[[int], int]
    labels: Counter[str]
    sections: list[_Open] = field(default_factory=lambda: [_Open()])
    ranks: list[int] = field(default_factory=list)
    introduction: Sentence | None = None
    line_lead: Sentence | None = None

    def open(self, entry: Ranked) -> None:
        """Begin the section of a heading."""
        self.introduction = None
        while self.ranks and self.ranks[-1] >= entry.rank:
            self.ranks.pop()
        if entry.role is Role.BREAK:
            self.sections.append(_Open())
            return
        self.ranks.append(entry.rank)
        heading = self.sentence(entry.block.tape.cut(entry.skip, entry.head).strip())
        title = heading.text.strip(_AROUND_TITLE)
        self.sections.append(_Open(title, len(self.ranks), heading))

    def add(self, tape: Tape, item: bool, numbered: bool = False) -> None:
        """Add a paragraph or an item of a list."""
        if not item:
            tape = tape.cut(opening_length(fold(tape.text)), len(tape.text))
        label = None if item else _LABEL.match(fold(tape.text))
        if label and self.labels[label[0].strip()] > 1:
            label = None  # the same name again and again is a speaker's
        parts = sentences.split(tape)
        if label and len(tape.text) - label.end() >= MIN_LABEL_BODY and not _SAYS.search(label[0]):
            parts = [
                tape.cut(0, label.end()).strip(),
                *sentences.split(tape.cut(label.end(), len(tape.text))),
            ]
        else:
            label = None
        made = [self.sentence(part) for part in parts]
        if not made:
            return
        if item:
            paragraph = Paragraph(tuple(made), self.introduction, True)
        else:
            named = label or (numbered and _can_lead(made, MIN_NUMBERED_BODY))
            lead = made[0] if named else self.line_lead
            if self.line_lead:
                made.insert(0, self.line_lead)
            self.line_lead = None
            paragraph = Paragraph(tuple(made), lead)
            self.introduction = _introduction(paragraph)
        self.sections[-1].paragraphs.append(paragraph)

    def sentence(self, tape: Tape) -> Sentence:
        """A sentence with the line it begins in."""
        return Sentence(tape.text, fold(tape.text), tape.pieces, self.line_of(tape.pieces[0].start))


def build_sections(ranked: Sequence[Ranked], line_of: Callable[[int], int]) -> tuple[Section, ...]:
    """Sections in order; what stands before the first heading is under an untitled one.

    `line_of` gives the line of an offset in the source.
    """
    labels = Counter(m[0].strip() for entry in ranked if (m := _LABEL.match(entry.block.folded)))
    builder = _Builder(line_of, labels)
    leading = _line_leads(ranked)
    for k, entry in enumerate(ranked):
        if entry.role is Role.REPEATED:
            continue
        tape = entry.block.tape
        if entry.role in (Role.HEADING, Role.RUN_IN, Role.BREAK):
            builder.open(entry)
            if entry.role is Role.RUN_IN:
                builder.add(tape.cut(entry.head, len(tape.text)), item=False)
        elif k in leading:
            builder.line_lead = builder.sentence(tape.cut(entry.skip, len(tape.text)))
        else:
            builder.add(
                tape.cut(entry.skip, len(tape.text)), entry.role is Role.ITEM, entry.skip > 0
            )
    return tuple(
        Section(one.title, one.level, one.heading, tuple(_with_leads(one.paragraphs)))
        for one in builder.sections
        if one.heading or one.paragraphs
    )


def _line_leads(ranked: Sequence[Ranked]) -> set[int]:
    """Lines of one sentence, each introducing the long paragraph after it, in turns."""
    found = {
        k
        for k, (entry, after) in enumerate(pairwise(ranked))
        if entry.role is Role.TEXT
        and after.role is Role.TEXT
        and len(entry.block.folded) <= MAX_LINE_LEAD
        and entry.block.folded.endswith("。")
        and entry.block.folded.count("。") == 1
        and not is_salutation(entry.block.folded)
        and len(after.block.folded) >= MIN_LINE_LEAD_BODY
    }
    return {k for k in found if k - 2 in found or k + 2 in found}


def _introduction(paragraph: Paragraph) -> Sentence | None:
    """The sentence that a list after this paragraph hangs on."""
    last = paragraph.sentences[-1]
    if last.folded[-1] in ":：":
        return last
    return paragraph.lead if paragraph.lead and paragraph.lead.folded[-1] in ":：" else None


def _with_leads(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Paragraphs with their run-in headings, where more than one of them has one."""
    found = [_has_lead(paragraph) for paragraph in paragraphs]
    enough = MIN_LEADS if sum(found) >= LEADS_SHARE * len(found) else MIN_LEADS + 1
    leads: set[int] = set()
    start = 0
    for has_lead, run in groupby(found):
        end = start + len(list(run))
        if has_lead and end - start >= enough:
            leads.update(range(start, end))
        start = end
    return [
        replace(paragraph, lead=paragraph.sentences[0]) if k in leads else paragraph
        for k, paragraph in enumerate(paragraphs)
    ]


def _has_lead(paragraph: Paragraph) -> bool:
    first = paragraph.sentences[0].folded
    return (
        not paragraph.item
        and not paragraph.lead
        and _can_lead(paragraph.sentences)
        and not _NOT_LEAD.search(_COUNTED.sub("", first))
        and not is_salutation(first)
    )


def _can_lead(made: Sequence[Sentence], least: int = MIN_LEAD_BODY) -> bool:
    """Whether the first sentence is short and others follow it."""
    first = made[0].folded
    body = sum(len(one.folded) for one in made[1:])
    longest = MAX_LINE_LEAD if _COUNTED.match(first) else MAX_LEAD
    return MIN_LEAD <= len(first) <= longest and first.endswith("。") and body >= least
