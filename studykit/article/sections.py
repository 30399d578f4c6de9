"""Sections, paragraphs and sentences out of blocks that have their roles."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from studykit.article import sentences
from studykit.article.closings import looks_back
from studykit.article.headings import (
    APPENDIX_RANK,
    Ranked,
    Role,
    begins_anew,
    heading_words,
    is_appendix,
    is_salutation,
)
from studykit.article.leads import can_lead, with_leads
from studykit.article.model import Paragraph, Section, Sentence
from studykit.article.openings import opening_length
from studykit.article.script import fold
from studykit.article.tape import Tape

MIN_NUMBERED_BODY = 10
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
_AROUND_TITLE = " :：。\u3000【】■◆●▎"


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
    above: list[tuple[int, str]] = field(default_factory=list)
    introduction: Sentence | None = None
    line_lead: Sentence | None = None

    def open(self, entry: Ranked) -> None:
        """Begin the section of a heading."""
        self.introduction = None
        appendix = entry.role is Role.HEADING and is_appendix(heading_words(entry))
        while self.above and (appendix or self.above[-1][0] >= entry.rank):
            self.above.pop()
        if entry.role is Role.BREAK:
            self.sections.append(_Open())
            return
        heading = self.sentence(entry.block.tape.cut(entry.skip, entry.head).strip())
        title = heading.text.strip(_AROUND_TITLE)
        self.above.append((APPENDIX_RANK if appendix else entry.rank, title))
        self.sections.append(_Open(title, len(self.above), None if appendix else heading))

    def close(self, following: Ranked | None) -> None:
        """End the last subsection of a part, so that what comes goes on with the part.

        `following` is the next heading: where it is a sister of a section, that
        section is not the last and stays open.
        """
        if not self.sections[-1].paragraphs:
            return
        depth = 1
        if following:
            anew = begins_anew(following)
            depth += sum(
                rank < following.rank or (rank == following.rank and not anew)
                for rank, _ in self.above[1:]
            )
        if depth < len(self.above):
            del self.above[depth:]
            self.introduction = self.line_lead = None
            self.sections.append(_Open(self.above[-1][1], depth))

    def add(self, tape: Tape, item: bool, numbered: bool = False) -> None:
        """Add a paragraph or an item of a list."""
        if not item:
            tape = tape.cut(opening_length(fold(tape.text)), len(tape.text))
        label = None if item else _LABEL.match(fold(tape.text))
        if label and is_salutation(label[0].strip()):
            label = None
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
            named = label or (numbered and can_lead(made, MIN_NUMBERED_BODY))
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
    following = _headings_after(ranked)
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
            if entry.role is Role.TEXT and looks_back(entry.block.folded[entry.skip :]):
                builder.close(following[k])
            builder.add(
                tape.cut(entry.skip, len(tape.text)), entry.role is Role.ITEM, entry.skip > 0
            )
    return tuple(
        Section(one.title, one.level, one.heading, tuple(with_leads(one.paragraphs)))
        for one in builder.sections
        if one.title or one.heading or one.paragraphs
    )


def _headings_after(ranked: Sequence[Ranked]) -> list[Ranked | None]:
    """For each block the next heading of the text after it; an appendix ends the text."""
    out: list[Ranked | None] = []
    heading: Ranked | None = None
    for entry in reversed(ranked):
        out.append(heading)
        if entry.role in (Role.HEADING, Role.RUN_IN, Role.BREAK):
            heading = None if is_appendix(heading_words(entry)) else entry
    return out[::-1]


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
