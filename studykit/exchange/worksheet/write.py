"""The files of a worksheet: a test for each version, and one key to all of them.

The key is a file of its own, since the test's file is what is sent to the printer
or the class. Versions are files of their own, since each is printed as often as
there are learners who get it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from studykit.errors import ExchangeError
from studykit.exchange.worksheet.key import Key, LineOf, key_of
from studykit.exchange.worksheet.model import Sheet
from studykit.exchange.worksheet.paper import Paper, paper_of
from studykit.files import write_atomically
from studykit.messages import _


@dataclass(frozen=True, slots=True)
class _Writer:
    paper: Callable[[Paper, str], bytes]
    key: Callable[[Sequence[Key], str], bytes]


def _html() -> _Writer:
    from studykit.exchange.worksheet.page import key_page, paper_page

    return _Writer(
        lambda paper, _font: paper_page(paper).encode(), lambda keys, _font: key_page(keys).encode()
    )


def _pdf() -> _Writer:
    from studykit.exchange.worksheet.pdf import key_pdf, paper_pdf

    return _Writer(paper_pdf, key_pdf)


def _docx() -> _Writer:
    from studykit.exchange.worksheet.word import key_docx, paper_docx

    return _Writer(lambda paper, _font: paper_docx(paper), lambda keys, _font: key_docx(keys))


_WRITERS: dict[str, Callable[[], _Writer]] = {".html": _html, ".pdf": _pdf, ".docx": _docx}
SUFFIXES = tuple(_WRITERS)


def files_of(target: Path, versions: Sequence[str]) -> tuple[list[Path], Path]:
    """The file of each version's test, in their order, and that of the key.

    One version is the target itself, several are NAME-A.pdf, NAME-B.pdf …; the key is
    NAME-key.pdf. `ExchangeError` where two would be one file, or the kind is unknown.
    """
    if target.suffix.lower() not in _WRITERS:
        message = _("{path}: a worksheet ends in {suffixes}")
        raise ExchangeError(message.format(path=target, suffixes=", ".join(SUFFIXES)))
    key = target.with_stem(f"{target.stem}-key")
    tests = [target.with_stem(f"{target.stem}-{one}") if one else target for one in versions]
    names = [path.name.casefold() for path in (*tests, key)]
    if len(set(names)) < len(names):
        message = _("two versions of one name: {names}")
        raise ExchangeError(message.format(names=", ".join(versions)))
    return tests, key


def write_worksheet(
    target: Path, sheets: Sequence[Sheet], line_of: LineOf, font: str = ""
) -> list[Path]:
    """Write the tests and their key; gives the files, the key last.

    `font` names the family a pdf is set in. All files are made before the first is
    written. `ExchangeError` says what is missing or cannot be written.
    """
    tests, key = files_of(target, [sheet.version for sheet in sheets])
    writer = _WRITERS[target.suffix.lower()]()
    made = [writer.paper(paper_of(sheet), font) for sheet in sheets]
    made.append(writer.key([key_of(sheet, line_of) for sheet in sheets], font))
    for path, content in zip((*tests, key), made, strict=True):
        try:
            write_atomically(path, content)
        except OSError as error:
            message = _("{path}: cannot be written: {why}")
            raise ExchangeError(message.format(path=path, why=error.strerror or error)) from error
    return [*tests, key]
