import os
from pathlib import Path

import pytest

from studykit.deck.file import load_deck, read_deck, read_text, write_deck, write_text
from studykit.errors import DeckError
from tests.deck.making import DECK


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_deck_written_is_the_deck_read(tmp_path: Path) -> None:
    path = tmp_path / "new" / "county.yaml"
    write_deck(path, DECK)
    assert load_deck(path) == DECK
    assert read_deck(str(path)).deck == DECK
    assert names(path.parent) == ["county.yaml"]


def test_text_is_written_to_the_byte(tmp_path: Path) -> None:
    write_text(tmp_path / "d.yaml", "粮食\r\n")
    assert (tmp_path / "d.yaml").read_bytes() == "粮食\r\n".encode()


@pytest.mark.parametrize("broken", ["fsync", "replace", "chmod"])
def test_a_failure_is_told_and_leaves_the_old_file(
    broken: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "d.yaml"
    path.write_text("old")
    monkeypatch.setattr(os, broken, fail)
    with pytest.raises(DeckError, match=r"d.yaml: .*No space left on device"):
        write_deck(path, DECK)
    monkeypatch.undo()
    assert path.read_text() == "old"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    path = tmp_path / "d.yaml"
    path.write_text("old")
    tmp_path.chmod(0o500)
    with pytest.raises(DeckError, match=r"d.yaml: "):
        write_text(path, "new")
    tmp_path.chmod(0o700)
    assert path.read_text() == "old"


def test_a_folder_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "d.yaml").mkdir()
    with pytest.raises(DeckError):
        write_text(tmp_path / "d.yaml", "new")
    assert names(tmp_path) == ["d.yaml"]


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", "格式".encode("gb18030")])
def test_a_file_that_is_no_utf8_is_told(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "d.yaml").write_bytes(data)
    with pytest.raises(DeckError, match=r"d.yaml: "):
        read_text(tmp_path / "d.yaml")


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(DeckError, match=r"d.yaml: "):
        read_deck(tmp_path / "d.yaml")


def test_loading_a_deck_with_problems_names_the_first_and_counts_the_others(tmp_path: Path) -> None:
    path = tmp_path / "d.yaml"
    path.write_text("format: studykit-deck/1\ntitle: a\ncards: [{}, {}, {}]\n")
    with pytest.raises(DeckError, match=r"d.yaml:3: .*\D5\D|d.yaml:3: "):
        load_deck(path)
