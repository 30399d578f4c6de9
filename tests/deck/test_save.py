from dataclasses import replace
from pathlib import Path

import pytest

from studykit.deck.dump import dump_deck
from studykit.deck.file import load_deck
from studykit.deck.made import stamp
from studykit.deck.save import Saved, save_deck, save_missing_ids
from studykit.errors import DeckError
from tests.deck.making import CARDS, DECK

FRESH = replace(DECK, cards=CARDS)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_is_written_with_the_record_of_what_was_made(tmp_path: Path) -> None:
    assert save_deck(tmp_path / "decks" / "d.yaml", FRESH) == Saved()
    assert load_deck(tmp_path / "decks" / "d.yaml") == stamp(FRESH)
    assert names(tmp_path / "decks") == ["d.yaml"]


def test_saving_the_same_again_leaves_the_file_alone(tmp_path: Path) -> None:
    path = tmp_path / "d.yaml"
    save_deck(path, FRESH)
    before = path.stat()
    saved = save_deck(path, FRESH)
    assert saved.report
    assert (saved.report.same, saved.backup) == (6, None)
    assert path.stat() == before


def test_a_deck_without_edits_is_made_anew_without_a_backup(tmp_path: Path) -> None:
    path = tmp_path / "d.yaml"
    save_deck(path, FRESH)
    saved = save_deck(path, replace(FRESH, cards=CARDS[:3]))
    assert saved.report
    assert (saved.report.gone, saved.backup) == (3, None)
    assert names(tmp_path) == ["d.yaml"]


def test_before_a_persons_file_is_changed_a_copy_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "d.yaml"
    save_deck(path, FRESH)
    edited = path.read_text("utf-8").replace("根基是什么？", "县域的根基是什么？")
    path.write_text(edited, "utf-8")
    saved = save_deck(path, replace(FRESH, cards=CARDS[1:]))
    assert saved.backup == tmp_path / "d.yaml.bak"
    assert saved.backup.read_text("utf-8") == edited
    assert "县域的根基是什么？" in path.read_text("utf-8")


@pytest.mark.parametrize("text", ["", "购物清单\n", "format: studykit-deck/1\ntitle: [\n"])
def test_what_is_no_deck_is_never_overwritten(text: str, tmp_path: Path) -> None:
    path = tmp_path / "d.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(DeckError, match=r"d.yaml:\d"):
        save_deck(path, FRESH)
    assert path.read_text("utf-8") == text
    assert names(tmp_path) == ["d.yaml"]


def test_a_folder_is_never_overwritten(tmp_path: Path) -> None:
    with pytest.raises(DeckError):
        save_deck(tmp_path, FRESH)


def test_missing_ids_are_saved_once(tmp_path: Path) -> None:
    path = tmp_path / "d.yaml"
    path.write_text("format: studykit-deck/1\ntitle: a\ncards:\n- prompt: b\n  answer: c\n")
    assert save_missing_ids(path)
    assert path.read_text().count("id: ") == 2
    assert not save_missing_ids(path)


def test_a_generated_deck_has_all_its_ids(tmp_path: Path) -> None:
    path = tmp_path / "d.yaml"
    path.write_text(dump_deck(stamp(FRESH)), "utf-8")
    assert not save_missing_ids(path)
