from pathlib import Path

from studykit.progress.deck_list import add_decks, deck_list
from tests.progress.making import folder_at


def test_decks_are_remembered_once_in_order(tmp_path):
    folder = folder_at(tmp_path / "me")
    assert deck_list(folder) == []
    b, a = tmp_path / "b.yaml", tmp_path / 'a "茶".yaml'
    add_decks(folder, [b, a])
    add_decks(folder, [a, tmp_path / "x" / ".." / "b.yaml"])
    assert deck_list(folder) == [b.resolve(), a.resolve()]


def test_nothing_new_writes_nothing(tmp_path):
    folder = folder_at(tmp_path / "me")
    add_decks(folder, [])
    assert not folder.decks.exists()


def test_paths_are_absolute(tmp_path, monkeypatch):
    folder = folder_at(tmp_path / "me")
    monkeypatch.chdir(tmp_path)
    add_decks(folder, [Path("decks/tea.yaml")])
    assert deck_list(folder) == [(tmp_path / "decks" / "tea.yaml").resolve()]


def test_what_is_no_line_of_ours_is_passed_over(tmp_path):
    folder = folder_at(tmp_path / "me")
    folder.decks.write_bytes(b'decks:\n- "/a.yaml"\nhm\n- [1]\n- "/b.yaml"\n')
    assert deck_list(folder) == [Path("/a.yaml"), Path("/b.yaml")]
    folder.decks.write_bytes(b"\xff\xfe")
    assert deck_list(folder) == []
