import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studykit.errors import ExchangeError
from studykit.exchange.anki.ledger import (
    Entry,
    checksum,
    ledger_path,
    read_ledger,
    stamped,
    write_ledger,
)
from studykit.exchange.anki.model import Note
from tests.progress.records import ANY

TEA = Note(1, "tea", 5, ("茶", "叶"), ("a", "b"), 100)
CUP = Note(2, "cup", 5, ("杯", ""), (), 200)
NOW = 2_000_000_000


def times(notes, ledger, now=NOW):
    made, after = stamped(notes, ledger, now)
    assert [one._replace(modified=0) for one in made] == [one._replace(modified=0) for one in notes]
    return [note.modified for note in made], after


def test_a_note_that_is_not_known_keeps_its_own_time():
    found, ledger = times([TEA, CUP], {})
    assert found == [100, 200]
    assert times([TEA._replace(modified=7), CUP], ledger) == ([100, 200], ledger)


def test_a_note_that_changes_gets_the_time_of_its_export():
    _first, ledger = times([TEA, CUP], {})
    edited = CUP._replace(fields=("杯子", ""))
    found, after = times([TEA, edited], ledger)
    assert found == [100, NOW]
    assert times([TEA, edited], after, NOW + 9) == ([100, NOW], after)


def test_a_clock_set_back_makes_no_note_older():
    ledger = {"tea": Entry("0" * 16, NOW)}
    assert times([TEA], ledger, NOW - 500)[0] == [NOW + 1]


def test_a_note_that_is_away_for_a_while_keeps_its_time():
    _first, ledger = times([TEA, CUP], {})
    _second, ledger = times([TEA], ledger)
    assert times([TEA, CUP._replace(modified=7)], ledger)[0] == [100, 200]


@pytest.mark.parametrize(
    "other",
    [
        TEA._replace(fields=("茶", "子")),
        TEA._replace(fields=("茶叶", "")),
        TEA._replace(tags=("a",)),
        TEA._replace(tags=("a b",)),
        TEA._replace(type=6),
    ],
)
def test_contents_have_checksums_of_their_own(other):
    assert checksum(other) != checksum(TEA)


@pytest.mark.parametrize(
    "other", [TEA._replace(tags=("b", "a")), TEA._replace(id=7, modified=9), TEA._replace()]
)
def test_nothing_else_tells_notes_apart(other):
    assert checksum(other) == checksum(TEA)


@given(
    st.dictionaries(
        ANY,
        st.builds(
            Entry, st.text("0123456789abcdef", min_size=16, max_size=16), st.integers(0, 10**12 - 1)
        ),
    )
)
def test_a_ledger_comes_back_from_its_file(tmp_path_factory, ledger):
    path = tmp_path_factory.mktemp("ledger") / "anki" / "tea.yaml"
    write_ledger(path, ledger)
    assert read_ledger(path) == ledger


def test_a_person_can_read_it(tmp_path):
    write_ledger(tmp_path / "tea.yaml", {"tea": Entry("1f00aa21c2bd4b10", 5)})
    assert (tmp_path / "tea.yaml").read_text("utf-8") == (
        "format: studykit-anki-ledger/1\nnotes:\n"
        '- {card: "tea", checksum: "1f00aa21c2bd4b10", modified: 5}\n'
    )


@pytest.mark.parametrize("damage", [b"", b"\xff\xfe", b"- {card: x}\n", b"\n" * 9])
def test_what_is_no_entry_does_not_count(tmp_path, damage):
    path = tmp_path / "tea.yaml"
    write_ledger(path, {"tea": Entry("1f00aa21c2bd4b10", 5), "cup": Entry("0" * 16, 6)})
    path.write_bytes(path.read_bytes().replace(b'- {card: "tea"', damage + b"- {card: 'tea'"))
    assert read_ledger(path) == {"cup": Entry("0" * 16, 6)}
    assert read_ledger(tmp_path / "none.yaml") is None


def test_what_cannot_be_read_or_written_is_named(tmp_path):
    with pytest.raises(ExchangeError, match="cannot be read"):
        read_ledger(tmp_path)
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(ExchangeError, match="cannot be written"):
        write_ledger(tmp_path / "file" / "tea.yaml", {})


def test_each_deck_has_a_file_in_the_users_data(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    names = ["tea", "../tea", "tea/", "茶", "", "a" * 99, ".", "CON "]
    paths = [ledger_path(name) for name in names]
    assert len(set(paths)) == len(names)
    assert {path.parent for path in paths} == {paths[0].parent}
    assert all(os.sep not in path.name and path.suffix == ".yaml" for path in paths)
