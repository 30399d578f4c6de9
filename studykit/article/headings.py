"""Which blocks are headings, items of lists or paragraphs, by shape and numbering."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from studykit.article.wrapping import Block


class Role(Enum):
    """What a block is in the article."""

    TEXT = "text"
    HEADING = "heading"
    RUN_IN = "run-in"  # a numbered heading and the paragraph under it in one line
    ITEM = "item"
    BREAK = "break"  # an empty heading mark: what follows is under no heading
    REPEATED = "repeated"


@dataclass(frozen=True, slots=True)
class Ranked:
    """A block with its role.

    `rank` orders headings, smaller above larger. `skip` is the length of the
    number at the start, `head` where the heading ends (the whole block, or the
    run-in heading).
    """

    block: Block
    role: Role
    rank: int = 0
    skip: int = 0
    head: int = 0


# Ranks: Markdown marks are 1 to 6, then numbering styles from the outside in.
_NUMBERS = (
    (11, re.compile(r"第[一二三四五六七八九十百\d]{1,4}(?:章|编|篇|部分)[\s:：、.]*")),
    (12, re.compile(r"第[一二三四五六七八九十百\d]{1,4}节[\s:：、.]*")),
    (13, re.compile(r"[一二三四五六七八九十]{1,3}\s*[、.]\s*")),
    (14, re.compile(r"[（(][一二三四五六七八九十]{1,3}[）)]\s*[、.]?\s*")),
    (15, re.compile(r"\d{1,2}\s*[、.](?!\d)\s*|\d{1,2}[)）]\s*")),
    (16, re.compile(r"[（(]\d{1,2}[）)]\s*|[①-⑳]\s*|\[\d{1,3}\]\s*")),
    (17, re.compile(r"[—―–]{2,4}\s*(?=[^—―–\s])")),
)
BARE_RANK = 18
# Headings with lesser numbers or none stand under an appendix.
APPENDIX_RANK = 14
NUMBERED = re.compile("|".join(pattern.pattern for _, pattern in _NUMBERS[:6]))
_CHAPTERS, _OUTER, _ARABIC, _DASHES = (11, 12), (13, 14), (15, 16), 17

# A bare line up to this long can be a heading; a numbered one may be longer.
MAX_BARE = 32
MAX_NUMBERED = 50
MAX_RUN_IN = 40
# A label before a list ("教育："), not a sentence that announces one.
MAX_LABEL = 24
MIN_SUBTITLE = 10
# A paragraph under a heading that is a sentence.
MIN_PROSE = 80
# Three bare lines in a row are a list or verse.
MAX_BARE_RUN = 2

_END = re.compile(r"[。！？!?；;，,：:…][”’）)》】]*$")
_FULL_STOP = re.compile(r"[。！？!?][”’）)】]*")
_ANNOUNCES = re.compile(
    r"(?:如下|以下|包括|分别是|分别为|就是|即|指出|强调|表示|认为|显示|提出|说|道|问|答|称|写道|要求|体会到|要|为|是|方面|工作|措施有)$"
    r"|以下|下列|如下"
)
_QUESTION = re.compile(r"(?:问|提问|记者问?|主持人|Q\d{0,2})\s*[:：]\s*(?=.{4,80}[？?]$)")
_SALUTATION = re.compile(
    r"(?:尊敬的|各位|同志们|女士们|先生们|朋友们|亲爱的|主席先生|代表们|乡亲们|同事们).{0,30}[：:！!，,]?"
)


_FIRST = re.compile(r"第?[（(]?(?:一|1|①)(?![一二三四五六七八九十\d])")
_APPENDIX = re.compile(
    r"附[件录注](?:\s?[一二三四五六七八九十\d]{1,2})?|(?:.{0,14}(?:名词|术语|词语|用语))?(?:解释|注释|释义)(?:和?说明)?|注|参考文献"
)


def is_appendix(words: str) -> bool:
    """Whether the words of a heading say that what follows is no part of the article's text."""
    return bool(_APPENDIX.fullmatch(words))


def begins_anew(entry: Ranked) -> bool:
    """Whether a heading is the first of its series by its number."""
    return entry.skip > 0 and bool(_FIRST.match(entry.block.folded))


def is_salutation(folded: str) -> bool:
    """Whether the line only addresses the audience."""
    return len(folded) <= 30 and bool(_SALUTATION.fullmatch(folded))


def rank_blocks(blocks: Sequence[Block], transcript: bool = False) -> list[Ranked]:
    """The role of each block, in order."""
    shapes = [_shape(block) for block in blocks]
    out: list[Ranked] = []
    for k, block in enumerate(blocks):
        out.append(_ranked(blocks, shapes, k) if not transcript or block.mark else _text(block))
    return _without_contents(out)


def find_subtitle(ranked: Sequence[Ranked]) -> str:
    """The second line of the title, if the first block is one and no heading: as printed.

    It is longer than the headings of the article, or there are none.
    """
    if not ranked or ranked[0].role is not Role.HEADING or ranked[0].rank != BARE_RANK:
        return ""
    others = [entry.head for entry in ranked[1:] if entry.role is Role.HEADING]
    length = 0 if "，" in ranked[0].block.folded else ranked[0].head
    return ranked[0].block.text if length >= max([MIN_SUBTITLE, *others]) else ""


def _shape(block: Block) -> tuple[int, int]:
    """Rank and length of the numbering at the start; (0, 0) for none."""
    for rank, pattern in _NUMBERS:
        match = pattern.match(block.folded)
        if match and match.end() < len(block.folded):
            return rank, match.end()
    return 0, 0


def _text(block: Block, skip: int = 0) -> Ranked:
    return Ranked(block, Role.TEXT, skip=skip)


def _ranked(blocks: Sequence[Block], shapes: list[tuple[int, int]], k: int) -> Ranked:
    block = blocks[k]
    folded = block.folded
    rank, skip = shapes[k]
    if block.mark.startswith("#"):
        if not folded:
            return Ranked(block, Role.BREAK, len(block.mark))
        if len(folded) <= MAX_NUMBERED + 30:
            return Ranked(
                block, Role.HEADING, len(block.mark), skip if rank < 17 else 0, len(folded)
            )
    if block.mark == "**" and len(folded) <= MAX_NUMBERED and not is_salutation(folded):
        return Ranked(block, Role.HEADING, rank or BARE_RANK - 1, skip, len(folded))
    if block.mark == "-" and not _is_marked_heading(blocks, shapes, k):
        return Ranked(block, Role.ITEM, skip=skip)
    if rank:
        return _numbered(blocks, shapes, k)
    question = _QUESTION.match(folded)
    if question and k + 1 < len(blocks):
        return Ranked(block, Role.HEADING, BARE_RANK, question.end(), len(folded))
    if _is_label(folded) and _starts_list(blocks, shapes, k + 1):
        return Ranked(block, Role.HEADING, BARE_RANK, 0, len(folded))
    if block.mark == "-" or (_is_bare(folded) and _stands_over(blocks, shapes, k)):
        return Ranked(block, Role.HEADING, BARE_RANK, 0, len(folded))
    return _text(block)


def _is_marked_heading(blocks: Sequence[Block], shapes: list[tuple[int, int]], k: int) -> bool:
    """Whether one bullet stands before a paragraph that has none: "■小标题"."""
    if k + 1 >= len(blocks) or (k and blocks[k - 1].mark == "-") or not _is_bare(blocks[k].folded):
        return False
    after = blocks[k + 1]
    return not after.mark and not shapes[k + 1][0] and bool(_END.search(after.folded))


def _numbered(blocks: Sequence[Block], shapes: list[tuple[int, int]], k: int) -> Ranked:
    block = blocks[k]
    rank, skip = shapes[k]
    body = block.folded[skip:]
    stop = _FULL_STOP.search(body)
    first = stop.end() if stop else len(body)
    single = first >= len(body)
    listed = _neighbour_rank(shapes, k + 1) == rank or _neighbour_rank(shapes, k - 1) == rank
    if rank in _CHAPTERS or rank in _OUTER:
        if not single:
            if first <= MAX_RUN_IN:
                return Ranked(block, Role.RUN_IN, rank, skip, skip + first)
            return _text(block, skip)
        if len(body) > MAX_NUMBERED or body[-1] in "；;，,":
            return Ranked(block, Role.ITEM, skip=skip)
        following = _neighbour_rank(shapes, k + 1)
        ends = body[-1] in "。！？"
        if following == rank or (following is None and listed):
            return Ranked(block, Role.ITEM, skip=skip)
        if listed and ends and _neighbour_rank(shapes, k - 1) == rank and following != 0:
            return Ranked(block, Role.ITEM, skip=skip)
        return Ranked(block, Role.HEADING, rank, skip, len(block.folded))
    if rank in _ARABIC:
        if block.folded[0] == "[":
            return Ranked(block, Role.ITEM, skip=skip)  # a footnote
        if not single:
            return Ranked(
                block, Role.ITEM if listed and first > MAX_RUN_IN else Role.TEXT, skip=skip
            )
        heading = (
            len(body) <= MAX_BARE and not _END.search(body) and _neighbour_rank(shapes, k + 1) == 0
        )
        if heading and k + 1 < len(blocks) and len(blocks[k + 1].folded) > len(body):
            return Ranked(block, Role.HEADING, rank, skip, len(block.folded))
        return Ranked(block, Role.ITEM, skip=skip)
    if single and rank == _DASHES and _stands_over_prose(blocks, shapes, k, listed):
        return Ranked(block, Role.HEADING, rank, skip, len(block.folded))
    return Ranked(block, Role.ITEM if single else Role.TEXT, skip=skip)


def _stands_over_prose(
    blocks: Sequence[Block], shapes: list[tuple[int, int]], k: int, listed: bool
) -> bool:
    """Whether a sentence after a dash, no item of a list, has a long paragraph under it."""
    if listed or k + 1 >= len(blocks) or len(blocks[k].folded) > MAX_NUMBERED:
        return False
    after = blocks[k + 1]
    whole = blocks[k].folded[-1] == "。"
    return whole and not after.mark and not shapes[k + 1][0] and len(after.folded) >= MIN_PROSE


def _neighbour_rank(shapes: list[tuple[int, int]], k: int) -> int | None:
    return shapes[k][0] if 0 <= k < len(shapes) else None


def _is_label(folded: str) -> bool:
    return (
        len(folded) <= MAX_LABEL
        and folded[-1] in ":："
        and not _ANNOUNCES.search(folded[:-1])
        and not re.search("[，。；！？,]", folded)
        and not is_salutation(folded)
    )


def _starts_list(blocks: Sequence[Block], shapes: list[tuple[int, int]], k: int) -> bool:
    return k < len(blocks) and (blocks[k].mark == "-" or shapes[k][0] in _ARABIC)


def _is_bare(folded: str) -> bool:
    return (
        2 <= len(folded) <= MAX_BARE
        and not _END.search(folded)
        and any("\u4e00" <= char <= "\u9fff" for char in folded)
        and (folded[0].isalnum() or folded[0] in "“‘《【")
        and not is_salutation(folded)
    )


def _stands_over(blocks: Sequence[Block], shapes: list[tuple[int, int]], k: int) -> bool:
    """Whether a bare line stands between paragraphs and not in a run of its like."""
    low = high = k
    while low > 0 and _is_plain_bare(blocks, shapes, low - 1):
        low -= 1
        if high - low >= MAX_BARE_RUN:
            return False
    while high + 1 < len(blocks) and _is_plain_bare(blocks, shapes, high + 1):
        high += 1
        if high - low >= MAX_BARE_RUN:
            return False
    if high + 1 >= len(blocks):
        return False
    after = blocks[high + 1]
    if after.mark == "-" or after.mark.startswith("#") or shapes[high + 1][0]:
        return True
    return len(after.folded) > len(blocks[k].folded)


def _is_plain_bare(blocks: Sequence[Block], shapes: list[tuple[int, int]], k: int) -> bool:
    return not blocks[k].mark and not shapes[k][0] and _is_bare(blocks[k].folded)


def _without_contents(ranked: list[Ranked]) -> list[Ranked]:
    """Without a table of contents: lines whose words come again as a heading."""
    last: dict[str, int] = {}
    for k, entry in enumerate(ranked):
        if entry.role in (Role.HEADING, Role.RUN_IN):
            last[heading_words(entry)] = k
    out: list[Ranked] = []
    for k, entry in enumerate(ranked):
        again = last.get(heading_words(entry), k)
        if again > k and len(entry.block.folded) <= MAX_NUMBERED and not _has_text_under(ranked, k):
            entry = Ranked(entry.block, Role.REPEATED)
        out.append(entry)
    return out


def heading_words(entry: Ranked) -> str:
    """The folded words of a heading, without number and marks."""
    return entry.block.folded[entry.skip : entry.head or None].strip(" :：。")


def _has_text_under(ranked: list[Ranked], k: int) -> bool:
    if ranked[k].role is Role.RUN_IN or k + 1 >= len(ranked):
        return True
    after = ranked[k + 1]
    return after.role is Role.TEXT and bool(_END.search(after.block.folded))
