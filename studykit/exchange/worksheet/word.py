"""A test and its key as docx, made with python-docx, for who wants to change it by hand.

Its font is the Song of every Chinese Word and WPS; other programs put their own in its place.
"""

import io
from collections.abc import Sequence
from string import ascii_uppercase
from typing import TYPE_CHECKING

from studykit.errors import ExchangeError
from studykit.exchange.worksheet.key import Answer, Key, KeyPart, Quote
from studykit.exchange.worksheet.paper import Paper, PaperPart, Question
from studykit.messages import _

if TYPE_CHECKING:
    from studykit.exchange.worksheet.word_page import Page

# Underscores in the width of a Chinese character.
_UNDERSCORES = 2
# To write a name, a class, a date or a score on.
_FIELD = "_" * 12


def paper_docx(paper: Paper) -> bytes:
    """The docx of a test; `ExchangeError` without python-docx."""
    page = _page(paper.title, paper.version, paper.language)
    page.title(paper.title, paper.version)
    fields = "   ".join(f"{name} {_FIELD}" for name in (*paper.fields, paper.score))
    page.paragraph(f"{fields} / {paper.points}")
    for part in paper.parts:
        _part(page, part)
    return _saved(page)


def key_docx(keys: Sequence[Key]) -> bytes:
    """The docx of the keys to all versions, each from a new page; errors as `paper_docx`."""
    page = _page(keys[0].title, "", keys[0].language)
    for at, key in enumerate(keys):
        page.title(key.title, key.version, new_page=at > 0)
        for part in key.parts:
            _key_part(page, part)
    return _saved(page)


def _page(title: str, version: str, language: str) -> "Page":
    try:
        from studykit.exchange.worksheet.word_page import Page
    except ImportError:
        message = _("a docx needs the package python-docx: pip install python-docx")
        raise ExchangeError(message) from None
    return Page(title, version, language)


def _saved(page: "Page") -> bytes:
    out = io.BytesIO()
    page.document.save(out)
    return out.getvalue()


def _part(page: "Page", part: PaperPart) -> None:
    page.heading(part.heading, part.worth)
    page.paragraph(part.how, small=True, stays=True)
    for question in part.questions:
        _question(page, question)


def _question(page: "Page", question: Question) -> None:
    pieces = [
        piece if isinstance(piece, str) else "_" * (piece * _UNDERSCORES)
        for piece in question.prompt
    ]
    bracket = " （\u3000\u3000）" if question.bracket else ""
    rows = question.options or question.slots or question.lines
    page.numbered(question.number, "".join(pieces) + bracket, stays=bool(rows))
    lettered = [f"{ascii_uppercase[at]}. {option}" for at, option in enumerate(question.options)]
    page.columns(lettered, question.columns)
    page.slots([f"({n})" for n in range(1, question.slots + 1)], question.columns)
    page.slots([""] * question.lines, 1)


def _key_part(page: "Page", part: KeyPart) -> None:
    page.heading(part.heading, part.worth)
    if part.row:
        page.paragraph("    ".join(f"{n}. {mark}" for n, mark in part.row), stays=True)
    for answer in part.answers:
        _answer(page, answer)


def _answer(page: "Page", answer: Answer) -> None:
    rows = [*answer.notes, *map(_quoted, answer.quotes)]
    page.numbered(answer.number, answer.text, bold=True, stays=bool(rows))
    for at, row in enumerate(rows):
        page.paragraph(row, small=True, indented=True, stays=at < len(rows) - 1)


def _quoted(quote: Quote) -> str:
    return "  ".join(word for word in (f"「{quote.text}」", quote.section, quote.line) if word)
