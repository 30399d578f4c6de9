from dataclasses import replace
from pathlib import Path

import pytest

from studykit.deck.file import load_deck, write_deck
from studykit.deck.made import stamp
from studykit.exchange.formats import FORMATS
from tests.deck.making import DECK

BOTH = [one for one in FORMATS.values() if one.writer and one.reader]
TABLE = "问题,答案\n山里产什么？,茶\n产量多少？,36.5吨\n"


@pytest.fixture
def write(tmp_path):
    def written(name: str, text: str, encoding: str = "utf-8") -> str:
        (tmp_path / name).write_bytes(text.encode(encoding))
        return name

    return written


@pytest.mark.parametrize("one", BOTH, ids=lambda one: one.name)
def test_a_deck_comes_back_as_it_went_out(studykit, one):
    write_deck("county.yaml", stamp(DECK))
    output = f"out{one.suffixes[0]}"
    assert studykit("export", one.name, "county.yaml", "-o", output).code == 0
    result = studykit("import", output, "-o", "back.yaml")
    assert (result.code, result.err) == (0, "")
    assert result.out == f"{output} → back.yaml (6 cards)\n"
    assert Path("back.yaml").read_bytes() == Path("county.yaml").read_bytes()
    result = studykit("import", output, "-o", "county.yaml")
    assert result.out == f"{output} → county.yaml (0 new, 0 changed, 6 stay as they are)\n"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("茶.csv", TABLE),
        ("茶.txt", TABLE.replace(",", "\t")),
        ("茶.txt", "山里产什么？\t茶\n产量多少？\t36.5吨\n"),
        ("茶.md", "Q: 山里产什么？\nA: 茶\n\nQ: 产量多少？\nA: 36.5吨\n"),
    ],
)
def test_files_of_other_programs(studykit, write, name, text):
    result = studykit("import", write(name, text))
    assert (result.code, result.err) == (0, "")
    assert result.out == f"{name} → decks/茶.yaml (2 cards)\n"
    deck = load_deck("decks/茶.yaml")
    assert [card.answer for card in deck.cards] == ["茶", "36.5吨"]


def test_chinese_of_older_programs(studykit, write):
    assert studykit("import", write("茶.csv", TABLE, "gb18030")).code == 0
    assert load_deck("decks/茶.yaml").cards[0].prompt == "山里产什么？"


def test_terms_with_separators_of_their_own(studykit, write):
    text = "茶 = 饮料;米 = 粮食;"
    result = studykit("import", write("词.txt", text), "--between", " = ", "--rows", ";")
    assert (result.code, result.err) == (0, "")
    assert [card.answer for card in load_deck("decks/词.yaml").cards] == ["饮料", "粮食"]
    text = "茶\t饮料\n\n米\t粮食"
    result = studykit("import", write("词二.txt", text), "--rows", r"\n\n")
    assert [card.answer for card in load_deck("decks/词二.yaml").cards] == ["饮料", "粮食"]


def test_a_format_that_is_named(studykit, write):
    result = studykit("import", write("茶.dat", TABLE), "--format", "csv")
    assert (result.code, result.err) == (0, "")


def test_importing_again_adds_what_is_new(studykit, write):
    studykit("import", write("茶.csv", TABLE))
    before = Path("decks/茶.yaml").read_text(encoding="utf-8")
    Path("decks/茶.yaml").write_text(before.replace("title:", "# 我的\ntitle:"), encoding="utf-8")
    result = studykit("import", write("茶.csv", TABLE + "几月采？,四月\n"))
    assert result.out == "茶.csv → decks/茶.yaml (1 new, 0 changed, 2 stay as they are)\n"
    assert "# 我的" in Path("decks/茶.yaml").read_text(encoding="utf-8")
    assert len(load_deck("decks/茶.yaml").cards) == 3


def test_a_card_that_differs_stays_unless_it_is_to_be_replaced(studykit, write):
    studykit("import", write("茶.csv", TABLE))
    before = Path("decks/茶.yaml").read_text(encoding="utf-8")
    id_ = load_deck("decks/茶.yaml").cards[0].id
    changed = write("茶.csv", TABLE.replace("？,茶", "？,绿茶"))
    result = studykit("import", changed)
    assert result.code == 0
    assert result.out.splitlines()[1:] == [
        f"1 card differs from the one in the file and stays as it is here: {id_}",
        "--replace takes them from the file.",
    ]
    assert Path("decks/茶.yaml").read_text(encoding="utf-8") == before
    result = studykit("import", changed, "--replace")
    assert result.out == "茶.csv → decks/茶.yaml (0 new, 1 changed, 1 stay as they are)\n"
    assert [card.answer for card in load_deck("decks/茶.yaml").cards] == ["绿茶", "36.5吨"]
    assert Path("decks/茶.yaml.bak").read_text(encoding="utf-8") == before


def test_several_decks_of_one_table_go_into_a_folder(studykit):
    write_deck("county.yaml", DECK)
    write_deck("other.yaml", replace(DECK, id="other", title="又一个", source=None))
    studykit("export", "csv", "county.yaml", "other.yaml", "-o", "out.csv")
    result = studykit("import", "out.csv", "-o", "there")
    assert (result.code, result.err) == (0, "")
    assert load_deck("there/county.yaml") == DECK
    assert load_deck("there/又一个.yaml").id == "other"
    result = studykit("import", "out.csv", "-o", "one.yaml")
    assert result.code == 2
    assert not Path("one.yaml").exists()


def test_bad_rows_are_told_and_the_others_imported(studykit, write):
    result = studykit("import", write("茶.csv", TABLE + "几月采？,\n"))
    assert result.code == 1
    assert result.err == "茶.csv:4: the card has no answer\n"
    assert len(load_deck("decks/茶.yaml").cards) == 2


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("茶.csv", "", "茶.csv: has no cards"),
        ("茶.md", "只是一篇文章。", "茶.md: has no cards"),
        ("茶.csv", "问题,答案\n甲？,\n", "茶.csv:2: the card has no answer"),
        ("茶.json", "{", "茶.json:1: not readable as JSON: Expecting property name enclosed in"),
        ("茶.json", "{}", "茶.json:1: the format must be studykit-deck/1"),
        (
            "茶.txt",
            "只是一篇文章。",
            "茶.txt: is of no format that studykit reads: apkg, colpkg, csv, tsv, markdown, json,",
        ),
        ("茶.xml", "<quiz/>", "茶.xml: is of no format that studykit reads: apkg, colpkg,"),
    ],
)
def test_what_holds_no_cards_is_one_line(studykit, write, name, text, told):
    result = studykit("import", write(name, text))
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith(told)
    assert len(result.err.splitlines()) == 1
    assert not Path("decks").exists()


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        (("--format", "gift"), "there is no format gift to read; there are csv, tsv, markdown,"),
        (("--format", "csv", "--between", "="), "--between and --rows are for terms alone"),
    ],
)
def test_wrong_usage_is_one_line(studykit, write, argv, told):
    result = studykit("import", write("茶.csv", TABLE), *argv)
    assert (result.code, result.out) == (2, "")
    assert told in result.err.splitlines()[0]


def test_a_file_that_is_not_there_is_one_line(studykit):
    result = studykit("import", "none.csv")
    assert (result.code, len(result.err.splitlines())) == (1, 1)


def test_another_deck_is_not_imported_over(studykit, write):
    write_deck("other.yaml", DECK)
    before = Path("other.yaml").read_bytes()
    result = studykit("import", write("茶.csv", TABLE), "-o", "other.yaml")
    assert result.code == 1
    assert result.err.startswith("other.yaml: is another deck (county), not ")
    assert Path("other.yaml").read_bytes() == before
