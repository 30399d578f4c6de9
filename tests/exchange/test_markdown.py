import re
import tomllib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from markdown_it import MarkdownIt

from studykit.cards.model import Card
from studykit.deck.decode import DeckFile
from studykit.deck.ids import mint_ids
from studykit.deck.model import Deck
from studykit.exchange.markdown_read import read_markdown
from studykit.exchange.markdown_text import in_cloze, in_comment, markdown, plain
from studykit.exchange.markdown_write import write_markdown
from tests.deck.making import DECK, decks, texts
from tests.deck.making import cards as cards_of_any_type
from tests.exchange.golden_files import assert_golden

MARKS = st.text("\\`*_[]<>&$~|#+=-!()QAC:1. \n\t甲\u3000\x00\x85", max_size=12)


def rendered(line: str) -> str:
    """What a reader of Markdown shows, blanks not counted."""
    page = html.fromstring(f"<body>{MarkdownIt('commonmark').render(line)}</body>")
    for br in page.iter("br"):
        br.tail = "\n" + (br.tail or "")
    return "".join(page.text_content().split())


def read(text: str) -> DeckFile:
    (file,) = read_markdown(text.encode(), "茶.md")
    return file


def cards(text: str) -> list[Card]:
    file = read(text)
    assert file.problems == ()
    assert file.deck is not None
    return [replace(card, id="") for card in file.deck.cards]


@given(decks)
def test_a_deck_comes_back_as_it_was(deck: Deck) -> None:
    (file,) = read_markdown(write_markdown([deck]).data, "deck.md")
    assert file.problems == ()
    assert file.deck == deck


@given(st.lists(cards_of_any_type(), max_size=4).map(mint_ids))
def test_hashcards_finds_the_same_cards_and_deletions(some: tuple[Card, ...]) -> None:
    page = write_markdown([replace(DECK, cards=some)]).data.decode()
    assert tomllib.loads(page.split("\n---\n")[0].removeprefix("---\n"))["name"] == DECK.title
    found: list[tuple[str, str]] = []
    for line in page.split("\n"):
        if line[:2] in ("Q:", "A:", "C:"):
            found.append((line[:2], line[2:]))
        elif found:
            found[-1] = (found[-1][0], found[-1][1] + line)
    tags = [["C:"] if card.type == "cloze" else ["Q:", "A:"] for card in some]
    assert [tag for tag, _text in found] == [tag for pair in tags for tag in pair]
    clozes = [re.findall(r"[\[\]]", text) for tag, text in found if tag == "C:"]
    assert clozes == [["[", "]"] * len(card.answers) for card in some if card.type == "cloze"]
    assert not [text for tag, text in found if tag == "C:" and "![" in text]


def test_the_page_is_the_one_a_person_reads() -> None:
    assert_golden("deck.md", write_markdown([DECK]))


@given(texts | MARKS)
def test_any_text_is_one_line_and_comes_back(text: str) -> None:
    for write in (markdown, in_cloze, in_comment):
        line = write(text)
        assert len(f"x{line}x".splitlines()) == 1
        assert line == line.strip()
        assert plain(line) == text
    assert not set(in_cloze(text).replace("\\[", "")) & set("[]")
    assert not set(in_comment(text)) & set("[]<>")


@given(st.text("\\`*_[]<>&$~|#+=-!()QAC:1.{}^\"'/ \n甲乙", max_size=16))
def test_any_text_is_shown_as_it_is_by_a_reader_of_markdown(text: str) -> None:
    assert rendered(markdown(text)) == "".join(text.split())


@pytest.mark.parametrize("text", ["42.6万吨", "-5%", "A+B", "“甲”（乙）", "1.2", "GDP：5%", "#1"])
def test_texts_that_stay(text: str) -> None:
    assert markdown(text) == text


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("1. 甲", "1\\. 甲"),
        ("- 甲", "\\- 甲"),
        ("---", "\\---"),
        ("# 甲", "\\# 甲"),
        ("Q: 甲", "Q\\: 甲"),
        ("甲\n乙", "甲<br>乙"),
        (" 甲", "&#32;甲"),
        ("a*b_c", "a\\*b\\_c"),
        ("<b>&amp;", "\\<b\\>\\&amp;"),
    ],
)
def test_texts_that_would_be_marks(text: str, line: str) -> None:
    assert markdown(text) == line


def test_what_a_person_changed_is_taken_over() -> None:
    page = write_markdown([DECK]).data.decode()
    for old, new in (
        ("我县粮食总产量是多少？", "全县粮食总产量\n是多少？"),
        ("含稻谷与玉米。", "含稻谷、\n玉米。"),
        ("[30.1万吨]", "[31万吨]"),
        ("A: 错", "A: 对"),
        ("- 生物医药\n", "* 生物医药\n* 旅游\n"),
        ("2. 通水\n", "2. 通水\n3. 通电\n"),
        ("> 根基是实体经济", ""),
        ('name = "县域经济"', 'name = "县里"'),
    ):
        assert old in page
        page = page.replace(old, new)
    file = read(page + "\nQ: 新的？\nA: 是的\n")
    assert file.problems == ()
    assert file.deck is not None
    numeric, cloze, truth, choice, listed, qa, new_card = file.deck.cards
    assert (numeric.prompt, numeric.explanation) == (
        "全县粮食总产量\n是多少？",
        "含稻谷、\n玉米。",
    )
    assert cloze.answer == ("31万吨", "8.2万吨")
    assert truth.answer is True
    assert choice.options[2:] == ("生物医药", "旅游", "现代物流")
    assert listed.answer == ("修路", "通水", "通电", "建校")
    assert qa.quotes == ()
    assert (new_card.type, new_card.prompt, new_card.answer) == ("qa", "新的？", "是的")
    assert [card.id for card in file.deck.cards[:6]] == [card.id for card in DECK.cards]
    assert file.deck.title == "县里"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Q: 山里产什么？\nA: 茶", [Card("qa", "山里产什么？", "茶")]),
        (
            "Q:\n山里\n产什么？\n\nA:\n\n- 茶\n- 米\n\n",
            [Card("qa", "山里\n产什么？", "- 茶\n- 米")],
        ),
        (
            "C: 山里产[茶]，水里产[鱼]。\n",
            [Card("cloze", "山里产____，水里产____。", ("茶", "鱼"))],
        ),
        ("C:\n[春]天\n\n种[茶]\n", [Card("cloze", "____天\n\n种____", ("春", "茶"))]),
        (
            "C: 看 ![图](a.png) 的[山]",
            [Card("cloze", "看 ![图](a.png) 的____", ("山",))],
        ),
        ("C: 记作 [$n!$]。", [Card("cloze", "记作 ____。", ("$n!$",))]),
        (
            "开头的话\n\nQ: 甲？\nA: 乙\nQ: 丙？\r\nA: 丁\r\nC: [戊]",
            [Card("qa", "甲？", "乙"), Card("qa", "丙？", "丁"), Card("cloze", "____", ("戊",))],
        ),
        (
            "Q: $e^{i\\pi}$ 是 **多少**？\nA: $-1$",
            [Card("qa", "$e^{i\\pi}$ 是 **多少**？", "$-1$")],
        ),
        ("只是一篇文章。", []),
        ("", []),
    ],
)
def test_decks_of_hashcards(text: str, found: list[Card]) -> None:
    assert cards(text) == found


@pytest.mark.parametrize(
    ("head", "title"),
    [("", "茶"), ('---\nname = "茶叶"\n---\n', "茶叶"), ('---\nother = "值"\n---\n', "茶")],
)
def test_the_title_of_a_deck_of_hashcards(head: str, title: str) -> None:
    deck = read(head + "Q: 甲？\nA: 乙\n").deck
    assert deck is not None
    assert (deck.title, len(deck.cards)) == (title, 1)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A: 乙", ["茶.md:1: an answer without a question"]),
        ("Q: 甲？\nQ: 丙？\nA: 丁", ["茶.md:1: a question without an answer"]),
        ("Q: 甲？\nC: [丙]", ["茶.md:1: a question without an answer"]),
        ("\nQ: 甲？", ["茶.md:2: a question without an answer"]),
        ("Q: 甲？\nA: 乙\nA: 丙", ["茶.md:3: an answer without a question"]),
        ("C: [甲]\nA: 丙", ["茶.md:2: an answer without a question"]),
        ("C: 甲", ["茶.md:1: a cloze without anything in brackets"]),
        ("Q: 甲？\nA:\n", ["茶.md:1: the card has no answer"]),
        ("---\nname = 1\nQ: 甲？\nA: 乙", [
            "茶.md:1: the head begins with --- but does not end with it"
        ]),
        ("---\nname = 茶\n---\nQ: 甲？\nA: 乙", [
            "茶.md:1: the head between the lines --- is no TOML: "
            "Invalid value (at line 1, column 8)"
        ]),
    ],
)  # fmt: skip
def test_what_makes_no_card_is_told_by_line(text: str, told: list[str]) -> None:
    assert [str(problem) for problem in read(text).problems] == told


def test_the_cards_beside_a_bad_one_are_read() -> None:
    deck = read("A: 乙\nQ: 甲？\nA: 乙\nQ: 丙\nC: [丁]").deck
    assert deck is not None
    assert [card.type for card in deck.cards] == ["qa", "cloze"]


@given(st.text("QAC:[]!-\n <>&#甲\\=\"'1.|", max_size=60), st.booleans())
def test_no_text_is_a_traceback(text: str, own: bool) -> None:
    head = '---\nformat = "studykit-markdown/1"\nname = "甲"\n---\n' if own else ""
    assert read(head + text).deck is not None
