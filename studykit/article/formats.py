"""Which format a file is in: by its content first, by its name only where the content is open."""

import re

from studykit.article.markdown import front_matter_end
from studykit.article.source import Format, refusal
from studykit.messages import N_, _

# What an unsupported file begins with, its name, and what to do about it.
_GIVE = N_("{name}, not an article; give txt, Markdown, HTML, docx or pdf")
_SAVE = N_("{name}, not an article; save it as docx")
_UNPACK = N_("{name}, not an article; unpack it first")
_REFUSED = (
    (b"{\\rtf", N_("an RTF file"), _SAVE),
    (b"\x89PNG\r\n", N_("a PNG image"), _GIVE),
    (b"\xff\xd8\xff", N_("a JPEG image"), _GIVE),
    (b"GIF8", N_("a GIF image"), _GIVE),
    (b"RIFF", N_("a media file"), _GIVE),
    (b"II*\0", N_("a TIFF image"), _GIVE),
    (b"MM\0*", N_("a TIFF image"), _GIVE),
    (b"\x7fELF", N_("an executable"), _GIVE),
    (b"\xcf\xfa\xed\xfe", N_("an executable"), _GIVE),
    (b"\xca\xfe\xba\xbe", N_("an executable"), _GIVE),
    (b"MZ\x90\0", N_("an executable"), _GIVE),
    (b"\x1f\x8b", N_("a gzip archive"), _UNPACK),
    (b"BZh9", N_("a bzip2 archive"), _UNPACK),
    (b"\xfd7zXZ\0", N_("an xz archive"), _UNPACK),
    (b"7z\xbc\xaf\x27", N_("a 7z archive"), _UNPACK),
    (b"Rar!\x1a\x07", N_("a RAR archive"), _UNPACK),
    (b"SQLite format 3\0", N_("an SQLite database"), _GIVE),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_WEB_ARCHIVE = re.compile(
    rb"(?:[\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\n)*)+?content-type:\s*multipart/related", re.I
)
# pdf readers look for the mark this far in.
_PDF_HEAD = 1024

_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*\?>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_FRAGMENT = re.compile(
    r"\s*(?:<!--.*?-->\s*)*<(?:article|main|section|div|table|title|meta|h[1-6]|p)\b", re.I | re.S
)
_TAG = re.compile(r"</?[a-z][a-z0-9]*[^<>]*>", re.I)
# A page begins within this many characters, if the text is one.
_PAGE_HEAD = 4096
_HTML_NAMES = (".html", ".htm", ".xhtml", ".shtml")
_MARKDOWN_NAMES = (".md", ".markdown", ".mkd", ".mdown")
_HEADING = re.compile(r"^#{1,6}[ \t]+\S", re.MULTILINE)


def container(data: bytes, path: str) -> Format | None:
    """docx or pdf if the bytes are one; None if they may be text.

    Raises ReadError for what is known to be something else. Whether a zip
    archive holds a Word document is for the docx reader to see.
    """
    if data.startswith(_OLE):
        if _ENCRYPTED_PACKAGE in data:
            raise refusal(path, _("an encrypted Office file; remove its password in Word first"))
        raise refusal(path, _("an old Office file (such as .doc); save it as docx"))
    for mark, name, message in _REFUSED:
        if data.startswith(mark):
            raise refusal(path, _(message).format(name=_(name)))
    if _WEB_ARCHIVE.match(data[:_PAGE_HEAD]):
        raise refusal(path, _("an MHTML web archive; save the page as HTML"))
    if data.startswith(b"PK\x03\x04"):
        return "docx"
    return "pdf" if b"%PDF-" in data[:_PDF_HEAD] else None


def text_format(text: str, path: str) -> Format:
    """html, markdown or txt, for text that is decoded.

    A page that begins as one is html whatever its name; else the name tells;
    without a telling name, tags at the very start, `# ` headings or front matter do.
    """
    name = path.lower()
    head = text[:_PAGE_HEAD]
    if _PAGE.match(head) or (name.endswith(_HTML_NAMES) and _TAG.search(text)):
        return "html"
    if name.endswith(_MARKDOWN_NAMES):
        return "markdown"
    if _FRAGMENT.match(head) and _TAG.search(text, len(text) // 2):
        return "html"
    return "markdown" if _HEADING.search(text) or front_matter_end(text) else "txt"


def declared_charset(data: bytes) -> str:
    """The charset that an HTML page names in its head; empty if it names none."""
    match = _CHARSET.search(data[:_PAGE_HEAD])
    return match[1].decode("ascii") if match else ""


_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]+)", re.I)
