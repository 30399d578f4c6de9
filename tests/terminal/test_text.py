import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studykit.terminal.text import one_line, plain, safe


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("\x1b[31m红", "␛[31m红"),
        ("\x1b]0;标题\x07", "␛]0;标题␇"),
        ("a\x00b", "a␀b"),
        ("a\x7fb", "a␡b"),
        ("\x9b2J", "‹9B›2J"),
        ("左\u202e右", "左‹202E›右"),
        ("进\r退", "进␍退"),
        ("一\t二", "一 二"),
    ],
)
def test_controls_become_visible(raw, shown):
    assert safe(raw) == shown


@pytest.mark.parametrize(
    "text",
    [
        "",
        "研发投入3万亿元",
        "[bookmark: _Toc1]",
        "一\n二",
        "“引”——…①",
        "café 👍 🇨🇳",
        "\u3000\u00a0",
    ],
)
def test_harmless_text_stays(text):
    assert safe(text) == text


@given(st.text())
def test_nothing_that_moves_the_cursor_is_left(text):
    assert all(unicodedata.category(c) != "Cc" for c in safe(text).replace("\n", ""))
    assert "\n" not in one_line(text)


def test_markup_is_text():
    assert plain("[bold]x[/bold] :smile:").plain == "[bold]x[/bold] :smile:"
