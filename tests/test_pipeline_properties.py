"""What holds for any input at all: no crash, quotes verbatim at their spans, decks that parse."""

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from studykit import messages
from studykit.article.parse import parse_article
from studykit.cards.rules import grounding_flaws
from studykit.cli.app import command_line
from studykit.cli.boundary import run
from studykit.cli.making import tagger
from studykit.deck.decode import parse_deck
from studykit.deck.dump import dump_deck
from studykit.deck.generate import generate
from studykit.deck.made import stamp
from studykit.terminal.text import safe

PROSE = (
    "全镇去年粮食产量达到5.2万吨，比上年增长3.1%，其中早稻1.8万吨。",
    "游客由2021年的30万人次增至2024年的45万人次，居全县第二位。",
    "茶园面积为120公顷，占全县的18%；人均收入3.6万元。",
    "以茶叶、竹笋、药材等为主的特色产业不断壮大。",
    "镇长李明指出：“水是茶的命脉，护水就是护茶。”",
    "只有保护好水源，才能种出好茶。",
    "要坚持绿色发展，完善道路、供水和网络。",
    "一、农业",
    "（一）茶叶",
    "## 旅游",
    "據統計，全鎮旅遊收入約2億元，按年升一成。",
)
HOSTILE = (
    *("[bookmark: _Toc1]", "[bold]", "[/]", "\x1b[31m", "\x1b]0;x\x07", "\u202e", "\u200b", "\0"),
    *("\ufffd", "\ue000", "G党P", "2O25", "“", "”", "（", "）", "「", "」", "《", "》", "‘"),
    *("、", "，", "。", "；", "：", "……", "——", "#", "- ", "* ", "**", "_", "____", "`", "|"),
    *("<br>", "&nbsp;", "[甲](http://a.cn)", "\n", "\n\n", "\r\n", "\r", "\x85", "\u2028"),
    *("\t", "　", "第一", "分别为", "0", "1", "0%", "2.54%", "3万亿元", "一成", "由0到5", "由5到0"),
    *("增长0倍", "-1", "1/0", "０"),
    *("其中", "其", "该", "这", "占", "比", "为", "的", "等", "是", "据", "同比增长"),
    *("日本語テキスト。", "한국어 문장.", "English 3%. ", "𠀀", "①", "²", "e\u0301", "💡", "½"),
    *("null", "true", ": ", "'", '"', "\\", "{0}", "%s", "---\n", "format: studykit-deck/1\n"),
)  # fmt: skip
PIECES = st.one_of(st.sampled_from(PROSE), st.sampled_from(HOSTILE), st.text(max_size=5))
TEXTS = st.one_of(st.lists(PIECES, max_size=30).map("".join), st.text(max_size=200))


@settings(max_examples=120, deadline=None)
@given(TEXTS)
@example("茶叶产量由2021年的5吨降至2022年的0吨。")
@example("0 \x1b全镇去年粮食产量达到5.2万吨。")
@example(PROSE[0][:10] + "[甲\x1b[31m](http://a.cn)" + PROSE[0][10:])
@example("茶叶产量由2021年的0吨增至2022年的5吨。")
@example("、" * 300)
@example("“（《「" * 200 + "去年增长3%")
def test_any_text_becomes_a_deck_that_holds(text: str) -> None:
    article = parse_article(text, "a.txt", "0" * 64)
    deck = stamp(generate(article, tagger()).deck)
    written = dump_deck(deck)
    written.encode()
    file = parse_deck(written, "a.yaml")
    assert file.problems == ()
    assert file.deck is not None
    assert dump_deck(file.deck) == written
    for card in deck.cards:
        assert card.quotes
        assert grounding_flaws(card, article.source) == []
        assert all(safe(words) == words for words in (card.prompt, *card.answers, *card.options))
    for card, again in zip(deck.cards, file.deck.cards, strict=True):
        assert (card.prompt, card.answer, card.spans) == (again.prompt, again.answer, again.spans)


@pytest.fixture(autouse=True, scope="module")
def logs_stay_here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        yield


class Input:
    """Bytes on standard input."""

    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)

    def isatty(self) -> bool:
        return False


@contextmanager
def streams(data: bytes) -> Iterator[tuple[io.BytesIO, io.BytesIO]]:
    out, err = io.BytesIO(), io.BytesIO()
    kept = sys.stdin, sys.stdout, sys.stderr
    sys.stdin = Input(data)  # type: ignore[assignment]
    sys.stdout = io.TextIOWrapper(out, "utf-8", write_through=True)
    sys.stderr = io.TextIOWrapper(err, "utf-8", write_through=True)
    try:
        yield out, err
    finally:
        sys.stdout.detach()
        sys.stderr.detach()
        sys.stdin, sys.stdout, sys.stderr = kept


def studykit(data: bytes, *argv: str) -> tuple[int, str, str]:
    """Exit code, output and errors of a command with these bytes on standard input."""
    try:
        with streams(data) as (out, err):
            code = run(argv, command_line)
    finally:
        messages.speak("en")
    return code, out.getvalue().decode(), err.getvalue().decode()


ENCODINGS = st.sampled_from(["utf-8", "gb18030", "utf-16", "big5hkscs", "utf-8-sig"])
HEADS = st.sampled_from(
    [b"", b"<html><body><p>", b"PK\x03\x04", b"%PDF-1.4\n", b"\xff\xfe", b"---\n"]
)
BYTES = st.one_of(
    st.binary(max_size=200),
    st.builds(lambda text, name: text.encode(name, "replace"), TEXTS, ENCODINGS),
    st.builds(lambda head, text: head + text.encode("utf-8", "replace"), HEADS, TEXTS),
)


@settings(max_examples=80, deadline=None)
@given(BYTES, st.sampled_from(["zh", "en"]))
def test_any_bytes_end_in_a_deck_or_in_one_line(data: bytes, language: str) -> None:
    code, out, err = studykit(data, "generate", "-", "--lang", language)
    assert code in (0, 1), err
    if code == 0:
        assert err == ""
        assert parse_deck(out, "-").problems == ()
    else:
        assert out == ""
        assert err.endswith("\n")
        assert err.count("\n") == 1
    assert safe(out + err) == out + err


@pytest.mark.parametrize("command", [["figures", "-"], ["figures", "-", "--json"], ["check", "-"]])
@pytest.mark.parametrize("text", ["".join(HOSTILE + PROSE), "".join(PROSE + HOSTILE) * 3])
def test_hostile_text_goes_through_the_other_commands(command: list[str], text: str) -> None:
    code, out, err = studykit(text.encode(), *command)
    assert code in (0, 1)
    assert err == ""
    assert safe(out) == out
