"""Text that a page prints twice: title, abstract, whole paragraphs."""

import re
from collections.abc import Sequence

from studykit.article.model import SourceProblem
from studykit.article.wrapping import Block

# Twice the same words in a row of this length are no chance.
MIN_REPEAT = 20
# An abstract repeats at least this much of the body's beginning.
MIN_ABSTRACT = 16

_CUT_OFF = re.compile(r"(?:\.{3,}|…+|\[\s*详细\s*\]|【详细】|\[?查看全文\]?)\s*[”’）)]?$")
_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_FIGURE = re.compile(r"\d+(?:\.\d+)?[\u4e00-\u9fff%‰℃]{0,2}")
_BLANKS = re.compile(r"\s+")


def drop_repeats(
    blocks: Sequence[Block], title: str
) -> tuple[list[Block], list[SourceProblem]]:
    """Blocks without what is repeated, and where a repetition disagrees with the text.

    `title` is the folded title. A paragraph cut off with dots that begins like
    a later one is an abstract; of two equal paragraphs the first stays.
    """
    out: list[Block] = []
    doubts: list[SourceProblem] = []
    skeletons = [_skeleton(block.folded) for block in blocks]
    seen: set[str] = set()
    for k, block in enumerate(blocks):
        words = _BLANKS.sub("", block.folded)
        if title and words == _BLANKS.sub("", title):
            continue
        full = _body_of_abstract(skeletons, k, _skeleton(title), blocks)
        if full is not None:
            doubts += _disagreements(block, blocks[full], title)
            continue
        if len(words) >= MIN_REPEAT:
            if words in seen:
                continue
            seen.add(words)
        out.append(block)
    return out, doubts


def _body_of_abstract(
    skeletons: list[str], k: int, title: str, blocks: Sequence[Block]
) -> int | None:
    """The later block that says in full what this block only begins."""
    cut_off = bool(_CUT_OFF.search(blocks[k].folded))
    text = _without_title(skeletons[k], title)
    run_together = text != skeletons[k]
    if not cut_off and not run_together:
        return None
    text = _CUT_OFF.sub("", text)
    if len(text) < MIN_ABSTRACT:
        return None
    for later in range(k + 1, len(skeletons)):
        body = _without_title(skeletons[later], title)
        if body.startswith(text) and len(body) >= len(text):
            return later
        # Cut off in the middle of a character reference or a word: most of it is enough.
        if body[:MIN_ABSTRACT] == text[:MIN_ABSTRACT] and (cut_off and len(body) > len(text)):
            return later
    return None


def _disagreements(abstract: Block, body: Block, title: str) -> list[SourceProblem]:
    """Figures that stand in the same place of both and differ."""
    short = _CUT_OFF.sub("", _without_title(_BLANKS.sub("", abstract.folded), _BLANKS.sub("", title)))
    full = _without_title(_BLANKS.sub("", body.folded), _BLANKS.sub("", title))
    out: list[SourceProblem] = []
    for a, b in zip(_FIGURE.finditer(short), _FIGURE.finditer(full), strict=False):
        if _skeleton(short[: a.start()]) != _skeleton(full[: b.start()]):
            break
        if _DIGITS.match(a.group())[0] != _DIGITS.match(b.group())[0]:  # type: ignore[index]
            message = (
                f"摘要与正文不一致：摘要作“{a.group()}”，正文（第{body.number}行）作“{b.group()}”"
            )
            out.append(SourceProblem("conflict", abstract.number, message))
    return out


def _without_title(text: str, title: str) -> str:
    return text[len(title) :] if title and text != title and text.startswith(title) else text


def _skeleton(folded: str) -> str:
    return _DIGITS.sub("0", _BLANKS.sub("", folded))
