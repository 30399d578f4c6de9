"""The door to reading: a path or bytes in, decoded text out, or one clear refusal."""

import hashlib
import os
import re
import stat
import sys
from typing import BinaryIO

from studykit.article import encoding, formats
from studykit.article.markdown import front_matter
from studykit.article.model import Metadata
from studykit.article.source import Format, SourceText, refusal
from studykit.errors import ReadError
from studykit.messages import _

# Of text. Six times the four great classical novels together, fourteen times a large report; an
# article of this size is a mistake, and takes minutes to make cards of.
MAX_TEXT = 20_000_000
# Of a docx or pdf, which may hold pictures.
MAX_FILE = 200_000_000

# Chinese for our purpose: Han characters among Han characters and words of other scripts. A
# text printed in Chinese and English has 0.6, Chinese on software 0.7, English with a name 0.1.
MIN_HAN_SHARE = 0.3
# Kana among Han and kana: half in Japanese prose, a sentence in formal style a quarter.
MAX_KANA_SHARE = 0.25
# Characters looked at for that, in three places of a longer text.
_SAMPLE = 5_000
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa]")
_OTHER_WORD = re.compile(
    "[A-Za-z\u00c0-\u02af\u0370-\u1fff]+|[\u3041-\u3096\u30a1-\u30fa\uac00-\ud7a3]"
)
_VISIBLE = re.compile(r"[^\s\x00-\x1f\x7f-\x9f\xad\u200b-\u200f\u2060\ufeff]")
# More NULs than this among the characters: data, not a text with a stray one.
_MAX_NUL_SHARE = 0.1


def read_source(path: str | os.PathLike[str], *, stdin: BinaryIO | None = None) -> SourceText:
    """Read an article's file: txt, Markdown, HTML, docx or pdf; `-` is standard input.

    `stdin` stands in for the process's own. Raises ReadError, one line that
    says what is wrong, where and what to do, for anything that is no article:
    missing, a folder, a pipe or device, forbidden, too large, and all that
    `decode_source` refuses.
    """
    name = os.fspath(path)
    data = _read_stdin(stdin) if name == "-" else _read_file(name)
    return decode_source(data, name)


def decode_source(data: bytes, path: str) -> SourceText:
    """The text of a file's bytes; the format by content first, then by the name.

    Line ends (`\\r\\n`, `\\r`) become `\\n`; a txt or Markdown text is verbatim
    else. Raises ReadError for what is empty, binary, encrypted, in a broken or
    unknown encoding, not Chinese, or larger than 20 MB of text.
    """
    if len(data) > MAX_FILE:
        raise _too_large(path, len(data), MAX_FILE)
    hints = Metadata()
    kind: Format | None = formats.container(data, path)
    if kind == "docx":
        from studykit.article.docx import read_docx

        text, hints = read_docx(data, path)
    elif kind == "pdf":
        from studykit.article.pdf import read_pdf

        text, hints = read_pdf(data, path)
    else:
        if len(data) > MAX_TEXT:
            raise _too_large(path, len(data), MAX_TEXT)
        text = encoding.decode(data, path, formats.declared_charset(data))
        if text.count("\0") > len(text) * _MAX_NUL_SHARE:
            raise encoding.binary(path)
        kind = formats.text_format(text, path)
        if kind == "html":
            from studykit.article.html import read_html

            text, hints = read_html(text, path)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    _check_chinese(text, path, kind)
    if kind == "markdown":
        hints = front_matter(text)
    return SourceText(text, path, hashlib.sha256(data).hexdigest(), kind, hints)


def _read_stdin(stdin: BinaryIO | None) -> bytes:
    stream = stdin or getattr(sys.stdin, "buffer", None)
    if stream is None:
        raise refusal("-", _("there is no standard input; name a file"))
    try:
        return stream.read(MAX_FILE + 1)
    except (OSError, ValueError) as error:
        raise refusal("-", _("cannot be read ({why})").format(why=error)) from None


def _read_file(path: str) -> bytes:
    try:
        about = os.stat(path)
        if stat.S_ISDIR(about.st_mode):
            raise refusal(path, _("is a folder; name the files in it"))
        if not stat.S_ISREG(about.st_mode):
            raise refusal(path, _("is a pipe or device, not a file; use - to read standard input"))
        if about.st_size > MAX_FILE:
            raise _too_large(path, about.st_size, MAX_FILE)
        with open(path, "rb") as file:
            return file.read(MAX_FILE + 1)
    except FileNotFoundError:
        raise refusal(path, _("no such file; check the path")) from None
    except PermissionError:
        raise refusal(path, _("no permission to read it; change its permissions")) from None
    except (OSError, ValueError) as error:  # a name with a NUL in it is a ValueError
        reason = getattr(error, "strerror", None) or str(error)
        raise refusal(path, _("cannot be read ({why})").format(why=reason)) from None


def _too_large(path: str, size: int, limit: int) -> ReadError:
    mb = 1_000_000
    message = _("too large ({size} MB, limit {limit} MB); split it")
    return refusal(path, message.format(size=-(-size // mb), limit=limit // mb))


def _check_chinese(text: str, path: str, kind: Format) -> None:
    if not _VISIBLE.search(text):
        raise refusal(path, _("the file is empty; give an article with text"))
    if len(text) > 3 * _SAMPLE:
        middle = len(text) // 2
        text = text[:_SAMPLE] + text[middle : middle + _SAMPLE] + text[-_SAMPLE:]
    han = len(_HAN.findall(text))
    kana = len(_KANA.findall(text))
    others = len(_OTHER_WORD.findall(text))
    if han and han >= MIN_HAN_SHARE * (han + others) and kana <= MAX_KANA_SHARE * (han + kana):
        return
    percent = round(100 * han / ((han + others) or 1))
    if kind == "pdf":
        message = _(
            "not Chinese, or the fonts of the pdf do not tell their characters ({percent}% Han); "
            "give a Chinese article, or run OCR on it first"
        )
    else:
        message = _("not a Chinese article ({percent}% Han characters); give one")
    raise refusal(path, message.format(percent=percent))
