"""pdf to text: the lines of its text layer, without running heads and page numbers."""

import json
import re
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

from studykit.article.model import Metadata
from studykit.article.source import refusal
from studykit.messages import _

# More pages than any report; a made-up page tree has millions.
MAX_PAGES = 5_000
# Of text, as for every format: six times the four great classical novels together.
MAX_CHARACTERS = 20_000_000
# A long report takes seconds and 200 MB; a made-up one gets no more than this.
_MOST_SECONDS = 60
_MOST_MEMORY = 2_000_000_000

# A paragraph's first line stands two characters in; from four on a line is centred.
_INDENT = (1.2, 4.0)
# The margin is the leftmost place where at least this share of the lines begins.
_MARGIN_SHARE = 0.1
# A step to the next line this much larger than usual is the space between paragraphs.
_GAP = 1.45
# Lines looked at on each edge of a page for a running head, and how many of the pages must
# share it: odd and even pages may differ.
_EDGE = 2
_SHARED_BY = 0.4
_PAGE_NUMBER = re.compile(
    r"[\s\-—–－·•|第]*\d{1,4}[\s页頁]*(?:[/共]\s*\d{1,4}[\s页頁]*)?[\s\-—–－·•|]*"
)
_NO_TITLE = re.compile(
    r"(?:microsoft|untitled|无标题|未命名|文档)|\.(?:docx?|wps|pdf|indd|ppt)", re.I
)


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line of a page, and where its first character stands, in points."""

    text: str
    left: float
    bottom: float
    height: float


def read_pdf(data: bytes, path: str) -> tuple[str, Metadata]:
    """The text of a pdf and what its properties say (title and author; its date is the file's).

    Lines stay as printed; a paragraph's first line begins with two full-width
    blanks where the page shows it indented, and a blank line stands where the
    page has a space. Runs pdfium in a process of its own, for at most a minute
    and in at most 2 GB. Raises ReadError for a pdf that is encrypted, damaged,
    too large or without a text layer.
    """
    answer = _ask_worker(data, path)
    error = answer.get("error")
    if error:
        raise refusal(path, _wording(str(error), answer.get("pages", 0)))
    pages = [[PageLine(*line) for line in page] for page in answer["pages"]]
    text = pages_text(pages)
    if not text.strip():
        message = _("a scanned pdf ({n} pages) with no text layer; run OCR on it first")
        raise refusal(path, message.format(n=len(pages)))
    title = str(answer["title"]).strip()
    return text, Metadata(
        title="" if _NO_TITLE.search(title) else title, author=str(answer["author"]).strip()
    )


def pages_text(pages: list[list[PageLine]]) -> str:
    """The pages as one text: running heads dropped, indents and spaces made visible."""
    kept = without_running_lines(pages)
    # Odd and even pages may have margins of their own.
    margins = [_margin([line for page in kept[odd::2] for line in page]) for odd in (0, 1)]
    texts = (_page_text(page, margins[number % 2]) for number, page in enumerate(kept) if page)
    return "\n".join(texts) + "\n"


def without_running_lines(pages: list[list[PageLine]]) -> list[list[PageLine]]:
    """The pages without page numbers and without the first and last lines that many share."""
    forms = Counter(form for page in pages for form in {_form(page[k]) for k in _edges(page)})
    forms.pop("", None)
    least = max(3, len(pages) * _SHARED_BY)
    out = []
    for page in pages:
        drop = {
            k
            for k in _edges(page)
            if forms[_form(page[k])] >= least or _PAGE_NUMBER.fullmatch(page[k].text)
        }
        out.append([line for k, line in enumerate(page) if k not in drop])
    return out


def _edges(page: list[PageLine]) -> set[int]:
    return {*range(min(_EDGE, len(page))), *range(max(len(page) - _EDGE, 0), len(page))}


def _form(line: PageLine) -> str:
    """What two running lines share; empty for a row of figures, which is none."""
    form = re.sub(r"\d+", "#", "".join(line.text.split()))
    return form if sum(char.isalpha() for char in form) > 1 else ""


def _margin(lines: list[PageLine]) -> int:
    """Where lines begin that are not indented."""
    lefts = Counter(round(line.left) for line in lines)
    return min((left for left, n in lefts.items() if n >= len(lines) * _MARGIN_SHARE), default=0)


def _page_text(page: list[PageLine], margin: int) -> str:
    steps = [a.bottom - b.bottom for a, b in pairwise(page)]
    usual = median([step for step in steps if step > 0] or [0])
    out = []
    for line, step in zip(page, [0.0, *steps], strict=True):
        if usual and step > usual * _GAP:
            out.append("")
        inset = (line.left - margin) / line.height if line.height > 0 else 0
        bare = not line.text[0].isspace()
        out.append("　　" + line.text if bare and _INDENT[0] <= inset < _INDENT[1] else line.text)
    return "\n".join(out)


def _ask_worker(data: bytes, path: str) -> dict[str, Any]:
    worker = Path(__file__).with_name("pdf_worker.py")
    limits = [str(MAX_PAGES), str(MAX_CHARACTERS), str(_MOST_MEMORY)]
    # -P: the names of the modules beside the worker are those of the standard library.
    command = [sys.executable, "-P", str(worker), *limits]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=_MOST_SECONDS)
    except subprocess.TimeoutExpired:
        raise refusal(path, _wording("slow", 0)) from None
    try:
        answer: dict[str, Any] = json.loads(done.stdout)
    except ValueError:  # it died before it could answer
        raise refusal(path, _wording("died", 0)) from None
    return answer


def _wording(error: str, pages: int) -> str:
    message = {
        "encrypted": _("an encrypted pdf that needs a password; remove the password first"),
        "damaged": _("a damaged pdf; export it again"),
        "pages": _("a pdf of {n} pages, more than {limit}; split it"),
        "long": _("a pdf with more than {limit} characters; split it"),
        "slow": _("a pdf not read within {limit} seconds; export it again or split it"),
        "died": _("a pdf that is damaged or too large once unpacked; export it again"),
    }[error]
    limits = {"pages": MAX_PAGES, "long": MAX_CHARACTERS, "slow": _MOST_SECONDS}
    return message.format(n=pages, limit=limits.get(error))
