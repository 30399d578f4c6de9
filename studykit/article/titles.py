"""The title of an article, and the name of the column printed above it."""

import re
from collections.abc import Sequence

from studykit.article.headings import NUMBERED
from studykit.article.script import fold
from studykit.article.wrapping import Block

# A title fits in one line of a page.
MAX_TITLE = 60
# A "# " line further down is a heading.
TITLE_BLOCKS = 3

_NO_TITLE_END = "。；;，,：:"
_COLUMN = re.compile(
    r"[\u4e00-\u9fff]{0,4}(?:要闻|新闻|财经|时评|评论|社评|观点|社会|国际|国内|经济|科技|科学|文化|时政|专题|"
    r"正文|公告|动态|资讯|视点|焦点|头条|理论|深度|特稿|快讯|港闻|两岸|副刊|版)"
)


def without_column(blocks: Sequence[Block]) -> list[Block]:
    """The blocks without the name of a column ("财经") above a title."""
    column = len(blocks) > 2 and _COLUMN.fullmatch(blocks[0].folded) and _is_title(blocks[1])
    return list(blocks[1:] if column else blocks)


def find_title(blocks: Sequence[Block], hint: str = "") -> str:
    """The title as printed, unless the file's format names another one (`hint`)."""
    printed = next((block.text for block in blocks[:TITLE_BLOCKS] if block.mark == "#"), "")
    if not printed and len(blocks) > 1 and _is_title(blocks[0]):
        printed = blocks[0].text
    return printed if not hint or (printed and fold(printed) in fold(hint)) else hint


def _is_title(block: Block) -> bool:
    return (
        len(block.text) <= MAX_TITLE
        and block.mark in ("", "**")
        and block.folded[-1] not in _NO_TITLE_END
        and not NUMBERED.match(block.folded)
    )
