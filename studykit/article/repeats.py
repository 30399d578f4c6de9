"""Text that a page prints twice: title, abstract, whole paragraphs."""

import re
from collections.abc import Sequence

from studykit.article.model import SourceProblem
from studykit.article.wrapping import Block

# The same words twice in a row of this length are no chance.
MIN_REPEAT = 20
# An abstract stands near the top and is no longer than this.
ABSTRACT_BLOCKS = 30
MAX_ABSTRACT = 600
# Clauses shorter than this are found again by chance.
MIN_CLAUSE = 7
# How much of an abstract stands in the text again: all, had nobody edited it.
REPEATED_SHARE = 0.4

_LABEL = re.compile(r"(?:内容)?(?:摘要|提要|导读|导语|核心提示|简介)\s*[:：]?\s*")
_CUT_OFF = re.compile(r"(?:\.{3,}|…+|\[\s*详细\s*\]|【详细】|\[?查看全文\]?)\s*[”’）)]?$")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_FIGURE = re.compile(r"\d+(?:\.\d+)?[\u4e00-\u9fff%‰℃]{0,2}")
_CLAUSE = re.compile(r"[^，。；：！？…“”]+")
_MARKS = "，。；：！？…”"
_BLANKS = re.compile(r"\s+")


def drop_repeats(blocks: Sequence[Block], title: str) -> tuple[list[Block], list[SourceProblem]]:
    """Blocks without what is repeated, and where a repetition disagrees with the text.

    `title` is the folded title. What goes: the title, an abstract (cut off
    with dots, run together with the title, or named so) whose clauses come
    again below, and the second of two equal paragraphs.
    """
    texts = [_BLANKS.sub("", block.folded) for block in blocks]
    title = _BLANKS.sub("", title)
    out: list[Block] = []
    doubts: list[SourceProblem] = []
    seen: set[str] = set()
    for k, (block, text) in enumerate(zip(blocks, texts, strict=True)):
        if (title and text == title) or (len(text) >= MIN_REPEAT and text in seen):
            continue
        if k < ABSTRACT_BLOCKS and len(text) <= MAX_ABSTRACT:
            abstract = _abstract(text, title)
            below = list(zip(blocks[k + 1 :], texts[k + 1 :], strict=True)) if abstract else []
            if below and _is_repeated(abstract, below):
                doubts += _disagreements(abstract, block.number, below)
                continue
        seen.add(text)
        out.append(block)
    return out, doubts


def _abstract(text: str, title: str) -> str:
    """The words of an abstract; empty if the block is none."""
    rest = text[len(title) :] if title and text != title and text.startswith(title) else text
    label = _LABEL.match(rest)
    rest = rest[label.end() :] if label else rest
    return _CUT_OFF.sub("", rest) if rest != text or _CUT_OFF.search(rest) else ""


def _is_repeated(abstract: str, below: Sequence[tuple[Block, str]]) -> bool:
    found = sum(len(clause) for clause in _clauses(abstract) if _find(clause, below, anywhere=True))
    return found >= REPEATED_SHARE * len(abstract)


def _disagreements(
    abstract: str, line: int, below: Sequence[tuple[Block, str]]
) -> list[SourceProblem]:
    """Figures that stand among the same words in both and differ."""
    out: list[SourceProblem] = []
    for clause in _clauses(abstract):
        found = _find(clause, below)
        if not found:
            continue
        block, words = found
        for said, printed in zip(_FIGURE.findall(clause), _FIGURE.findall(words), strict=False):
            if _number(said) != _number(printed):
                message = (
                    f"摘要与正文不一致：摘要作“{said}”，正文（第{block.number}行）作“{printed}”"
                )
                out.append(SourceProblem("conflict", line, message))
    return out


def _clauses(text: str) -> list[str]:
    """The clauses of a text, short ones together with the next."""
    out: list[str] = []
    start = 0
    for match in _CLAUSE.finditer(text):
        if match.end() - start >= MIN_CLAUSE:
            out.append(text[start : match.end()].lstrip(_MARKS))
            start = match.end()
    return out


def _find(
    clause: str, below: Sequence[tuple[Block, str]], anywhere: bool = False
) -> tuple[Block, str] | None:
    """Where a clause stands again, whatever its figures; with the same ones if possible."""
    pattern = _NUMBER.sub("0", re.escape(_NUMBER.sub("0", clause))).replace("0", _NUMBER.pattern)
    other: tuple[Block, str] | None = None
    for block, text in below:
        if clause in text:
            return block, clause
        match = None if other else re.search(pattern, text)
        if match:
            other = (block, match.group())
            if anywhere:
                return other
    return other


def _number(figure: str) -> str:
    match = _NUMBER.match(figure)
    return match.group() if match else ""
