import pytest

from studykit import messages
from studykit.exchange.worksheet.wording import heading, printable, saying, title_of, worth


@pytest.fixture(params=["zh", "en"])
def spoken(request):
    messages.speak(request.param)
    yield request.param
    messages.speak("en")


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("茶\x1b[31m红\x00", "茶[31m红"),
        ("\u202e反\u200b字\ufeff", "反字"),
        ("a\tb", "a b"),
        ("\ufffe茶\uffff", "茶"),
        ("\n茶\n", "茶"),
        ("\ud800茶", "茶"),
    ],
)
def test_what_no_page_can_show_is_left_out(text, want):
    assert printable(text) == want


@pytest.mark.parametrize("text", ["", "茶", "两行\n茶", "<b>&amp;", "#set $x$ *茶*", "𠮷è“”"])
def test_all_else_stays(text):
    assert printable(text) == text


@pytest.mark.parametrize(("title", "want"), [("茶", "茶"), ("", "Test"), ("\u3000\x1b", "Test")])
def test_there_is_always_a_title(title, want):
    assert title_of(title, saying("zh-Hans")) == want


def test_headings(spoken):
    got = (heading(1, "truefalse"), worth("truefalse", 5), worth("cloze", 1))
    assert (
        got
        == {
            "zh": ("二、判断题", "每题1分，共5分", "每空1分，共1分"),
            "en": (
                "II. True or false",
                "1 point each, 5 points in all",
                "1 point for each answer, 1 point in all",
            ),
        }[spoken]
    )


def test_our_words_are_in_the_script_of_the_deck(spoken):
    words = "二、判断题"
    assert saying("zh-Hans")(words) == words
    assert saying("zh-Hant")(words) == ("二、判斷題" if spoken == "zh" else words)
