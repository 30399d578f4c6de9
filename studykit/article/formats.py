"""Which format a file is in: by its content first, by its name only where the content is open."""

import re

from studykit.article.markdown import front_matter_end
from studykit.article.source import Format, refusal

# What an unsupported file begins with: its name in both languages, and what to do about it.
_GIVE = ("请给 txt、Markdown、HTML、docx 或 pdf", "give txt, Markdown, HTML, docx or pdf")
_SAVE = ("请用 Word 另存为 docx", "save it as docx")
_REFUSED: tuple[tuple[bytes, tuple[str, str], tuple[str, str]], ...] = (
    (b"{\\rtf", ("RTF 文件", "an RTF file"), _SAVE),
    (b"\x89PNG\r\n", ("PNG 图片", "a PNG image"), _GIVE),
    (b"\xff\xd8\xff", ("JPEG 图片", "a JPEG image"), _GIVE),
    (b"GIF8", ("GIF 图片", "a GIF image"), _GIVE),
    (b"RIFF", ("媒体文件", "a media file"), _GIVE),
    (b"II*\0", ("TIFF 图片", "a TIFF image"), _GIVE),
    (b"MM\0*", ("TIFF 图片", "a TIFF image"), _GIVE),
    (b"\x7fELF", ("可执行文件", "an executable"), _GIVE),
    (b"\xcf\xfa\xed\xfe", ("可执行文件", "an executable"), _GIVE),
    (b"\xca\xfe\xba\xbe", ("可执行文件", "an executable"), _GIVE),
    (b"MZ\x90\0", ("可执行文件", "an executable"), _GIVE),
    (b"\x1f\x8b", ("gzip 压缩文件", "a gzip archive"), ("请先解压", "unpack it first")),
    (b"BZh9", ("bzip2 压缩文件", "a bzip2 archive"), ("请先解压", "unpack it first")),
    (b"\xfd7zXZ\0", ("xz 压缩文件", "an xz archive"), ("请先解压", "unpack it first")),
    (b"7z\xbc\xaf\x27", ("7z 压缩文件", "a 7z archive"), ("请先解压", "unpack it first")),
    (b"Rar!\x1a\x07", ("RAR 压缩文件", "a RAR archive"), ("请先解压", "unpack it first")),
    (b"SQLite format 3\0", ("SQLite 数据库", "an SQLite database"), _GIVE),
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
            raise refusal(
                path,
                "加密的 Office 文件；请在 Word 中去掉密码后再试",
                "an encrypted Office file; remove its password in Word first",
            )
        raise refusal(
            path,
            "旧式 Office 文件（.doc 等）；请用 Word 另存为 docx",
            "an old Office file (such as .doc); save it as docx",
        )
    for mark, (chinese, english), (do_chinese, do_english) in _REFUSED:
        if data.startswith(mark):
            raise refusal(
                path,
                f"{chinese}，不是文章；{do_chinese}",
                f"{english}, not an article; {do_english}",
            )
    if _WEB_ARCHIVE.match(data[:_PAGE_HEAD]):
        raise refusal(
            path,
            "MHTML 网页存档；请在浏览器中另存为 HTML",
            "an MHTML web archive; save the page as HTML",
        )
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
