"""The lines of a file: markup and unprintable characters cut out, marks at the start read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from studykit.article.script import fold
from studykit.article.span import Span
from studykit.article.tape import Tape, splice

_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")

# Everything here is cut from the text of sentences; group 1, where there is
# one, is what stays of the match.
_CUTS = (
    r"\x1b\[[0-?]*[ -/]*[@-~]",  # terminal escapes
    r"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)",
    r"[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f]",
    r"[\ufe00-\ufe0f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]",
    r"\[bookmark:[^\]\n]{0,100}\]",
    r"!\[[^\]\n]{0,200}\]\([^)\n]{0,400}\)",  # Markdown: image, link, emphasis, code
    r"\[([^\[\]\n]{1,200})\]\((?:[^()\s]|\([^()\s]{0,100}\)){0,400}\)",
    r"\*\*|(?<![A-Za-z0-9*])\*([^*\s](?:[^*\n]{0,200}[^*\s])?)\*(?![A-Za-z0-9*])|(?<!\w)__([^_\n]{1,200})__(?!\w)|`+",
    r"</?(?:p|br|hr|div|span|strong|em|b|i|u|a|img|font|center|h[1-6]|ul|ol|li|table|tr|td|th|"
    r"tbody|section|article|sup|sub|blockquote)(?:\s[^<>\n]*)?/?>",
    r"&(?:nbsp|ensp|emsp|thinsp|zwnj|zwj|#160|#xa0|#12288|#8203);",
    r"(&)(?:amp|#38);",
    r"(?<=\S)\[\d{1,3}\](?=[^(:：]|$)",  # footnote marks
)
_CUT = re.compile("|".join(_CUTS), re.IGNORECASE)
# No cut matches a line without one of these.
_CUT_HINT = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    r"\ufe00-\ufe0f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f\[*_`<&]"
)

_MARK = re.compile(
    r"(#{1,6})(?:[ \t\u3000]+|$|(?=[^#\s][^#\n]*$))|>[ \t]?(?=[^\s>])"
    r"|[-*+][ \t\u3000]+|[•·●■◆▪○▶►◎※][ \t\u3000]*"
)
_FENCE = re.compile(r"^[ \t]{0,3}(`{3,}|~{3,})([^`\n]*)$", re.MULTILINE)
_BOLD = re.compile(r"(\*\*|__)[^*_]+\1[:：]?")
_NARROW = re.compile("[\x00-\u1fff]")
_BLANK = " \t\u3000\xa0"


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank.

    `mark` is what stood before the text: "#" to "######", "-" for any bullet,
    "**" for a line all in bold, or nothing. `indent` is in columns, a
    full-width blank being two. `after_blank` says that a blank line precedes.
    `end` is where the line break stands in the source, `columns` the printed
    width, two columns for a wide character, `length` the number of characters.
    """

    tape: Tape
    folded: str
    number: int
    mark: str = ""
    indent: int = 0
    after_blank: bool = False
    end: int = 0
    columns: int = 0
    length: int = 0

    @property
    def text(self) -> str:
        """The clean text, without blanks at either end."""
        return self.tape.text


def read_lines(source: str) -> Iterator[Line]:
    """The lines of a text that hold anything, or a heading mark, in order; no code in fences."""
    code = _fenced(source)
    number = 1
    start = 0
    after_blank = False
    ends = [(m.start(), m.end(), m.group()) for m in _BREAK.finditer(source)]
    for end, following, mark in [*ends, (len(source), len(source), "")]:
        while code and code[-1].end < start:
            code.pop()
        inside = code and code[-1].start <= start
        line = None if inside else _line(source, Span(start, end), number, after_blank)
        if line:
            yield line
        after_blank = line is None
        number += mark.count("\n")
        start = following


def _fenced(source: str) -> list[Span]:
    """Blocks of code from fence to fence, the last first; one that is not closed is none."""
    fences = list(_FENCE.finditer(source)) if "```" in source or "~~~" in source else []
    last = {match[1][0]: match.start() for match in fences if not match[2].strip()}
    out: list[Span] = []
    opened: re.Match[str] | None = None
    for match in fences:
        if opened is None:
            opened = match if match.start() < last.get(match[1][0], 0) else None
        elif match[1][0] == opened[1][0] and not match[2].strip():
            out.append(Span(opened.start(), match.end()))
            opened = None
    return out[::-1]


def _line(source: str, span: Span, number: int, after_blank: bool) -> Line | None:
    raw = source[span.start : span.end]
    if not raw or raw.isspace():
        return None
    body = raw.lstrip(_BLANK)
    skipped = len(raw) - len(body)
    indent = sum(2 if char == "\u3000" else 4 if char == "\t" else 1 for char in raw[:skipped])
    mark = ""
    while match := _MARK.match(body):
        mark = match[1] or (mark if match[0].startswith(">") else "-")
        body = body[match.end() :]
        skipped += match.end()
    if not mark and _BOLD.fullmatch(body.strip()):
        mark = "**"
    tape = _cleaned(source, Span(span.start + skipped, span.end)).strip()
    if mark.startswith("#"):
        tape = tape.cut(0, len(tape.text.rstrip("# ")))
    if not tape.text and not mark.startswith("#"):
        return None
    printed = raw.strip()
    columns = indent + 2 * len(printed) - len(_NARROW.findall(printed))
    length = len(raw.rstrip())
    return Line(tape, fold(tape.text), number, mark, indent, after_blank, span.end, columns, length)


def _cleaned(source: str, span: Span) -> Tape:
    """The span without what is cut."""
    if not _CUT_HINT.search(source, span.start, span.end):
        return splice(source, (span,))
    return splice(source, _kept(source, span.start, span.end))


def _kept(source: str, start: int, end: int) -> Iterator[Span]:
    """What the cuts leave; what stays of a match may hold cuts itself."""
    for match in _CUT.finditer(source, start, end):
        yield Span(start, match.start())
        if match.lastindex:
            yield from _kept(source, *match.span(match.lastindex))
        start = match.end()
    yield Span(start, end)
