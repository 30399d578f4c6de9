import pytest
from hypothesis import given
from hypothesis import strategies as st

from studykit.exchange.anki.html_text import html_text, is_ordered, list_items, media_in

TAGS = st.sampled_from(
    (
        *("<br>", "<div>", "</div>", "<ul>", "<li>", "</li>", "<ol>", "<pre>", "</pre>", "<sup>"),
        *("<b", "</", "<!--", "-->", "<![CDATA[", "<?x ?>", "<script>", "<table>", "<td>", "\0"),
        *("&nbsp;", "&#0;", "&#x1;", "&#xD800;", "&#99999999;", "&bogus;", "&", "\ud800", "\ue000"),
        *("[sound:a.mp3]", "[sound:", "<img src=a.png>", "<img src='%00'>", "<svg>", "<math>"),
    )
)
messy = st.lists(TAGS | st.text(max_size=4), max_size=12).map("".join)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("粮食<b>总产量</b>", "粮食总产量"),
        ("一<br>二", "一\n二"),
        ("一<div>二</div>三", "一\n二\n三"),
        ("<div>一</div><div><br></div><div>二</div>", "一\n\n二"),
        ("<p>一</p>\n\n<p>二</p>", "一\n二"),
        ("<div>一<br></div>二", "一\n二"),
        ("一<br><br><br><br>二", "一\n\n二"),
        ("  一 \n 二&nbsp;&nbsp;三 ", "一 二 三"),
        ("<pre>一\n  二</pre>", "一\n  二"),
        ("<ul><li>一</li><li>二</li></ul>", "- 一\n- 二"),
        ("<ol><li>一</li><li>二</li></ol>", "1. 一\n2. 二"),
        (
            "<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>",
            "1 | 2\n3 | 4",
        ),
        ("5 m<sup>2</sup>，H<sub>2</sub>O，x<sup>ab</sup>", "5 m²，H₂O，x^ab"),
        ("<ruby>漢<rp>(</rp><rt>hàn</rt><rp>)</rp></ruby>字", "漢（hàn）字"),
        ('看<img src="a%20b.png">', "看![](<a b.png>)"),
        ("[sound:a.mp3]", "![](a.mp3)"),
        ("[sound:a &amp; b.mp3]", "![](<a & b.mp3>)"),
        ("<script>alert(1)</script><style>a{}</style>一<button>开</button>", "一"),
        ("一<!-- 注 -->二", "一二"),
        ("<span style='display: none'>藏</span>显<i hidden>藏</i>", "显"),
        ("<anki-mathjax>x^2</anki-mathjax>", r"\(x^2\)"),
        ("<anki-mathjax block='true'>x</anki-mathjax>", r"\[x\]"),
        ("&lt;b&gt; &amp; &#97;", "<b> & a"),
    ],
)
def test_html_as_text(html: str, text: str) -> None:
    assert html_text(html) == text


@pytest.mark.parametrize(
    "text", ["", "粮食", "a < b", "1 > 0", "[注]", "一 二", "![](a.png)", r"\(x^2\)", "{{c1::a}}"]
)
def test_text_that_is_no_markup_stays(text: str) -> None:
    assert html_text(text) == text


@pytest.mark.parametrize("html", ["<br>", "<hr>", " &nbsp; ", "<div></div>", "<!-- -->", "<div"])
def test_html_without_text(html: str) -> None:
    assert html_text(html) == ""


@given(messy)
def test_any_html_has_a_text(html: str) -> None:
    text = html_text(html)
    assert text == text.strip("\n")
    assert not set(text) & {"\ue000", "\ue001", "\ue002", "\ue003", "\0"}
    assert "\n\n\n" not in text
    assert all(list_items(html))
    media_in(html)


def test_html_as_deep_as_no_one_writes_it() -> None:
    assert html_text("<div>" * 100_000 + "深") in ("", "深")
    assert html_text("<ol>" + "<li>一" * 20_000).endswith("\n20000. 一")


@pytest.mark.parametrize(
    ("html", "items"),
    [
        ("<ul><li>一</li><li>二<br>三</li><li> </li></ul>", ("一", "二\n三")),
        ("<OL><LI>一<LI>二</OL>", ("一", "二")),
        ("一<br>二<div>三</div>", ("一", "二", "三")),
        ("", ()),
    ],
)
def test_items_of_a_list(html: str, items: tuple[str, ...]) -> None:
    assert list_items(html) == items
    assert is_ordered(html) == ("<OL" in html)


def test_media_of_html() -> None:
    html = "<img class=x src='a%20b.png'><IMG SRC=c.png>[sound:d&amp;e.mp3]<b src=no.png>"
    assert media_in(html) == {"a%20b.png", "a b.png", "c.png", "d&e.mp3"}
