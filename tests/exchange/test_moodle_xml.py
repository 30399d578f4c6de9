import html
import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from moodle_xml_parser.parser import parse_bytes

from studykit.cards.model import Card
from studykit.deck.model import Deck
from studykit.exchange.moodle_xml import write_moodle
from studykit.exchange.quiz_items import quiz_item
from tests.deck.making import DECK, decks
from tests.exchange.golden_files import assert_golden
from tests.exchange.quiz_cards import NASTY_DECK

TYPES = {
    "choice": "multichoice",
    "truefalse": "truefalse",
    "short": "shortanswer",
    "gaps": "cloze",
    "open": "essay",
}
# How Moodle finds the gaps of a question and the answers of a gap
# (question/type/multianswer/questiontype.php): an answer ends at ~ # or } but after \ or &.
ANSWER = r"(?:=|%\d+%)(.+?)(?<!\\|&)(?=[~#}])"
GAP = re.compile(rf"\{{1:SHORTANSWER:((?:{ANSWER}~?)+)\}}")


def questions(deck: Deck) -> list[ElementTree.Element]:
    root = ElementTree.fromstring(write_moodle([deck]).data)
    return [one for one in root if one.get("type") != "category"]


def plain(text: str) -> str:
    return "".join(re.sub("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]", "\ufffd", text).split())


def shown(text: str | None) -> str:
    return "".join(html.unescape((text or "").replace("<br>", "\n")).split())


def test_the_file_is_the_one_a_person_reads() -> None:
    assert_golden("deck.moodle.xml", write_moodle([DECK]))


@pytest.mark.parametrize("deck", [DECK, NASTY_DECK], ids=["plain", "nasty"])
def test_every_question_is_what_moodle_reads(deck: Deck) -> None:
    found = questions(deck)
    assert len(found) == len(deck.cards)
    for question, card in zip(found, deck.cards, strict=True):
        item = quiz_item(card)
        assert question.get("type") == TYPES[item.kind]
        assert question.findtext("idnumber") == card.id
        assert shown(question.findtext("generalfeedback/text")) == plain("".join(item.feedback))
        text = question.findtext("questiontext/text") or ""
        fractions = {
            shown(one.findtext("text")): one.get("fraction") for one in question.findall("answer")
        }
        if item.kind == "gaps":
            gaps = [re.findall(ANSWER, match[0]) for match in GAP.finditer(text)]
            read = [[plain(html.unescape(one)) for one in answers] for answers in gaps]
            wanted = [[plain(one.replace("*", "\\*")) for one in gap] for gap in item.answers]
            assert read == wanted
            assert shown(GAP.sub("____", text)) == plain(item.text)
            continue
        assert shown(text) == plain(item.text)
        if item.kind == "truefalse":
            wanted_fractions = {"true": item.truth, "false": not item.truth}
        elif item.kind == "choice":
            wanted_fractions = {plain(one): one == card.answer for one in item.options}
        else:
            assert item.kind in ("short", "open")
            typed = item.answers[0] if item.kind == "short" else ()
            wanted_fractions = {shown(plain(one.replace("*", "\\*"))): True for one in typed}
        assert fractions == {key: "100" if one else "0" for key, one in wanted_fractions.items()}


def test_another_reader_sees_choices_and_clozes() -> None:
    found = parse_bytes(write_moodle([DECK]).data)
    (choice,), (cloze,) = found["multichoice"], found["cloze"]
    assert (choice.name, choice.single) == ("首位产业是什么？", True)
    assert [(one.answer, one.score_fraction) for one in choice.options] == [
        ("装备制造", 100),
        ("文化旅游", 0),
        ("生物医药", 0),
        ("现代物流", 0),
    ]
    assert [gap.options[0].answer for gap in cloze.gaps] == ["30.1万吨", "8.2万吨"]


def test_categories_follow_decks_and_sections() -> None:
    cards = (
        Card("qa", "甲？", "乙", section="一/二", id="a"),
        Card("qa", "丙？", "丁", section="一/二", id="b"),
        Card("qa", "戊？", "己", id="c"),
    )
    root = ElementTree.fromstring(write_moodle([replace(DECK, cards=cards)] * 2).data)
    names = [one.findtext("category/text") for one in root.findall("question[@type='category']")]
    assert names == ["$course$/top/县域经济/一//二", "$course$/top/县域经济"] * 2


@given(st.lists(decks, max_size=2))
def test_any_deck_is_well_formed(some: list[Deck]) -> None:
    root = ElementTree.fromstring(write_moodle(some).data)
    found = [one for one in root if one.get("type") != "category"]
    assert len(found) == sum(len(deck.cards) for deck in some)
