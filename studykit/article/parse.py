"""The structure of an article: decoded text in, sections, paragraphs and sentences out."""

import re
from bisect import bisect_right
from dataclasses import replace

from studykit.article import metadata, repeats
from studykit.article.headings import find_subtitle, rank_blocks
from studykit.article.lines import read_lines
from studykit.article.markdown import front_matter_end
from studykit.article.model import Article, Metadata
from studykit.article.openings import reported_by
from studykit.article.problems import corrupt_problems
from studykit.article.script import detect_language, fold
from studykit.article.sections import build_sections
from studykit.article.sorting import is_noise, sort_lines
from studykit.article.titles import find_title, without_column
from studykit.article.wrapping import Layout, join

_NO_HINTS = Metadata()
# The paragraphs among which a news report names its reporters and place.
DATELINE_BLOCKS = 4


def parse_article(
    text: str, path: str = "", sha256: str = "", hints: Metadata = _NO_HINTS
) -> Article:
    """The article in a decoded text.

    `hints` is what the file's format says of it (HTML head, docx properties)
    and goes before what the lines say. Never fails: what cannot be told apart
    is kept as text.
    """
    prose = front_matter_end(text)
    lines = [line for line in read_lines(text) if line.end >= prose]
    parts = sort_lines(lines)
    transcript = Layout([line for line, _ in parts.kept]).transcript
    blocks = [block for block in join(text, parts.kept) if not is_noise(block.mark, block.folded)]
    if not transcript:
        blocks = without_column(blocks)
    title = hints.title if transcript else find_title(blocks, hints.title)
    blocks, doubts = repeats.drop_repeats(blocks, fold(title))
    breaks = [match.start() for match in re.finditer("\n", text)]
    ranked = rank_blocks(blocks, transcript)
    subtitle = find_subtitle(ranked) if title else ""
    sections = build_sections(
        ranked[1:] if subtitle else ranked, lambda offset: bisect_right(breaks, offset - 1) + 1
    )
    doubts += corrupt_problems(lines)
    found = metadata.collect([(line.text, line.folded) for line in parts.fields], hints)
    found = metadata.complete(found, occasion=subtitle)
    for block in blocks[:DATELINE_BLOCKS]:
        reporters, paper = reported_by(block.text, block.folded)
        found = metadata.complete(found, author=reporters, publisher=paper)
    return Article(
        source=text,
        path=path,
        sha256=sha256,
        language=detect_language(text),
        metadata=replace(found, title=" ".join(title.split())),
        sections=sections,
        problems=tuple(sorted(doubts, key=lambda doubt: doubt.line)),
    )
