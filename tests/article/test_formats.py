import re

import pytest

from studykit.article.formats import container, declared_charset, text_format
from tests.article.refusals import refusal_of


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"PK\x03\x04....", "docx"),
        (b"%PDF-1.7\n", "pdf"),
        (b"\xef\xbb\xbf\n%PDF-1.4", "pdf"),
        ("中文".encode(), None),
        (b"", None),
        (b"P", None),
        (b"MZ is how this text begins", None),
        (b" " * 2000 + b"%PDF-", None),
    ],
)
def test_container(data: bytes, kind: str | None) -> None:
    assert container(data, "a.txt") == kind


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "旧式 Office.*save it as docx"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "加密.*remove its password",
        ),
        (b"{\\rtf1\\ansi", "RTF.*save it as docx"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"\x7fELF\x02", "可执行文件.*executable"),
        (b"MZ\x90\0\x03", "可执行文件.*executable"),
        (b"\x1f\x8b\x08", "gzip.*unpack it first"),
        (
            b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;",
            "MHTML",
        ),
    ],
)
def test_known_and_refused(data: bytes, words: str) -> None:
    assert re.search(words, refusal_of(lambda: container(data, "a")))


@pytest.mark.parametrize(
    ("text", "path", "kind"),
    [
        ("<!DOCTYPE html><html>", "a.txt", "html"),
        ("\n<!-- saved -->\n<HTML lang=zh>", "-", "html"),
        ("<?xml version='1.0'?>\n<html>", "a.txt", "html"),
        ("<div>中文</div>", "-", "html"),
        ("中文<br>中文", "a.htm", "html"),
        ("# 标题\n中文", "-", "markdown"),
        ("---\ntitle: x\n---\n中文", "-", "markdown"),
        ("中文", "a.MD", "markdown"),
        ("<div align=center>标题</div>\n中文", "README.md", "markdown"),
    ],
)
def test_text_format(text: str, path: str, kind: str) -> None:
    assert text_format(text, path) == kind


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("中文", "a.txt"),
        ("", "-"),
        ("中文里讲到 <html> 和 <p> 这两个标签。", "a.txt"),
        ("#话题# 中文", "a.txt"),
        ("中文 # 不是标题", "a.txt"),
        ("没有标签的中文", "a.html"),
        ("3 < 5，而且 7 > 6。", "a.html"),
        ("<p>这样开头的一行，后面都是普通文字。\n" + "普通文字。" * 20, "a.txt"),
        ("[bookmark: _Toc1]标题", "a.txt"),
    ],
)
def test_plain_text(text: str, path: str) -> None:
    assert text_format(text, path) == "txt"


@pytest.mark.parametrize(
    ("head", "charset"),
    [
        (b'<meta charset="gb2312">', "gb2312"),
        (b"<META http-equiv=Content-Type content='text/html; charset=Big5'>", "Big5"),
        (b'<?xml version="1.0" encoding="gbk"?>', "gbk"),
        (b"<html><body>charset=gbk", ""),
        (b"", ""),
    ],
)
def test_declared_charset(head: bytes, charset: str) -> None:
    assert declared_charset(head) == charset
