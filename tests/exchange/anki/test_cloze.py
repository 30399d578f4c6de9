import pytest
from hypothesis import given
from hypothesis import strategies as st

from studykit.cards.model import BLANK
from studykit.exchange.anki.cloze import cloze_html, own_cloze
from tests.exchange.anki.test_fields import texts


@pytest.mark.parametrize(
    ("prompt", "answers", "html"),
    [
        ("稻谷为____。", ("30万吨",), "稻谷为{{c1::30万吨}}。"),
        ("____和____", ("甲", "乙"), "{{c1::甲}}和{{c1::乙}}"),
        ("____", ("a::b",), "{{c1::a&#58;&#58;b}}"),
        ("____", ("12:30",), "{{c1::12:30}}"),
        ("____", (":a",), "{{c1::&#58;a}}"),
        ("____", ("a}",), "{{c1::a&#125;}}"),
        ("{____}", ("<b>",), "&#123;{{c1::&lt;b&gt;}}&#125;"),
        ("_____", ("a",), "{{c1::a}}_"),
    ],
)
def test_cloze_as_html_and_back(prompt: str, answers: tuple[str, ...], html: str) -> None:
    assert cloze_html(prompt, answers) == html
    assert own_cloze(html) == (prompt, answers)


@pytest.mark.parametrize(
    "html",
    [
        "{{c2::a}}",
        "{{c1::a::hint}}",
        "{{c1::a {{c2::b}}}}",
        "{{c1::<b>a</b>}}",
        "<div>{{c1::a}}</div>",
        "{{c1::a",
        "____ {{c1::a}}",
    ],
)
def test_other_clozes_are_not_read_as_our_own(html: str) -> None:
    assert own_cloze(html) is None


@given(st.lists(texts, min_size=1, max_size=4), st.data())
def test_any_cloze_comes_back(parts: list[str], data: st.DataObject) -> None:
    prompt = BLANK.join(parts)
    n = prompt.count(BLANK)
    answers = tuple(data.draw(st.lists(texts, min_size=n, max_size=n)))
    assert own_cloze(cloze_html(prompt, answers)) == (prompt, answers)


def test_blanks_without_answers_are_refused() -> None:
    with pytest.raises(ValueError, match="2 blanks but 1 answers"):
        cloze_html("____和____", ("甲",))
