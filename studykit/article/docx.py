"""docx to text: paragraphs, headings by their style, numbers of automatic numbering, tables.

Word's XML is read as a stream with the standard library alone: nothing is
unpacked beyond a limit, and a document type (the way to entity bombs) is
refused, since Word never writes one.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Callable
from typing import NoReturn
from xml.parsers import expat

from studykit.article.docx_numbering import Numbering
from studykit.article.model import Metadata
from studykit.article.script import superscript
from studykit.article.source import refusal
from studykit.article.tables import table_blocks
from studykit.messages import N_, _

# Unpacked XML of one part; a report of a thousand pages has 20 MB.
MAX_PART = 150_000_000
MAX_CHARACTERS = 20_000_000
_CHUNK = 1 << 16
# The namespace in both of its editions, transitional and strict.
_WORD = re.compile(r"/wordprocessingml/(?:2006/)?main$")
# Subtrees that are not text of the document: deleted or moved text, former properties, a second
# rendering of a shape, the reading above a character, the note marks themselves.
_SKIPPED = {"del", "moveFrom", "pPrChange", "rPrChange", "Fallback", "rt"}
# Whoever installed Word, not who wrote.
_NO_AUTHOR = {
    "",
    "administrator",
    "admin",
    "user",
    "python-docx",
    "microsoft",
    "office",
    "微软用户",
}
_OTHER_ZIPS = (
    ("xl/workbook.xml", N_("an Excel workbook")),
    ("ppt/presentation.xml", N_("a PowerPoint presentation")),
    ("META-INF/container.xml", N_("an EPUB book")),
    ("content.xml", N_("an OpenDocument file")),
)


class _UnreadableError(Exception):
    """Why a refusal, on the way out to where the path is known."""


def read_docx(data: bytes, path: str) -> tuple[str, Metadata]:
    """The text of a docx and its core properties (title and author).

    Headings become `# ` lines by the level of their style, a paragraph all in
    bold a `**…**` line, bullets `- ` lines; automatic numbers are written out.
    The dates of the properties are those of the file, not of the article, and
    are left out. Raises ReadError for what is no docx, encrypted, damaged or
    too large once unpacked.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _read(archive)
    except _UnreadableError as error:
        raise refusal(path, str(error)) from None
    except (
        zipfile.BadZipFile,
        zlib.error,
        expat.ExpatError,
        EOFError,
        NotImplementedError,
        OSError,
        ValueError,
        KeyError,
    ):
        raise refusal(path, _("a damaged docx; save it again in Word")) from None


def _read(archive: zipfile.ZipFile) -> tuple[str, Metadata]:
    names = set(archive.namelist())
    main = next((name for name in sorted(names) if _is_main(name)), "")
    if not main:
        for name, what in _OTHER_ZIPS:
            if name in names:
                message = _("{name}, not an article; save it as docx")
                raise _UnreadableError(message.format(name=_(what)))
        raise _UnreadableError(_("a zip archive, not a docx; unpack it first"))
    styles, numbering, properties = _Styles(), Numbering(), _Properties()
    for name, part in (
        ("word/styles.xml", styles),
        ("word/numbering.xml", numbering),
        ("docProps/core.xml", properties),
    ):
        if name in names:
            _parse(archive, name, part.start, part.end, part.data)
    body = _Body(styles, numbering)
    _parse(archive, main, body.start, body.end, body.data)
    return "\n".join(body.lines()), properties.metadata()


def _is_main(name: str) -> bool:
    return name.startswith("word/document") and name.endswith(".xml")


def _parse(
    archive: zipfile.ZipFile,
    name: str,
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None],
    data: Callable[[str], None],
) -> None:
    """Feed one part to the handlers; elements and attributes by local name."""
    info = archive.getinfo(name)
    if info.flag_bits & 1:
        raise _UnreadableError(_("an encrypted docx; remove its password first"))
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise NotImplementedError
    if info.file_size > MAX_PART:
        raise _too_large(name, info.file_size)

    def element(tag: str, attributes: dict[str, str]) -> None:
        start(_local(tag), {_local(key): value for key, value in attributes.items()})

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = element
    parser.EndElementHandler = lambda tag: end(_local(tag))
    parser.CharacterDataHandler = data
    parser.StartDoctypeDeclHandler = _refuse_doctype
    done = 0
    with archive.open(info) as part:
        while chunk := part.read(_CHUNK):
            done += len(chunk)
            if done > MAX_PART:  # what the archive declares may be less than what it holds
                raise _too_large(name, done)
            parser.Parse(chunk, False)
    parser.Parse(b"", True)


def _too_large(name: str, size: int) -> _UnreadableError:
    mb = 1_000_000
    message = _(
        "a docx too large once unpacked ({part}: {size} MB or more, limit {limit} MB); split it"
    )
    return _UnreadableError(message.format(part=name, size=size // mb, limit=MAX_PART // mb))


def _refuse_doctype(*about: object) -> NoReturn:
    raise _UnreadableError(
        _("a docx with a document type declaration, possibly malicious; save it again in Word")
    )


def _local(name: str) -> str:
    """The local name; that of drawings and formulas marked, so that `a:t` is not `w:t`."""
    space, _, local = name.rpartition(" ")
    return local if not space or _WORD.search(space) or local == "Fallback" else ":" + local


class _Styles:
    """styles.xml: which paragraph styles are headings, and of what level."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._parents: dict[str, str] = {}
        self._levels: dict[str, int] = {}
        self.numbers: dict[str, tuple[str, int]] = {}
        self._style = ""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        value = attributes.get("val", "")
        if tag == "style":
            self._style = attributes.get("styleId", "")
        elif tag == "name":
            self._names[self._style] = value.lower()
        elif tag == "basedOn":
            self._parents[self._style] = value
        elif tag == "outlineLvl" and value.isdecimal():
            self._levels[self._style] = int(value) + 1
        elif tag == "numId":
            self.numbers[self._style] = (value, self.numbers.get(self._style, ("", 0))[1])
        elif tag == "ilvl" and value.isdecimal():
            self.numbers[self._style] = (self.numbers.get(self._style, ("", 0))[0], int(value))

    def end(self, tag: str) -> None:
        """An element ends."""

    def data(self, text: str) -> None:
        """Text between elements."""

    def level(self, style: str) -> int:
        """1 to 9 for a heading, 0 for other paragraphs; a document's Title is a first level."""
        for candidate in self._line(style):
            name = self._names.get(candidate, "")
            if candidate in self._levels:
                return self._levels[candidate] if self._levels[candidate] <= 9 else 0
            if name == "title":
                return 1
            if name.startswith(("heading ", "标题 ")) and name[-1:].isdecimal():
                return int(name[-1])
        return 0

    def number(self, style: str) -> tuple[str, int]:
        """The automatic numbering that a style brings: its id and level."""
        return next((self.numbers[s] for s in self._line(style) if s in self.numbers), ("", 0))

    def is_contents(self, style: str) -> bool:
        """Whether the style is that of a table of contents."""
        return self._names.get(style, "").startswith(("toc ", "table of figures"))

    def _line(self, style: str) -> list[str]:
        line: list[str] = []
        while style and style not in line:
            line.append(style)
            style = self._parents.get(style, "")
        return line


class _Properties:
    """docProps/core.xml."""

    def __init__(self) -> None:
        self._tag = ""
        self._found: dict[str, str] = {}

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self._tag = tag

    def end(self, tag: str) -> None:
        """An element ends."""
        self._tag = ""

    def data(self, text: str) -> None:
        """Text between elements."""
        if self._tag in (":title", ":creator"):
            self._found[self._tag] = self._found.get(self._tag, "") + text

    def metadata(self) -> Metadata:
        """What the properties say of the article."""
        author = self._found.get(":creator", "").strip()
        return Metadata(
            title=self._found.get(":title", "").strip(),
            author="" if author.lower() in _NO_AUTHOR else author,
        )


class _Paragraph:
    """What is known of the paragraph being read."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.style = ""
        self.outline = 0
        self.number: tuple[str, int] = ("", 0)
        self.bold = True
        self.run: dict[str, bool] | None = None


class _Body:
    """The main part: gathers blocks of text, each with whether it is an item of a list."""

    def __init__(self, styles: _Styles, numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering
        self._blocks: list[str] = []
        self._sinks: list[list[str]] = [self._blocks]  # the body, then a cell of each open table
        self._tables: list[list[list[list[str]]]] = []
        self._paragraphs: list[_Paragraph] = []  # more than one inside a text box
        self._skip = 0
        self._in_text = False
        self._contents: list[bool] = []  # for each open content control
        self._characters = 0

    def lines(self) -> list[str]:
        """The text's lines, with a blank one between blocks that are not items of one list."""
        out: list[str] = []
        item = True
        for block in self._blocks:
            was_item, item = item, block.startswith("- ")
            if out and not (was_item and item):
                out.append("")
            out.append(block)
        return [*out, ""]

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if self._skip or tag in _SKIPPED:
            self._skip += 1
            return
        paragraph = self._paragraphs[-1] if self._paragraphs else None
        value = attributes.get("val", "")
        match tag:
            case "p":
                self._paragraphs.append(_Paragraph())
            case "tbl":
                self._tables.append([])
            case "tr" if self._tables:
                self._tables[-1].append([])
            case "tc" if self._tables and self._tables[-1]:
                self._tables[-1][-1].append([])
                self._sinks.append(self._tables[-1][-1][-1])
            case "sdt":
                self._contents.append(False)
            case "docPartGallery" if value == "Table of Contents" and self._contents:
                self._contents[-1] = True
        if paragraph is None:
            return
        match tag:
            case "r":
                paragraph.run = {}
            case "t":
                self._in_text = True
            case "tab" | "ptab" if paragraph.run is not None:
                self._add("\t")
            case "br" | "cr" if attributes.get("type", "textWrapping") == "textWrapping":
                self._add("\n")
            case "noBreakHyphen":
                self._add("-")
            case "b" | "vanish" if paragraph.run is not None:
                paragraph.run[tag] = value not in ("0", "false", "off")
            case "vertAlign" if paragraph.run is not None:
                paragraph.run[value] = True
            case "pStyle":
                paragraph.style = value
            case "outlineLvl" if value.isdecimal() and int(value) < 9:
                paragraph.outline = int(value) + 1
            case "ilvl" if value.isdecimal():
                paragraph.number = (paragraph.number[0], int(value))
            case "numId":
                paragraph.number = (value, paragraph.number[1])

    def end(self, tag: str) -> None:
        """An element ends."""
        if self._skip:
            self._skip -= 1
            return
        match tag:
            case "t":
                self._in_text = False
            case "r" if self._paragraphs:
                self._paragraphs[-1].run = None
            case "p" if self._paragraphs:
                self._finish(self._paragraphs.pop())
            case "tc" if len(self._sinks) > 1:
                self._sinks.pop()
            case "tbl" if self._tables:
                self._sinks[-1].extend(table_blocks(self._tables.pop()))
            case "sdt" if self._contents:
                self._contents.pop()

    def data(self, text: str) -> None:
        """Text between elements."""
        if self._in_text and not self._skip:
            self._add(text)

    def _add(self, text: str) -> None:
        paragraph = self._paragraphs[-1]
        run = paragraph.run or {}
        if run.get("vanish"):
            return
        if run.get("superscript"):
            text = superscript(text)
        if text.strip() and not run.get("b"):
            paragraph.bold = False
        self._characters += len(text)
        if self._characters > MAX_CHARACTERS:
            message = _("a docx with more than {limit} characters; split it")
            raise _UnreadableError(message.format(limit=MAX_CHARACTERS))
        paragraph.parts.append(text)

    def _finish(self, paragraph: _Paragraph) -> None:
        text = "".join(paragraph.parts).strip()
        if not text or any(self._contents) or self._styles.is_contents(paragraph.style):
            return
        number, depth = paragraph.number
        if not number:
            number, depth = self._styles.number(paragraph.style)
        label = self._numbering.label(number, depth)
        level = paragraph.outline or self._styles.level(paragraph.style)
        if level and "\n" not in text:
            text = "#" * min(level, 6) + " " + label.removeprefix("- ") + text
        elif paragraph.bold and "\n" not in text:
            text = f"**{label}{text}**" if not label.startswith("- ") else label + text
        else:
            text = label + text
        self._sinks[-1].append(text)
