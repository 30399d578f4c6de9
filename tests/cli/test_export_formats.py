import csv
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from studykit.deck.file import load_deck, write_deck
from studykit.exchange.formats import FORMATS
from tests.deck.making import DECK

WRITTEN = [one for one in FORMATS.values() if one.writer]


@pytest.fixture(autouse=True)
def decks(tmp_path: Path) -> None:
    write_deck(tmp_path / "county.yaml", DECK)
    write_deck(tmp_path / "p" / "county.yaml", replace(DECK, id="other", title="又一个"))


@pytest.mark.parametrize("one", WRITTEN, ids=lambda one: one.name)
def test_a_deck_is_written_and_said_to_be(studykit, one):
    output = f"out{one.suffixes[0]}"
    result = studykit("export", one.name, "county.yaml", "-o", output)
    assert (result.code, result.err) == (0, "")
    assert Path(output).read_bytes() == one.write([DECK]).data
    first, *others = result.out.splitlines()
    n = len(DECK.cards) - len(one.write([DECK]).left_out)
    assert first == f"county.yaml → {output} ({n} cards)"
    assert ([one.lacks] if one.lacks else []) == others[-1:]


@pytest.mark.parametrize("one", WRITTEN, ids=lambda one: one.name)
def test_several_decks_go_into_one_file_or_into_a_folder(studykit, one):
    output = "out" + (one.suffixes[0] if one.together else "")
    result = studykit("export", one.name, "county.yaml", "p/county.yaml", "-o", output)
    assert (result.code, result.err) == (0, "")
    if one.together:
        assert Path(output).is_file()
    else:
        names = [f"county{one.suffixes[0]}", f"county-2{one.suffixes[0]}"]
        assert sorted(path.name for path in Path(output).iterdir()) == sorted(names)


def test_a_deck_goes_into_the_folder_that_is_named(studykit):
    Path("there").mkdir()
    assert studykit("export", "csv", "county.yaml", "-o", "there").code == 0
    assert Path("there/county.csv").exists()


def test_cards_that_are_left_out_are_named_by_line(studykit):
    result = studykit("export", "kahoot", "county.yaml", "-o", "out.xlsx")
    lines = Path("county.yaml").read_text(encoding="utf-8").splitlines()
    starts = [number for number, line in enumerate(lines, 1) if line.startswith("- id:")]
    places = ", ".join(f"county.yaml:{starts[at]}" for at in (0, 1, 4, 5))
    why = "Kahoot asks only choices and true/false"
    assert result.out.splitlines()[1] == f"4 cards are left out: {why} ({places})"


def test_where_no_card_fits_nothing_is_written(studykit):
    write_deck("qa.yaml", replace(DECK, cards=DECK.cards[-1:]))
    result = studykit("export", "kahoot", "qa.yaml", "-o", "out.xlsx")
    assert result.code == 1
    assert "left out" in result.err
    assert not Path("out.xlsx").exists()


def test_a_deck_written_by_hand_gets_its_ids(studykit):
    hand = "format: studykit-deck/1\ntitle: 手写\ncards:\n- prompt: 甲？\n  answer: 乙\n"
    Path("hand.yaml").write_text(hand, encoding="utf-8")
    assert studykit("export", "json", "hand.yaml", "-o", "out.json").code == 0
    written = json.loads(Path("out.json").read_text(encoding="utf-8"))
    assert written["cards"][0]["id"] == load_deck("hand.yaml").cards[0].id
    assert "id:" in Path("hand.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        (("csv", "county.yaml"), "say with -o FILE.csv which file to write"),
        (
            ("markdown", "county.yaml", "p/county.yaml", "-o", "out.md"),
            "markdown holds one deck a file: name a folder with -o for several",
        ),
    ],
)
def test_wrong_usage_is_one_line(studykit, argv, told):
    result = studykit("export", *argv)
    assert (result.code, result.out) == (2, "")
    assert told in result.err.splitlines()[0]


def test_what_cannot_be_written_is_one_line_and_harms_nothing(studykit, monkeypatch):
    Path("out.csv").write_text("alt", encoding="utf-8")

    def full(path, data):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("studykit.files.write_atomically", full)
    result = studykit("export", "csv", "county.yaml", "-o", "out.csv")
    told = "out.csv: cannot be written: No space left on device; what was there is as it was\n"
    assert (result.code, result.out, result.err) == (1, "", told)
    assert Path("out.csv").read_text(encoding="utf-8") == "alt"


def test_the_files_are_of_their_kinds(studykit):
    studykit("export", "csv", "county.yaml", "p/county.yaml", "-o", "out.csv")
    studykit("export", "qti", "county.yaml", "p/county.yaml", "-o", "out.zip")
    with open("out.csv", encoding="utf-8-sig", newline="") as file:
        titles = [row["deck"] for row in csv.DictReader(file)]
    assert titles == ["县域经济"] * 6 + ["又一个"] * 6
    with zipfile.ZipFile("out.zip") as archive:
        assert len(archive.namelist()) == 2 + 12
