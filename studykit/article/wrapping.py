"""Lines into blocks: a paragraph or heading that was printed over several lines made whole."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from studykit.article.lines import Line
from studykit.article.model import Piece
from studykit.article.script import fold
from studykit.article.tape import Tape, concatenate

# A file is wrapped when most lines that don't end a paragraph are nearly as
# wide as its widest.
MIN_WRAPPED_LINES = 6
WRAPPED_SHARE = 0.55
# In a list fewer lines reach the edge; a page, not a verse, is this wide then.
WRAPPED_LIST_SHARE = 0.15
MIN_PAGE = 44
SPACED_SHARE = 0.8
# A title or an abstract above a wrapped text may be wider.
WIDER_SHARE = 0.05
# A line breaks up to two Han characters, or one Latin word, before the edge.
EDGE_SLACK = 6
_SLACK = range(EDGE_SLACK + 1)
# No screen or page is wider; wider lines are paragraphs.
MAX_WRAP_WIDTH = 140
# Above this a bare line is no heading; what breaks off there goes on in the next.
MAX_HEADING = 40
# The same for a line with a comma in it.
MAX_CLAUSED = 32
# Shorter lines without a comma are headings even if the words would fit together.
MIN_BROKEN = 8
# A shorter item of a list is whole.
MIN_ITEM = 10
# Where "科技创" is always followed by "新" elsewhere, a line ending in it is broken.
MIN_EVIDENCE = 2
# A line of a transcript is a breath long.
TRANSCRIPT_LINE = 26
MIN_TRANSCRIPT_LINES = 12
# An open quotation keeps lines together this far; then its end is missing.
OPEN_LINES, OPEN_REACH = 8, 200

_END = re.compile(r"(?:[。！？!?；;…：:]|\.{3})[”’）)》】」』\"]*$")
_CLOSED = re.compile(r"[”」』]$")
_GOES_ON = re.compile(r"[，、,（(《“‘「『—+＋×/·－-]$|[的和与及或为在]$")
_CONTINUES = re.compile(r"[，。、；：！？,;:!?)）》”’」』】%％‰℃·]")
_UNIT = re.compile(
    r"[%‰℃.\d万亿千百十元人个项家户吨公米次年月日倍点成名所条辆台座套件种平立亩美港欧英度岁分小秒克兆处只头株艘]"
)
_INNER_END = re.compile("[。；]")
_OPENED = re.compile(r"[（(]$")
_AMOUNT_BEGUN = re.compile(r"(?<!\d)(?!(?:19|20)\d\d$)\d+(?:\.\d*|,\d*|[万亿千百])?$")
_AMOUNT = re.compile(r"(?!(?:19|20)\d{2}年|\d{1,2}月)\d")
_TAKES_AMOUNT = re.compile("[到至为达过近约超逾增降长升跌涨落破足计出有]$")
_LABELLED = re.compile(r".{0,12}[:：]|.*[:：]$")
_FIGURE = re.compile(r"\d(?!\d{0,3}年)")
_CLAUSES = re.compile("[，；,;]")
NUMBER = re.compile(
    r"第[一二三四五六七八九十百\d]{1,4}[章编篇节条]|第[一二三四五六七八九十]{1,3}部分|[（(][一二三四五六七八九十\d]{1,3}[）)]"
    r"|[一二三四五六七八九十]{1,3}\s*[、.]|\d{1,2}\s*[、.)）](?!\d)|[①-⑳]|[—―–]{2,4}(?=[^—―–])"
    r"|(?:一|二|三|四|五|六|七|八|九|十)[是要]"
)
_OPEN, _CLOSE = "“（《【「『", "”）》】」』"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or a heading in one line, with the line it starts in."""

    tape: Tape
    folded: str
    number: int
    mark: str = ""
    indent: int = 0

    @property
    def text(self) -> str:
        """The text as printed, line breaks taken out."""
        return self.tape.text


@dataclass(frozen=True)
class Layout:
    """How the lines of a file are broken."""

    lines: Sequence[Line]

    @cached_property
    def full(self) -> frozenset[int]:
        """The numbers of the lines that reach the edge of a wrapped file; empty if it is none.

        Some programs break lines by columns, others by characters.
        """
        if len(self.lines) < MIN_WRAPPED_LINES or self.transcript:
            return frozenset()
        measures = ([line.columns for line in self.lines], [line.length for line in self.lines])
        return max((self._at_edge(widths) for widths in measures), key=len)

    def _at_edge(self, widths: list[int]) -> frozenset[int]:
        counts = Counter(widths)
        inside, edge = max((sum(counts[at - k] for k in _SLACK), at) for at in counts)
        wider = sum(n for width, n in counts.items() if width > edge)
        found = [
            line
            for line, width in zip(self.lines, widths, strict=True)
            if edge - EDGE_SLACK <= width <= edge
        ]
        unfinished = sum(not _END.search(line.folded) for line in found)
        share = WRAPPED_SHARE if edge < MIN_PAGE else WRAPPED_LIST_SHARE
        wrapped = (
            inside >= share * len(widths)
            and unfinished > inside / 2
            and wider <= WIDER_SHARE * len(widths) + 1
            and edge <= MAX_WRAP_WIDTH
        )
        return frozenset(line.number for line in found) if wrapped else frozenset()

    @cached_property
    def spaced(self) -> bool:
        """Whether blank lines stand between all lines, so that they say nothing."""
        apart = sum(line.after_blank for line in self.lines)
        return apart >= SPACED_SHARE * len(self.lines)

    @cached_property
    def indented(self) -> bool:
        """Whether an indent marks the first line of a paragraph."""
        indented = sum(line.indent >= 2 for line in self.lines)
        return 0 < indented < len(self.lines) * 0.7

    @cached_property
    def transcript(self) -> bool:
        """Whether lines are breaths of speech, with almost no punctuation."""
        lines = [line for line in self.lines if not line.mark]
        if len(lines) < MIN_TRANSCRIPT_LINES:
            return False
        short = sum(len(line.folded) <= TRANSCRIPT_LINE for line in lines)
        marked = sum(bool(re.search("[。，；,;、]", line.folded)) for line in lines)
        return short >= 0.85 * len(lines) and marked <= 0.2 * len(lines)

    @cached_property
    def followers(self) -> dict[str, dict[str, int]]:
        """How often which character follows, within lines, the two that end some line."""
        out: dict[str, dict[str, int]] = {line.folded[-2:]: {} for line in self.lines}
        for line in self.lines:
            text = line.folded
            for pair, char in zip(map("".join, pairwise(text)), text[2:], strict=False):
                if pair in out:
                    out[pair][char] = out[pair].get(char, 0) + 1
        return out

    def goes_on(
        self, before: Sequence[Line], line: Line, dropped: bool = False, in_list: bool = False
    ) -> bool:
        """Whether a line is a continuation of the lines before.

        `dropped` says that noise lay between, `in_list` that an item follows.
        """
        last, text, following = before[-1], before[-1].folded, line.folded
        if line.mark or last.mark.startswith("#") or last.mark == "**":
            return False
        if _CONTINUES.match(following) or _OPENED.search(text):
            return True
        if NUMBER.match(following):
            return False
        if self._open(before):
            return True
        if self.transcript:
            return False
        apart = (line.after_blank and not self.spaced) or dropped
        if self.full and not apart:
            goes_on = self._goes_on_in_column(last, line)
            if goes_on is not None:
                return goes_on
        if _END.search(text):
            return text[-1] in "；;" and len(text) > MAX_HEADING and not apart and not last.mark
        long = len(before) > 1 or len(text) > MIN_BROKEN
        if long and (_stops_short(text, following) or self._splits_word(text, following)):
            return True
        return not apart and self._broken_off(before, following, in_list)

    def _splits_word(self, text: str, following: str) -> bool:
        """Whether the last two characters are always followed elsewhere as they are here."""
        seen = self.followers[text[-2:]]
        return len(seen) == 1 and seen.get(following[0], 0) >= MIN_EVIDENCE

    def _goes_on_in_column(self, last: Line, line: Line) -> bool | None:
        """The same in a file that is wrapped throughout; None if the edge does not tell."""
        text, following = last.folded, line.folded
        if self.indented and line.indent >= 2 and last.indent < line.indent:
            return _stops_short(text, following) or self._splits_word(text, following)
        if text[-1] in "；;" and not line.indent:
            return True
        if last.number not in self.full:
            return None
        if _END.search(text):
            # What is short here may be a heading under a paragraph that fills its last line.
            return line.number in self.full and not (self.indented and line.indent >= 2)
        return True

    def _broken_off(self, before: Sequence[Line], following: str, in_list: bool) -> bool:
        """Whether a line without an end mark is no heading or item but broken."""
        text = before[-1].folded
        if _CLOSED.search(text):
            return False
        if before[0].mark == "-":
            return in_list and len(text) > MIN_ITEM and not _LABELLED.match(following)
        numbered = bool(NUMBER.match(text)) and not _INNER_END.search(text)
        if not numbered and (len(before) > 1 or len(text) > MAX_HEADING or _INNER_END.search(text)):
            return True
        clauses = len(_CLAUSES.findall(text))
        if numbered or not clauses:
            return False
        sure = clauses > 1 or len(text) > MAX_CLAUSED or bool(_FIGURE.search(text))
        return sure or following[0] in self.followers[text[-2:]]

    @staticmethod
    def _open(before: Sequence[Line]) -> bool:
        """Whether a quotation or bracket of the last sentence is still open."""
        text = "".join(line.folded for line in before[-OPEN_LINES:])[-OPEN_REACH:]
        tail = text[max(text.rfind(mark) for mark in "。！？") + 1 :]
        return any(tail.count(a) > tail.count(b) for a, b in zip(_OPEN, _CLOSE, strict=True))


def _stops_short(text: str, following: str) -> bool:
    """Whether a line ends before a noun, inside an amount or before one."""
    if _GOES_ON.search(text) or (_AMOUNT_BEGUN.search(text) and _UNIT.match(following)):
        return True
    return bool(_TAKES_AMOUNT.search(text) and _AMOUNT.match(following))


def join(source: str, lines: Sequence[tuple[Line, bool]]) -> list[Block]:
    """Blocks out of lines; each line comes with whether noise was dropped before it."""
    layout = Layout([line for line, _ in lines])
    groups: list[list[Line]] = []
    for k, (line, dropped) in enumerate(lines):
        in_list = k + 1 < len(lines) and lines[k + 1][0].mark == "-"
        if groups and layout.goes_on(groups[-1], line, dropped, in_list):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_block(source, group) for group in groups]


def _block(source: str, group: list[Line]) -> Block:
    first = group[0]
    if len(group) == 1:
        return Block(first.tape, first.folded, first.number, first.mark, first.indent)
    parts = [(first.tape, True)]
    for before, line in pairwise(group):
        if _needs_blank(before.text, line.text):
            # The blank between two Latin words is the line break itself.
            only_blanks = source[_end(before.tape) : before.end + 1].isspace()
            parts.append((Tape(" ", (Piece(0, before.end),)), only_blanks))
        start = _end(before.tape)
        parts.append((line.tape, source[start : line.tape.pieces[0].start].isspace()))
    tape = concatenate(parts)
    return Block(tape, fold(tape.text), first.number, first.mark, first.indent)


def _needs_blank(before: str, after: str) -> bool:
    if not (before[-1].isascii() and after[0].isascii()):
        return False
    return (before[-1].isalpha() and after[0].isalnum()) or (
        before[-1] in ",;:" and after[0].isalpha()
    )


def _end(tape: Tape) -> int:
    last = tape.pieces[-1]
    return last.start + len(tape.text) - last.at
