from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studykit.cards.model import BLANK
from studykit.exchange.anki.cloze_text import blanked, cloze_sides, hints_in, numbers_in
from studykit.exchange.anki.foreign_cards import foreign_card
from studykit.exchange.anki.model import Note, NoteType, Template
from studykit.exchange.anki.rendering import fields_named, render
from studykit.exchange.anki.sides import Sides, sides_of
from studykit.exchange.anki.unfit import UnfitError
from tests.exchange.anki.test_html_text import messy

FIELDS = ("正面", "背面", "例")


def kind(question: str, answer: str, *, cloze: bool = False) -> NoteType:
    template = Template("卡", question, answer)
    return NoteType(1, "类", FIELDS, (template,), kind="cloze" if cloze else "standard")


def note(*fields: str) -> Note:
    return Note(1, "guid", 1, (*fields, *[""] * (3 - len(fields))), ("标签",))


@pytest.mark.parametrize(
    ("template", "html"),
    [
        ("{{正面}}", "甲"),
        ("{{ 正面 }}|{{没有}}", "甲|"),
        ("{{#背面}}有{{背面}}{{/背面}}{{^例}}无例{{/例}}", "有乙无例"),
        ("{{^背面}}无{{/背面}}", ""),
        ("{{#例}}{{#背面}}内{{/背面}}外{{/例}}尾", "尾"),
        ("{{FrontSide}}<hr id=answer>{{背面}}", "<hr id=answer>乙"),
        ("{{text:正面}}{{hint:背面}}{{type:背面}}{{tts zh_CN:正面}}", "甲"),
        ("<!-- {{正面}} -->{{背面}}<!--", "乙<!--"),
        ("{{/背面}}{{#背面}}开", "开"),
        ("{正面} {{}} {{{正面}}}", "{正面} {{}} {甲}"),
    ],
)
def test_templates_rendered(template: str, html: str) -> None:
    assert render(template, {"正面": "甲", "背面": "乙", "例": "<br>"}) == html


def test_the_back_shows_what_the_front_only_asks_for() -> None:
    fields = {"正面": "甲", "背面": "乙"}
    assert render("{{type:背面}}{{hint:正面}}{{tts zh_CN:正面}}", fields, back=True) == "乙甲"


def test_readings() -> None:
    fields = {"F": "日本[にほん]の 首都[しゅと]"}
    assert render("{{furigana:F}}", fields) == "日本（にほん）の首都（しゅと）"
    assert render("{{kanji:F}}", fields) == "日本の首都"


def test_the_fields_a_side_shows() -> None:
    assert fields_named("{{#例}}{{cloze:正面}}{{/例}} {{type:背面}} {{FrontSide}}") == [
        ("正面", "cloze")
    ]
    assert fields_named("{{type:背面}}", back=True) == [("背面", "")]


@pytest.mark.parametrize(
    ("question", "answer", "fields", "prompt", "said"),
    [
        ("{{正面}}", "{{FrontSide}}<hr id=answer>{{背面}}", ("甲", "乙"), "甲", "乙"),
        ("{{正面}}", "{{正面}}<hr id='answer'/>{{背面}}", ("甲", "乙"), "甲", "乙"),
        ("{{正面}}", "{{正面}}<br>{{背面}}", ("甲", "乙<b>丙</b>"), "甲", "乙丙"),
        ("{{正面}}", "{{FrontSide}}{{背面}}", ("甲", "乙"), "甲", "乙"),
        ("{{正面}}", "{{背面}}", ("甲", "甲"), "甲", "甲"),
        ("{{正面}} {{type:背面}}", "{{正面}}<hr id=answer>{{type:背面}}", ("甲", "乙"), "甲", "乙"),
        ("问：{{正面}}", "{{背面}}（{{例}}）", ("甲", "乙", "丙"), "问：甲", "乙（丙）"),
    ],
)
def test_questions_and_answers(
    question: str, answer: str, fields: tuple[str, ...], prompt: str, said: str
) -> None:
    card = foreign_card(note(*fields), kind(question, answer), 0)
    assert (card.type, card.prompt, card.answer) == ("qa", prompt, said)
    assert (card.tags, card.fact, card.id) == (("标签",), "guid", "")


@pytest.mark.parametrize(
    ("text", "number", "prompt", "answers"),
    [
        ("{{c1::甲}}乙", 1, "____乙", ("甲",)),
        ("{{c1::甲}}{{c2::乙}}", 2, "甲____", ("乙",)),
        ("{{c1::甲}}、{{c1::乙}}", 1, "____、____", ("甲", "乙")),
        ("{{c1::甲::提示}}乙", 1, "____（提示）乙", ("甲",)),
        ("{{c1::甲{{c2::乙}}丙}}", 2, "甲____丙", ("乙",)),
        ("{{c1::甲{{c2::乙}}丙}}", 1, "____", ("甲乙丙",)),
        ("{{c1,2::甲}}{{c3::乙}}", 2, "____乙", ("甲",)),
        ("<div>{{c1::<b>甲</b><br>乙}}</div>丙", 1, "____\n丙", ("甲\n乙",)),
        ("______{{c1::甲}}", 1, "_______", ("甲",)),
        ("{{c1::12:30}}开{{c1::x}", 1, "____开{{c1::x}", ("12:30",)),
        ("{{c1::甲}}乙}}", 1, "____乙}}", ("甲",)),
    ],
)
def test_clozes(text: str, number: int, prompt: str, answers: tuple[str, ...]) -> None:
    type_ = kind("{{cloze:正面}}", "{{cloze:正面}}<br>{{背面}}", cloze=True)
    card = foreign_card(note(text, "注"), type_, number - 1)
    assert (card.type, card.prompt, card.answer) == ("cloze", prompt, answers)
    assert card.explanation == "注"


def test_a_heading_of_a_cloze_is_not_explained_again() -> None:
    type_ = kind("{{背面}}<br>{{cloze:正面}}", "{{背面}}<br>{{cloze:正面}}<br>{{例}}", cloze=True)
    card = foreign_card(note("{{c1::甲}}", "题", "例句"), type_, 0)
    assert (card.prompt, card.explanation) == ("题\n____", "例句")


@pytest.mark.parametrize(
    ("type_", "fields", "place"),
    [
        (kind("{{正面}}", "{{背面}}"), ("", "乙"), 0),
        (kind("{{正面}}", "{{背面}}"), ("<br>", "乙"), 0),
        (kind("{{正面}}", "{{背面}}"), ("甲", "<script>x</script>"), 0),
        (kind("{{正面}}", "{{背面}}"), ("甲", "乙"), 1),
        (kind("{{tts zh_CN:正面}}", "{{背面}}"), ("甲", "乙"), 0),
        (kind("{{cloze:正面}}", "{{背面}}", cloze=True), ("没有空",), 0),
        (kind("{{cloze:正面}}", "{{背面}}", cloze=True), ("{{c1::甲}}",), 1),
        (kind("{{cloze:正面}}", "{{背面}}", cloze=True), ("{{c1::}}",), 0),
        (kind("{{背面}}", "{{cloze:正面}}", cloze=True), ("{{c1::甲}}", "乙"), 0),
    ],
)
def test_what_makes_no_card(type_: NoteType, fields: tuple[str, ...], place: int) -> None:
    with pytest.raises(UnfitError):
        foreign_card(note(*fields), type_, place)


@pytest.mark.parametrize(
    ("type_", "sides"),
    [
        (kind("{{正面}}", "{{FrontSide}}<hr id=answer>{{背面}}"), Sides(0, 1)),
        (kind("<b>{{正面}}</b>{{type:背面}}", "{{正面}}<hr id=answer>{{type:背面}}"), Sides(0, 1)),
        (kind("{{#例}}{{背面}}{{/例}}", "{{FrontSide}}<hr id=answer>{{正面}}"), Sides(1, 0)),
        (kind("问：{{正面}}", "{{背面}}"), Sides(None, 1)),
        (kind("{{正面}}{{例}}", "{{背面}}（{{例}}）"), Sides(None, None)),
        (kind("{{furigana:正面}}", "{{没有}}"), Sides(None, None)),
        (kind("{{cloze:正面}}", "{{cloze:正面}}<br>{{背面}}", cloze=True), Sides(0, 0, 1)),
        (kind("{{cloze:正面}}", "{{cloze:正面}}{{背面}}{{例}}", cloze=True), Sides(0, 0, None)),
        (kind("{{例}}{{cloze:正面}}", "{{cloze:正面}}注：{{背面}}", cloze=True), Sides(None, None)),
    ],
)
def test_the_fields_behind_the_sides(type_: NoteType, sides: Sides) -> None:
    assert sides_of(type_, 0) == sides
    assert type_.kind == "cloze" or sides_of(type_, 1) == Sides(None, None)


def test_numbers_and_hints() -> None:
    html = "{{c2::a::x}}{{c1::b {{c3::c::<i>y</i>}}}}"
    assert numbers_in(html) == [1, 2, 3]
    assert hints_in(html) == ["x", "", "<i>y</i>"]


def test_deletions_deeper_than_anki_allows() -> None:
    prompt, answers = cloze_sides("{{c1::" * 5000 + "甲" + "}}" * 5000)
    assert prompt.count(BLANK) == len(answers)


@given(st.lists(st.sampled_from(("{{c1::", "{{c2::", "}}", "::", "{{", "}")) | messy, max_size=8))
def test_any_cloze_can_be_read(parts: list[str]) -> None:
    html = "".join(parts)
    for number in (None, 1, 2):
        shown, answers = blanked(html, number)
        assert shown.count("\ue010") == len(answers)
    prompt, texts = cloze_sides(html)
    assert not texts or prompt.count(BLANK) == len(texts)


@given(
    st.sampled_from(
        (
            kind("{{正面}}{{例}}", "{{FrontSide}}<hr id=answer>{{背面}}"),
            kind("{{#正面}}{{cloze:正面}}{{/正面}}", "{{cloze:正面}}{{背面}}", cloze=True),
        )
    ),
    st.tuples(messy, messy, messy),
)
def test_any_note_makes_a_card_in_order_or_says_why(
    type_: NoteType, fields: tuple[str, str, str]
) -> None:
    for html in (fields[0], "{{c1::" + fields[0] + "}}"):
        try:
            card = foreign_card(note(html, *fields[1:]), type_, 0)
        except UnfitError:
            continue
        assert card.prompt.strip()
        assert all(map(str.strip, card.answers))
        if card.type == "cloze":
            assert card.prompt.count(BLANK) == len(card.answers)


def test_a_picture_with_hidden_parts() -> None:
    mask = "{{c%d::image-occlusion:rect:left=.1:top=.2}}"
    type_ = kind(
        "<div style='display:none'>{{cloze:正面}}</div>{{背面}}", "{{背面}}{{例}}", cloze=True
    )
    hidden = note(mask % 1 + mask % 3, '<img src="a.png">', "注")
    card = foreign_card(hidden, type_, 2)
    assert (card.prompt, card.answer) == ("![](a.png)\n（2/2）", "![](a.png)注")
    with pytest.raises(UnfitError):
        foreign_card(hidden, type_, 1)
    assert replace(card, prompt="") == replace(foreign_card(hidden, type_, 0), prompt="")
