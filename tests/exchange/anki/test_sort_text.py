import pytest

from studykit.exchange.anki.sort_text import checksum, sort_text

# Field and what Anki sorts it by.
CASES = [
    ("产量 &amp; 面积", "产量 & 面积"),
    ("a&nbsp;b", "a b"),
    ("茶<br>叶", "茶叶"),
    ("<div class='x'>茶</div>", "茶"),
    ("<div title='a > b'>茶</div>", " b'>茶"),
    ("<!-- x > y -->茶<style>p > a {}</style><script>1</script>叶", "茶叶"),
    ("<img src=湖.png>湖<audio src='茶 1.mp3'></audio>", " 湖.png 湖 茶 1.mp3 "),
    ('<IMG alt="x" SRC="湖 2.png">', " 湖 2.png "),
    ("<object data='a.pdf'>x</object>", " a.pdf x"),
    ("<br>", ""),
    ("&lt;b&gt;", "<b>"),
]
SAME = [
    "",
    "茶",
    " 茶 ",
    "1 < 2",
    "3 > 2",
    "{{c1::茶}}",
    "[sound:茶.mp3]",
    "a\nb",
    "AT;T",
    "<",
    "12",
]


@pytest.mark.parametrize(("field", "text"), CASES)
def test_markup_is_left_out(field: str, text: str) -> None:
    assert sort_text(field) == text


@pytest.mark.parametrize("field", SAME)
def test_other_text_stays(field: str) -> None:
    assert sort_text(field) == field


@pytest.mark.parametrize("field", [*(field for field, _text in CASES), *SAME])
def test_anki_makes_the_same_of_it(field: str) -> None:
    lang = pytest.importorskip("anki.lang", reason="Anki itself is not installed here")
    from anki.utils import field_checksum, strip_html_media

    lang.set_lang("en")
    assert sort_text(field) == strip_html_media(field)
    assert checksum(sort_text(field)) == field_checksum(field)


@pytest.mark.parametrize(
    ("piece", "end", "text"),
    [
        ("<style", "", "<style" * 100_000),
        ("<style", ">", ""),
        ("<style>", "", ""),
        ("<script>", "茶</scrip>", "茶"),
        ("<!--", "", "<!--" * 100_000),
        ("<!-- >", "", ""),
        ("<img src='", ">茶", " <img src= 茶"),
        ("<img src", ">茶", "茶"),
        ("<", "", "<" * 100_000),
    ],
)
def test_broken_markup_takes_no_longer_than_sound_markup(piece: str, end: str, text: str) -> None:
    """Where time grew with the square of the length, this would take hours."""
    assert sort_text(piece * 100_000 + end) == text
