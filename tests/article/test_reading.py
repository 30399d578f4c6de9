import hashlib
import io
import os
import re
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studykit.article import reading
from studykit.article.model import Metadata
from studykit.article.reading import decode_source, read_source
from studykit.errors import ReadError
from tests.article.files import PROSE, docx, paragraph, pdf
from tests.article.refusals import refusal_of

FILES = {
    "a.txt": (PROSE.encode(), "txt"),
    "a.md": (f"# 题\n\n{PROSE}\n".encode(), "markdown"),
    "a.html": (f"<html><meta charset=gbk><h1>题</h1><p>{PROSE}".encode("gbk"), "html"),
    "a.docx": (docx(paragraph(PROSE)), "docx"),
    "a.pdf": (pdf([[PROSE[:30], PROSE[30:]]]), "pdf"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_each_format(name: str, tmp_path: Path) -> None:
    data, kind = FILES[name]
    path = tmp_path / name
    path.write_bytes(data)
    source = read_source(path)
    assert PROSE in source.text.replace("\n", "")
    assert (source.format, source.path) == (kind, str(path))
    assert source.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize("name", FILES)
def test_standard_input_is_told_by_its_content(name: str) -> None:
    data, kind = FILES[name]
    source = read_source("-", stdin=io.BytesIO(data))
    assert PROSE in source.text.replace("\n", "")
    assert (source.format, source.path) == (kind, "-")


@pytest.mark.parametrize("name", FILES)
def test_content_goes_before_the_name(name: str) -> None:
    data, kind = FILES[name]
    assert decode_source(data, "a.txt").format == kind


def test_the_path_stays_as_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("文 章.txt").write_text(PROSE, "utf-8")
    assert read_source("./文 章.txt").path == "./文 章.txt"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (PROSE, PROSE),
        (f"\ufeff{PROSE}", PROSE),
        (f"{PROSE}\r\n{PROSE}\r{PROSE}\n\r\n", f"{PROSE}\n{PROSE}\n{PROSE}\n\n"),
        (f" \t　{PROSE}  \n\n\n ", f" \t　{PROSE}  \n\n\n "),
        (
            f"\x1b[31m{PROSE}\x1b[0m\x07\x00\u202e\x0c\x85",
            f"\x1b[31m{PROSE}\x1b[0m\x07\x00\u202e\x0c\x85",
        ),
        (f"[bookmark: _Toc1]{PROSE}[/red]", f"[bookmark: _Toc1]{PROSE}[/red]"),
        (f"**{PROSE}** <b>&amp;</b>", f"**{PROSE}** <b>&amp;</b>"),
        ("１２％㎡①é\u0301", None),
    ],
)
def test_only_line_ends_and_the_mark_change(written: str, read: str | None) -> None:
    expected = read if read is not None else written + PROSE
    given_text = written if read is not None else written + PROSE
    assert decode_source(given_text.encode(), "a.txt").text == expected


def test_hints_of_markdown() -> None:
    text = f"---\ntitle: 题\ndate: 2025-03-12\n---\n{PROSE}"
    source = decode_source(text.encode(), "-")
    assert source.text == text
    assert source.hints == Metadata(title="题", published="2025-03-12")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "文件是空的.*the file is empty"),
        (" \n\t　\r\n", "文件是空的"),
        ("\ufeff", "文件是空的"),
        ("\u200b\n\x0b", "文件是空的"),
        ("The city added parks last year, and people are pleased.", "不是中文.*0% Han"),
        ("2025-03-12, 8.5%", "不是中文"),
        ("Le maire a été réélu après un débat très animé.", "不是中文"),
        ("The city of Beijing (北京) added thirty hectares of parks last year.", "不是中文"),
        ("政府は経済対策をまとめた。物価の上昇を抑えるための支援を続けるという。", "不是中文"),
        ("정부는 경제 대책을 발표했다.", "不是中文"),
        ("<html><title>题</title><p>Only English here.", "不是中文"),
    ],
)
def test_no_article(text: str, words: str) -> None:
    assert re.search(words, refusal_of(lambda: decode_source(text.encode(), "a")))


@pytest.mark.parametrize(
    "text",
    [
        "好",
        "绿地32公顷",
        "使用 pip install studykit 安装，再运行 studykit learn article.txt，即可。",
        "本市新增公园绿地三十二公顷。The city added thirty-two hectares of parks.",
        "這間餐廳名為「の味」，是一間日式餐廳。",
        "x" * 100 + "，这一行有一个很长的词。",
        "The rest is in Chinese.\n" + PROSE * 10,
    ],
)
def test_chinese_enough(text: str) -> None:
    assert decode_source(text.encode(), "a.txt").text == text


def test_a_text_of_nuls_is_binary() -> None:
    assert re.search(
        "二进制", refusal_of(lambda: decode_source(("\0" * 40 + PROSE).encode(), "a.txt"))
    )


def test_only_a_part_of_a_long_text_is_looked_at() -> None:
    long = PROSE * 2000 + "x " * 30_000 + PROSE * 2000
    assert decode_source(long.encode(), "a.txt").text == long


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("none.txt", "没有这个文件.*no such file"),
        ("", "没有这个文件"),
        (".", "是文件夹.*is a folder"),
        ("a\0b", "读取失败.*cannot be read"),
        ("x" * 5000, "读取失败"),
        ("/dev/null", "是管道或设备.*use - to read"),
    ],
)
def test_no_file(name: str, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert re.search(words, refusal_of(lambda: read_source(name)))


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert re.search("是管道或设备", refusal_of(lambda: read_source(tmp_path / "pipe")))


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    # The tests may run as root, whom no mode keeps out.
    monkeypatch.setattr("builtins.open", refuse)
    (path := tmp_path / "a.txt").touch()
    assert re.search(r"没有读取权限.*no permission", refusal_of(lambda: read_source(path)))


def test_limits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_TEXT", 2_000_000)
    assert re.search(
        r"文件过大（3 MB，上限 2 MB）.*too large \(3 MB, limit 2 MB\)",
        refusal_of(lambda: decode_source(PROSE.encode() * 15_000, "a.txt")),
    )
    monkeypatch.setattr(reading, "MAX_FILE", 1_000_000)
    (path := tmp_path / "a.txt").write_bytes(PROSE.encode() * 15_000)
    assert re.search("上限 1 MB", refusal_of(lambda: read_source(path)))
    assert re.search(
        r"<stdin>: .*上限 1 MB",
        refusal_of(lambda: read_source("-", stdin=io.BytesIO(PROSE.encode() * 15_000))),
    )


def test_a_closed_standard_input() -> None:
    stream = io.BytesIO()
    stream.close()
    assert re.search(r"<stdin>: 读取失败", refusal_of(lambda: read_source("-", stdin=stream)))


def test_a_name_cannot_write_on_the_terminal() -> None:
    message = refusal_of(lambda: read_source("坏\x1b[31m\n\u202e\udcff.txt"))
    assert message.startswith(r"坏\x1b[31m\n\u202e\udcff.txt: 没有这个文件")


HEADS = (b"", b"PK\x03\x04", b"<html>", b"---\n", b"\xff\xfe", b"\xef\xbb\xbf", PROSE.encode())


@given(st.sampled_from(HEADS), st.binary(max_size=300), st.sampled_from(["a.txt", "a.html", "-"]))
def test_any_bytes_are_read_or_refused(head: bytes, data: bytes, path: str) -> None:
    with suppress(ReadError):
        assert "\r" not in decode_source(head + data, path).text


@given(st.data())
def test_damage_is_read_or_refused(data: st.DataObject) -> None:
    whole = data.draw(
        st.sampled_from([FILES["a.docx"][0], FILES["a.html"][0], PROSE.encode("big5", "ignore")])
    )
    at = data.draw(st.integers(0, len(whole)))
    bad = data.draw(st.binary(min_size=1, max_size=6))
    with suppress(ReadError):
        decode_source(whole[:at] + bad + whole[at + len(bad) :], "a")


@given(st.text(max_size=200))
def test_text_comes_back(text: str) -> None:
    text = PROSE + text
    expected = text.replace("\r\n", "\n").replace("\r", "\n")
    with suppress(ReadError):  # much of another script
        assert decode_source(text.encode(), "a.md").text == expected


def test_plain_text_needs_the_standard_library_alone() -> None:
    code = (
        "import sys; from studykit.article.reading import decode_source; "
        f"decode_source({PROSE!r}.encode(), 'a.txt'); "
        "print({name.partition('.')[0] for name in sys.modules} - set(sys.stdlib_module_names))"
    )
    done = subprocess.run(
        [sys.executable, "-S", "-c", code], capture_output=True, text=True, cwd=ROOT
    )
    assert done.stdout.strip() in ("{'studykit', '__main__'}", "{'__main__', 'studykit'}"), (
        done.stderr
    )


ROOT = Path(__file__).parents[2]
