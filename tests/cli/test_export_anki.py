import os
from dataclasses import replace
from pathlib import Path

import pytest

from studykit.deck.file import write_deck
from studykit.exchange.anki.read import read_package
from tests.cli.learning import CARDS, STREETS, TEA, grade, learner


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("STUDYKIT_PROGRESS", str(tmp_path / "p"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    found = learner(tmp_path / "p", STREETS, TEA)
    grade(found, "good", "again", "easy")
    return found


@pytest.fixture
def export(studykit):
    return lambda *argv: studykit("export", "anki", *argv)


def package(path: Path):
    read, problems = read_package(path)
    assert problems == []
    return read


def test_decks_become_one_package(export, folder, tmp_path):
    result = export("p/streets.yaml", "p/tea.yaml", "-o", "out.apkg")
    assert (result.code, result.err) == (0, "")
    assert result.out == "p/streets.yaml, p/tea.yaml → out.apkg (7 cards)\n"
    made = package(tmp_path / "out.apkg")
    assert {note.guid for note in made.notes} == {card.id for card in (*CARDS, *TEA.cards)}
    assert {card.reps for card in made.cards} == {0}
    assert made.reviews == ()


def test_progress_goes_along(export, folder, tmp_path):
    result = export("p/streets.yaml", "-o", "out.apkg", "--progress")
    assert result.out.splitlines()[1:] == [
        "with where you stand with 3 cards, and 3 reviews",
        "Anki takes progress over only for cards that it does not have yet.",
        "Switch FSRS on in Anki's deck options: it then goes on from the same memory.",
    ]
    made = package(tmp_path / "out.apkg")
    assert [row.ease for row in made.reviews] == [3, 1, 4]
    assert sorted(card.type for card in made.cards) == [0, 0, 0, 1, 1, 2]


def test_another_learner_in_another_folder(export, folder, tmp_path):
    other = learner(tmp_path / "q", STREETS, name="li")
    grade(other, "easy", "easy")
    argv = ["--progress", "--learner", "li", "--progress-in", tmp_path / "q"]
    assert "2 reviews" in export("p/streets.yaml", "-o", "out.apkg", *argv).out
    result = export("p/streets.yaml", "-o", "x.apkg", "--progress", "--learner", "wu")
    assert (result.code, "there is no progress of wu" in result.err) == (1, True)
    assert not (tmp_path / "x.apkg").exists()


def modified(path: Path) -> dict[str, int]:
    return {note.guid: note.modified for note in package(path).notes}


def test_a_note_is_newer_only_once_it_has_changed(export, folder, tmp_path):
    export("p/streets.yaml", "-o", "one.apkg")
    first = modified(tmp_path / "one.apkg")
    edited = (replace(CARDS[0], answer="新茶街"), *CARDS[1:])
    # Another path, and a file that is newer as a whole.
    write_deck(tmp_path / "moved.yaml", replace(STREETS, cards=edited))
    export("moved.yaml", "-o", "two.apkg")
    second = modified(tmp_path / "two.apkg")
    assert second.pop("street0") > first.pop("street0")
    assert second == first


def test_copies_of_a_deck_keep_one_ledger(export, folder, tmp_path):
    more = (*CARDS, replace(CARDS[0], id="new", prompt="新街叫什么？"))
    write_deck(tmp_path / "copy.yaml", replace(STREETS, cards=more))
    export("p/streets.yaml", "copy.yaml", "-o", "one.apkg")
    first = modified(tmp_path / "one.apkg")
    os.utime(tmp_path / "copy.yaml", (9, 9))
    export("copy.yaml", "p/streets.yaml", "-o", "two.apkg")
    assert modified(tmp_path / "two.apkg") == first
    assert len(first) == len(more)


def test_a_card_in_two_decks_goes_out_once(export, folder, tmp_path):
    write_deck(tmp_path / "more.yaml", replace(TEA, id="more", cards=(*CARDS[:1], *TEA.cards)))
    result = export("p/streets.yaml", "more.yaml", "-o", "out.apkg")
    assert "1 card is in two of the decks and went out once: street0" in result.out
    assert len(package(tmp_path / "out.apkg").notes) == 7


@pytest.mark.parametrize(
    ("argv", "code", "said"),
    [
        (["p/streets.yaml"], 2, "say with -o FILE.apkg"),
        (["-o", "out.apkg"], 2, "DECK is missing"),
        (["nowhere.yaml", "-o", "out.apkg"], 1, "nowhere.yaml: cannot be read"),
        (["p/streets.yaml", "-o", "p"], 1, "p: cannot be written"),
    ],
)
def test_what_cannot_be_exported_is_said(export, folder, tmp_path, argv, code, said):
    result = export(*argv)
    assert (result.code, result.out) == (code, "")
    assert said in result.err
    assert not (tmp_path / "out.apkg").exists()
