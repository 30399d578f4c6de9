"""What reading gives: the text of one file, or a refusal."""

from dataclasses import dataclass
from typing import Literal

from studykit.article.model import Metadata
from studykit.errors import ReadError

Format = Literal["txt", "markdown", "html", "docx", "pdf"]


@dataclass(frozen=True, slots=True)
class SourceText:
    """The decoded text of one file; every span of the article refers to `text`.

    Line ends are `\\n` and a byte order mark is gone; else the text of a txt or
    Markdown file is verbatim, control characters and all. HTML, docx and pdf
    give extracted text: headings as `# ` to `###### ` lines, items as `- `
    lines, tables as `| a | b |` lines, a blank line between blocks (in a pdf:
    the lines of the page). `path` is as the user gave it, `sha256` is of the
    file's bytes, `hints` is what the format itself says of the article.
    """

    text: str
    path: str
    sha256: str
    format: Format
    hints: Metadata


def refusal(path: str, why: str, *, line: int = 0) -> ReadError:
    """The error for a file that cannot be read: one line, in the language being spoken.

    Names the file (printable whatever its name holds), and the line from 1 if
    `line` is given.
    """
    where = (
        "<stdin>" if path == "-" else "".join(c if c.isprintable() else repr(c)[1:-1] for c in path)
    )
    if line:
        where += f":{line}"
    return ReadError(f"{where}: {why}")
