import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studykit.cards.model import Card
from studykit.deck.decode import DeckFile
from studykit.deck.model import Deck
from studykit.errors import ReadError
from studykit.exchange.table_columns import COLUMNS
from studykit.exchange.table_read import read_table
from studykit.exchange.table_write import write_csv, write_tsv
from tests.deck.making import DECK, decks
from tests.exchange.golden_files import assert_golden


def read(text: str, encoding: str = "utf-8") -> DeckFile:
    (file,) = read_table(text.encode(encoding), "茶.csv")
    return file


def cards(text: str, encoding: str = "utf-8") -> list[Card]:
    file = read(text, encoding)
    assert file.problems == ()
    assert file.deck is not None
    return [replace(card, id="") for card in file.deck.cards]


def problems(text: str) -> list[str]:
    return [str(problem) for problem in read(text).problems]


@pytest.mark.parametrize("write", [write_csv, write_tsv])
@given(st.lists(decks, min_size=1, max_size=3))
def test_decks_come_back_as_they_were(write, some: list[Deck]) -> None:
    files = read_table(write(some).data, "decks.csv")
    assert [file.problems for file in files] == [()] * len(some)
    assert [file.deck for file in files] == some


@pytest.mark.parametrize(("write", "name"), [(write_csv, "deck.csv"), (write_tsv, "deck.tsv")])
def test_the_table_is_the_one_a_person_reads(write, name: str) -> None:
    assert_golden(name, write([DECK]))


def test_any_reader_of_csv_sees_the_cards() -> None:
    page = write_csv([DECK]).data.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(page, newline="")))
    assert [row["prompt"] for row in rows] == [card.prompt for card in DECK.cards]
    assert rows[3]["options"] == "装备制造 | 文化旅游 | 生物医药 | 现代物流"


def test_no_cell_is_a_formula_to_a_spreadsheet() -> None:
    card = Card("qa", "=HYPERLINK(1)", "+1", explanation="@x", section="－5%", id="@1")
    page = write_csv([replace(DECK, cards=(card,))]).data.decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(page, newline=""))
    assert not [cell for cell in row.values() if cell.startswith(tuple("=+-@＝＋－＠"))]


def test_a_table_of_ours_keeps_its_decks_when_its_rows_are_sorted() -> None:
    head, *rows = write_csv([DECK]).data.decode("utf-8-sig").splitlines()
    file = read("\n".join([head, *reversed(rows)]))
    assert file.deck == replace(DECK, cards=DECK.cards[::-1])


def test_a_row_added_to_a_table_of_ours_becomes_a_card() -> None:
    row = dict.fromkeys(COLUMNS, "") | {
        "prompt": "茶田____亩。",
        "answer": "40",
        "deck": "县域经济",
    }
    page = write_csv([DECK]).data.decode() + ",".join(row.values()) + "\r\n"
    file = read(page)
    assert file.problems == ()
    assert file.deck
    assert (file.deck.cards[-1].type, file.deck.cards[-1].answer) == ("cloze", ("40",))


TWO = [Card("qa", "山里产什么？", "茶"), Card("numeric", "产量多少？", "36.5吨")]


@pytest.mark.parametrize(
    "text",
    [
        "山里产什么？,茶\n产量多少？,36.5吨\n",
        "山里产什么？\t茶\r\n产量多少？\t36.5吨",
        "山里产什么？;茶\n\n产量多少？;36.5吨\n",
        "问题,答案\n山里产什么？,茶\n产量多少？,36.5吨\n",
        "Front\tBack\n山里产什么？\t茶\n产量多少？\t36.5吨\n",
        "答案,题目\n茶,山里产什么？\n36.5吨,产量多少？\n",
        '"山里产什么？","茶"\n"产量多少？","36.5吨"\n',
        "\ufeff正面|背面\n山里产什么？|茶\n产量多少？|36.5吨\n",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_tables_of_other_programs(text: str, encoding: str) -> None:
    if encoding != "utf-8":
        text = text.removeprefix("\ufeff")
    assert cards(text, encoding) == TWO


@pytest.mark.parametrize("word", ["ÿ", "été", "straße", "ёлка"])
def test_words_of_other_languages(word: str) -> None:
    assert cards(f"{word},甲\n") == [Card("qa", word, "甲")]
    assert cards(f"front,back\n{word},x\n") == [Card("qa", word, "x")]


def test_the_title_is_the_name_of_the_file() -> None:
    deck = read("山里产什么？,茶\n").deck
    assert deck
    assert (deck.title, deck.language) == ("茶", "zh-Hans")


HEAD = "题型,题目,选项A,选项B,选项C,答案,解析,标签\n"


@pytest.mark.parametrize(
    ("row", "card"),
    [
        (
            "单选题,山里产什么？,茶,米,,A,见首段,地理 特产",
            Card("choice", "山里产什么？", "茶", options=("茶", "米"), explanation="见首段",
                 tags=("地理", "特产")),
        ),
        ("选择题,哪个？,甲,乙,丙,丙,,", Card("choice", "哪个？", "丙", options=("甲", "乙", "丙"))),
        ("判断题,山里产茶。,,,,对,,", Card("truefalse", "山里产茶。", True)),
        ("判断,山里产米。,,,,错误,,", Card("truefalse", "山里产米。", False)),
        (",山里产茶。,,,,false,,", Card("truefalse", "山里产茶。", False)),
        ("填空题,产（ ）和____。,,,,茶；米,,", Card("cloze", "产____和____。", ("茶", "米"))),
        (",山里产____。,,,,茶；米,,", Card("cloze", "山里产____。", ("茶；米",))),
        ("列举题,产什么？,,,,茶；米,,", Card("list", "产什么？", ("茶", "米"))),
        ("简答题,为什么？,,,,因为A,,", Card("qa", "为什么？", "因为A")),
    ],
)  # fmt: skip
def test_rows_of_question_banks(row: str, card: Card) -> None:
    assert cards(HEAD + row) == [card]


def test_line_breaks_and_quotes_inside_cells_stay() -> None:
    assert cards('问题,答案\n"第一行\n第二行","他说""好"""\n') == [
        Card("qa", "第一行\n第二行", '他说"好"')
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("问题,答案\n甲？,乙\n丙？,\n", ["茶.csv:3: the card has no answer"]),
        ('问题,答案\n"甲\n？",乙\n,丙\n', ["茶.csv:4: the card has no prompt"]),
        ("问题,答案,难度\n甲？,乙,3\n", ["茶.csv:1: columns that are left out: 难度"]),
        (
            "甲？,乙,丙\n",
            ["茶.csv:1: more cells than columns; from cell 3 on they are left out"],
        ),
        (HEAD + "单选题,哪个？,甲,乙,,丁,,", ["茶.csv:2: the answer is not one of the options"]),
        (HEAD + "连线题,哪个？,,,,丁,,", [
            "茶.csv:2: the type must be one of qa, numeric, cloze, choice, truefalse, list"
        ]),
        (
            "id,问题,答案\nx,甲？,乙\nx,丙？,丁\n",
            ["茶.csv:3: the id x is also that of the card in line 2"],
        ),
    ],
)  # fmt: skip
def test_bad_rows_are_told_by_line(text: str, told: list[str]) -> None:
    assert problems(text) == told


def test_a_quotation_mark_left_open_is_told() -> None:
    text = '问题,答案\n甲？,乙\n"丙？,' + "丁" * (1 << 20)
    assert problems(text) == [
        "茶.csv:3: a cell without an end: a quotation mark seems to be left open"
    ]


@pytest.mark.parametrize("text", ["", "\n\n", "问题,答案\n"])
def test_a_table_without_rows_is_a_deck_without_cards(text: str) -> None:
    assert cards(text) == []


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(ReadError):
        read_table(bytes(range(256)) * 4, "茶.csv")


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_no_bytes_are_a_traceback(data: bytes) -> None:
    try:
        files = read_table(data, "x.csv")
    except ReadError:
        return
    assert all(file.deck is not None for file in files)
