import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studykit.exchange.anki.fields import (
    html_of,
    list_html,
    media_names,
    own_list,
    own_text,
)
from tests.deck.making import AWKWARD

PIECES = st.sampled_from(
    (
        *("<b>", "</li><li>", "<br>", "&amp;", "&#60;", "\u0338", "e\u0301", "\r\n", "\x1f", "\0"),
        *(
            "[sound:a.mp3]",
            "[latex]",
            "[/$]",
            "[$]",
            "![](a.png)",
            "![](a b.png)",
            "![](<a b.png>)",
        ),
        *("![](<a.png>)", "![](../a.png)", "![](http://a/b.png)", "![](a(1).mp3)", "![](a.MP3)"),
        *('<img src="a.png">', "\u1112", "\u1161", "\u212b", "{{c1::a}}", "::", "____"),
    )
)
texts = st.lists(AWKWARD | PIECES | st.text(max_size=5), max_size=5).map("".join)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("", ""),
        ("粮食 42.6 万吨", "粮食 42.6 万吨"),
        ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("一\n二", "一<br>二"),
        ("[sound:a.mp3]", "&#91;sound:a.mp3]"),
        ("[latex]x[/latex]", "&#91;latex]x&#91;/latex]"),
        ("[注]", "[注]"),
        ("\x1f", "&#31;"),
        ("cafe\u0301", "cafe&#769;"),
        ("\u0338", "&#824;"),
        ("图：![](map.png)。", '图：<img src="map.png">。'),
        ("![](<a b.png>)", '<img src="a b.png">'),
        ("![](a&b.png)", '<img src="a&amp;b.png">'),
        ("![](song.mp3)", "[sound:song.mp3]"),
        # Not as `media_markup` has it, or no file beside the deck.
        ("![](<a.png>)", "![](&lt;a.png&gt;)"),
        ("![](a b.png)", "![](a b.png)"),
        ("![](../a.png)", "![](../a.png)"),
        ("![](https://example.org/a.png)", "![](https://example.org/a.png)"),
        ("![图](a.png)", "![图](a.png)"),
    ],
)
def test_text_as_html_and_back(text: str, html: str) -> None:
    assert html_of(text) == html
    assert own_text(html) == text


@pytest.mark.parametrize(
    "html",
    [
        "<b>a</b>",
        "a<br/>b",
        "a<div>b</div>",
        "a&nbsp;b",
        "&quot;",
        "a > b",
        "&#97;",
        "[sound:a.mp3",
        "a\nb",
        '<img src="a.png" width="10">',
        '<img src="https://example.org/a.png">',
        "&#99999999;",
        "&#1114112;",
    ],
)
def test_other_html_is_not_read_as_our_own(html: str) -> None:
    assert own_text(html) is None


@given(texts)
def test_any_text_comes_back(text: str) -> None:
    html = html_of(text)
    assert own_text(html) == text
    assert unicodedata.is_normalized("NFC", html)
    assert "\x1f" not in html


@given(st.lists(texts, max_size=4).map(tuple), st.booleans())
def test_any_list_comes_back(items: tuple[str, ...], ordered: bool) -> None:
    html = list_html(items, ordered=ordered)
    assert own_list(html) == (items, ordered and bool(items))
    assert unicodedata.is_normalized("NFC", html)


@pytest.mark.parametrize(
    "html",
    ["a", "<ul></ul>", "<ul><li>a</ul>", "<ol><li>a</li></ul>", "<ul><li><b>a</b></li></ul>", " "],
)
def test_other_lists_are_not_read_as_our_own(html: str) -> None:
    assert own_list(html) is None


def test_media_that_a_text_names() -> None:
    assert media_names("![](a.png)、![](<b c.mp3>)、![](../d.png)、![e](e.png)") == [
        "a.png",
        "b c.mp3",
    ]
