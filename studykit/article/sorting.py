"""Lines sorted: what is the article's text, what speaks of the article, what is dropped."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from studykit.article import metadata, noise
from studykit.article.headings import is_salutation
from studykit.article.lines import Line

# Between the title and the salutation of a speech stand names, dates and captions.
MAX_HEAD_LINES = 14
MAX_HEAD_LINE = 80
# "各位代表：" may go on in the same line.
MAX_SALUTATION = 5
# The value of a field whose key stands alone in the line before.
MAX_LABELLED = 24
# A link to another article is as long as a title.
MAX_LINK = 60

_ENDS = re.compile(r"[。！？!?；;，,：:][”’）)》】]*$")
_TRAIL = re.compile(r"[>»›]+")
_POSITION = re.compile(r"(?:您|你)?(?:的|现在的|当前的|所在的?|当前)?位置(?:是)?\s*[:：]?")


@dataclass(frozen=True, slots=True)
class Sorted:
    """`kept` are lines of text, each with whether something was dropped before it."""

    kept: tuple[tuple[Line, bool], ...]
    fields: tuple[Line, ...]


def sort_lines(lines: Sequence[Line]) -> Sorted:
    """Sort the lines of a file; when in doubt a line is kept."""
    fields = set(_fields(lines))
    dropped = {
        k for k, line in enumerate(lines) if k not in fields and is_noise(line.mark, line.folded)
    }
    dropped |= set(_trails(lines)) | set(_links(lines, fields))
    gone = dropped | fields | _heads(lines)
    kept = [(line, k > 0 and k - 1 in gone) for k, line in enumerate(lines) if k not in gone]
    return Sorted(tuple(kept), tuple(line for k, line in enumerate(lines) if k in fields))


def is_noise(mark: str, folded: str) -> bool:
    """Whether a line, or what was joined of several, belongs to the page and not to the text."""
    return not mark.startswith("#") and (
        noise.is_chrome(folded) or noise.is_caption(folded) or noise.is_table_row(folded)
    )


def _fields(lines: Sequence[Line]) -> list[int]:
    """Lines of metadata, with values in the line after their key."""
    out: list[int] = []
    first_prose = next((k for k, line in enumerate(lines) if _is_prose(line)), len(lines))
    for k, line in enumerate(lines):
        if line.mark.startswith("#"):
            continue
        folded = line.folded
        in_head = 0 < k < first_prose
        if in_head and (
            metadata.is_organisation(folded)
            or metadata.is_subtitle(folded)
            or metadata.is_month(folded)
        ):
            out.append(k)
        elif (
            metadata.is_fields(folded)
            or metadata.is_occasion(folded)
            or metadata.is_speaker(folded)
        ):
            out.append(k)
            if metadata.is_label(folded) and k + 1 < len(lines) and _is_value(lines[k + 1]):
                out.append(k + 1)
    return out


def _is_prose(line: Line) -> bool:
    folded = line.folded
    if is_noise(line.mark, line.folded) or metadata.is_fields(folded):
        return False
    return bool(_ENDS.search(folded)) or len(folded) > MAX_LINK


def _is_value(line: Line) -> bool:
    return 0 < len(line.folded) <= MAX_LABELLED and not _ENDS.search(line.folded)


def _trails(lines: Sequence[Line]) -> list[int]:
    """Breadcrumbs printed one step a line."""
    out: list[int] = []
    for k, line in enumerate(lines[1:], 1):
        before = lines[k - 1].folded
        step = _TRAIL.fullmatch(before) or _POSITION.fullmatch(before)
        if _is_value(line) and (step or (k - 1 in out[-1:] and line.folded == before)):
            out.append(k)
    return out


def _links(lines: Sequence[Line], fields: set[int]) -> list[int]:
    """Lists of links to other articles, with their label."""
    out: list[int] = []
    inside = False
    for k, line in enumerate(lines):
        if noise.is_related_label(line.folded):
            inside = True
        elif inside:
            inside = len(line.folded) <= MAX_LINK and not _ENDS.search(line.folded)
            inside = inside and k not in fields and not noise.is_chrome(line.folded)
        if inside:
            out.append(k)
    return out


def _heads(lines: Sequence[Line]) -> set[int]:
    """Lines between the occasion of a speech and its salutation: who speaks, captions."""
    out: set[int] = set()
    for k, line in enumerate(lines):
        if not is_salutation(line.folded) and not is_salutation(line.folded[:MAX_SALUTATION]):
            continue
        for j in range(k - 1, max(k - MAX_HEAD_LINES, 0) - 1, -1):
            if metadata.is_occasion(lines[j].folded):
                out |= set(range(j + 1, k))
                break
            if len(lines[j].folded) > MAX_HEAD_LINE:
                break
    return out
