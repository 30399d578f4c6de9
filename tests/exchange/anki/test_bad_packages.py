"""Packages that are damaged, malicious or of another version: a clear line each."""

import io
import json
import os
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from studykit.errors import ExchangeError
from studykit.exchange.anki import archive, database, media
from studykit.exchange.anki.model import Note, Package
from studykit.exchange.anki.read import read_package
from studykit.exchange.anki.write import write_package
from tests.exchange.anki.collection import collection, make, take
from tests.exchange.anki.packages import BASIC, LAKE, PACKAGE, TEA

Parts = dict[str, bytes]


def parts_of(path: Path) -> Parts:
    with zipfile.ZipFile(path) as file:
        return {name: file.read(name) for name in file.namelist()}


def zipped(path: Path, parts: Parts) -> Path:
    with zipfile.ZipFile(path, "w") as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.apkg"
    write_package(path, PACKAGE)
    return path


def changed(path: Path, *statements: str) -> Path:
    """The package with its database changed by SQL."""
    parts = parts_of(path)
    base = sqlite3.connect(":memory:")
    base.deserialize(parts["collection.anki2"])
    base.execute("PRAGMA writable_schema = ON")
    for statement in statements:
        base.execute(statement)
    base.commit()
    parts["collection.anki2"] = base.serialize()
    base.close()
    return zipped(path, parts)


def refused(path: Path, message: str) -> None:
    """Reading is refused by one line that names the file and holds this."""
    before = {file.name: file.read_bytes() for file in path.parent.iterdir()}
    with pytest.raises(ExchangeError, match=message) as caught:
        read_package(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert "\n" not in str(caught.value)
    assert {file.name: file.read_bytes() for file in path.parent.iterdir()} == before


def told(path: Path) -> tuple[Package, list[str]]:
    """What is read all the same, and the messages."""
    package, problems = read_package(path)
    assert {(problem.path, problem.line) for problem in problems} <= {(str(path), 1)}
    return package, [problem.message for problem in problems]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "damaged file, or no Anki package"),
        (b"studykit-deck/1\n", "damaged file, or no Anki package"),
        (b"PK\x03\x04" + bytes(100), "damaged file, or no Anki package"),
    ],
)
def test_what_is_no_zip_is_refused(data: bytes, message: str, path: Path) -> None:
    path.write_bytes(data)
    refused(path, message)


def test_a_file_cut_off_anywhere_is_refused(path: Path) -> None:
    data = path.read_bytes()
    for length in range(0, len(data), 97):
        path.write_bytes(data[:length])
        refused(path, "damaged")


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExchangeError, match=r"a\.apkg: cannot be read: "):
        read_package(tmp_path / "a.apkg")
    with pytest.raises(ExchangeError, match="cannot be read: "):
        read_package(tmp_path)


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        ({}, "no Anki package: there is no collection"),
        ({"word/document.xml": b"<x/>"}, "no Anki package: there is no collection"),
        ({"collection.anki2": b""}, "a damaged package"),
        ({"collection.anki2": b"x" * 5000}, "a damaged package"),
        ({"collection.anki2": b"SQLite format 3\0" + bytes(5000)}, "a damaged package"),
        ({"collection.anki21b": b"not packed by Zstandard"}, "a damaged package"),
        ({"collection.anki2": b"", "meta": b"\x08\x04"}, "made by a newer Anki"),
        ({"collection.anki2": b"", "meta": b"\x08"}, "a damaged package"),
        ({"collection.anki2": b"", "meta": b"\xff" * 20}, "a damaged package"),
        ({"collection.anki2": b"", "meta": bytes(20_000)}, "more than the 10,000 bytes"),
    ],
)
def test_a_zip_without_a_sound_collection_is_refused(
    parts: Parts, message: str, path: Path
) -> None:
    refused(zipped(path, parts), message)


def test_an_encrypted_zip_is_refused(path: Path) -> None:
    data = bytearray(path.read_bytes())
    central = data.index(b"PK\x01\x02")
    data[central + 8] |= 1
    path.write_bytes(data)
    refused(path, "an encrypted zip")


def test_a_zip_packed_in_another_way_is_refused(path: Path) -> None:
    data = parts_of(path)["collection.anki2"]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as file:
        file.writestr("collection.anki2", data)
    refused(path, "a damaged package")


def test_a_flipped_bit_in_the_collection_is_noticed(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 16
    path.write_bytes(data)
    refused(path, "a damaged package")


@pytest.mark.parametrize(
    ("statements", "message"),
    [
        (["UPDATE col SET ver = 19"], "made by a newer Anki"),
        (["UPDATE col SET ver = 10"], r"a schema \(10\) that only its own Anki reads"),
        (["UPDATE col SET ver = 14"], r"a schema \(14\) that only its own Anki reads"),
        (["UPDATE col SET ver = 18"], "no table “config”"),
        (["UPDATE col SET ver = 'x'"], r"a schema \(0\)"),
        (["DELETE FROM col"], r"a schema \(0\)"),
        (["UPDATE col SET crt = x'00'"], "a damaged package"),
        (["DROP TABLE col"], "no table “col”"),
        (["DROP TABLE notes"], "no table “notes”"),
        (["DROP TABLE revlog"], "no table “revlog”"),
        (["ALTER TABLE notes DROP COLUMN flds"], "“notes” has no column “flds”"),
        (["ALTER TABLE cards RENAME COLUMN left TO l"], "“cards” has no column “left”"),
        (["UPDATE col SET models = '{'"], "a damaged package"),
        (["UPDATE col SET decks = '[]'"], "a damaged package"),
        (["UPDATE col SET dconf = '" + "[" * 100_000 + "'"], "a damaged package"),
    ],
)
def test_a_database_that_is_none_of_ankis_is_refused(
    statements: list[str], message: str, path: Path
) -> None:
    refused(changed(path, *statements), message)


@pytest.mark.parametrize(
    "statements",
    [
        [
            "DROP TABLE revlog",
            # Would never end.
            "CREATE VIEW revlog AS WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id FROM n)"
            " SELECT id, 1 cid, 1 ease, 1 ivl, 1 lastIvl, 1 factor, 1 time, 1 type FROM n",
        ],
        [
            "DROP TABLE revlog",
            "CREATE VIRTUAL TABLE revlog USING fts5"
            "(id, cid, usn, ease, ivl, lastIvl, factor, time, type)",
        ],
        [
            "DROP TABLE revlog",
            "CREATE TABLE revlog (id INTEGER PRIMARY KEY, cid AS (length(zeroblob(900000000))),"
            " ease, ivl, lastIvl, factor, time, type)",
        ],
    ],
)
def test_tables_that_run_code_are_refused(statements: list[str], path: Path) -> None:
    refused(changed(path, *statements), "not a collection of Anki: ")


def test_more_than_fits_in_memory_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("collection.anki2", bytes(5_000_000))
    assert path.stat().st_size < 10_000
    monkeypatch.setattr(archive, "MAX_COLLECTION", 4_000_000)
    refused(path, "“collection.anki2” takes more than the 4,000,000 bytes it may")
    bomb = zstandard.compress(bytes(5_000_000))
    assert len(bomb) < 10_000
    zipped(path, {"collection.anki21b": bomb})
    refused(path, "“collection.anki21b” takes more than the 4,000,000 bytes it may")
    zipped(path, {"collection.anki21b": bomb * 2})
    refused(path, "“collection.anki21b” takes more than the 4,000,000 bytes it may")


def test_more_rows_than_anyone_has_are_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "MAX_ROWS", 4)
    assert told(path)[1] == []
    monkeypatch.setattr(database, "MAX_ROWS", 3)
    refused(path, "“cards” has more than 3 rows; it may be malicious")


def test_media_beyond_the_limits_are_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(media, "MAX_LIST", 10)
    refused(path, "“media” takes more than the 10 bytes it may")
    monkeypatch.undo()
    monkeypatch.setattr(media, "MAX_FILE", 3)
    package, _problems = read_package(path)
    assert package.media["茶.mp3"] == b""
    with pytest.raises(ExchangeError, match=r"a\.apkg: “0” takes more than the 3 bytes it may"):
        package.media["湖.png"]
    monkeypatch.undo()
    monkeypatch.setattr(media, "MAX_TOTAL", 3)
    refused(path, "its media take more than")


def test_what_packs_too_well_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "_ALWAYS", 10_000)
    names = {str(number): f"{number}.png" for number in range(20)}
    parts = parts_of(path) | {"media": json.dumps(names).encode()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in (parts | dict.fromkeys(names, bytes(100_000))).items():
            file.writestr(name, data)
    assert 200_000 < 100 * path.stat().st_size < 2_000_000
    refused(path, "its media take more than 0 MB once unpacked")
    bomb = zstandard.compress(bytes(2_000_000))
    zipped(path, {"collection.anki21b": bomb})
    refused(path, "“collection.anki21b” takes more than the")


def test_a_damaged_media_file_is_told_when_it_is_read(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"\x89PNG lake", b"\x89PNG lame"))
    package, messages = told(path)
    assert messages == []
    assert package.media["茶.mp3"] == b""
    with pytest.raises(ExchangeError, match="a damaged package"):
        package.media["湖.png"]


@pytest.mark.parametrize(
    "name",
    [
        *("../a.png", "/etc/passwd", "a/b.png", "..\\a.png", "C:a.png", "\\\\host\\a", ".", ".."),
        *(
            "",
            "a\0.png",
            "a\n.png",
            "a?.png",
            "NUL",
            "con.png",
            "Com1.txt",
            "a.",
            "a ",
            "茶" * 90,
            "\ud800.png",
        ),
    ],
)
def test_names_that_leave_the_folder_are_left_out(name: str, path: Path) -> None:
    parts = parts_of(path)
    parts["media"] = json.dumps({"0": name, "1": "茶.mp3"}).encode()
    package, messages = told(zipped(path, parts))
    assert dict(package.media) == {"茶.mp3": b""}
    assert len(messages) == 1
    assert messages[0].endswith("is no name for a media file; it is left out")
    assert messages[0].isprintable()
    with pytest.raises(ExchangeError, match="is no name for a media file"):
        write_package(path.parent / "b.apkg", replace(PACKAGE, media={name: b""}))
    assert not (path.parent / "b.apkg").exists()


@pytest.mark.parametrize(
    "name",
    [
        *(
            "a.png",
            "湖 1.png",
            "_css.css",
            ".hidden",
            "a..b",
            "nulla.png",
            "console",
            "-x",
            "a'b&c.png",
        ),
        *("茶" * 80, "コン.mp3", "e\u0301.png"),
    ],
)
def test_names_of_files_are_kept(name: str, path: Path) -> None:
    parts = parts_of(path)
    parts["media"] = json.dumps({"0": name}).encode()
    package, messages = told(zipped(path, parts))
    assert messages == []
    # Anki's names are composed.
    assert list(package.media) == [name.replace("e\u0301", "é")]


@pytest.mark.parametrize(
    ("listed", "names", "message"),
    [
        (b"{", [], "the list of its media is damaged"),
        (b"[]", [], "the list of its media is damaged"),
        (b'{"0": 1}', [], "the list of its media is damaged"),
        (b"\xff\xfe", [], "the list of its media is damaged"),
        (b"[" * 100_000, [], "the list of its media is damaged"),
        (b'{"0": "a", "9": "b"}', ["a"], "the media file “b” is not in the package"),
        (b'{"0": "a", "1": "a"}', ["a"], "there are two media files “a”"),
    ],
)
def test_a_bad_list_of_media_is_told(
    listed: bytes, names: list[str], message: str, path: Path
) -> None:
    package, messages = told(zipped(path, parts_of(path) | {"media": listed}))
    assert list(package.media) == names
    assert len(messages) == 1
    assert messages[0].startswith(message)
    assert package.notes == PACKAGE.notes


@pytest.mark.parametrize("parts", [{"media": b""}, {}])
def test_no_media_are_no_problem(parts: Parts, path: Path) -> None:
    data = parts_of(path)["collection.anki2"]
    package, messages = told(zipped(path, {"collection.anki2": data} | parts))
    assert (dict(package.media), messages) == ({}, [])


@pytest.mark.parametrize(
    ("statement", "messages", "expected"),
    [
        (
            "UPDATE notes SET mid = 7 WHERE id = 12",
            [
                "1 note is left out: its note type is not in the package",
                "2 cards are left out: their notes or templates are not in the package",
            ],
            replace(PACKAGE, notes=PACKAGE.notes[:1], cards=PACKAGE.cards[:2]),
        ),
        (
            "DELETE FROM notes WHERE id = 11",
            ["2 cards are left out: their notes or templates are not in the package"],
            replace(PACKAGE, notes=PACKAGE.notes[1:], cards=PACKAGE.cards[2:]),
        ),
        (
            "UPDATE cards SET ord = 2 WHERE id = 22",
            ["1 card is left out: its note or its template is not in the package"],
            replace(PACKAGE, cards=(PACKAGE.cards[0], *PACKAGE.cards[2:])),
        ),
        (
            "UPDATE cards SET ord = -1 WHERE id = 24",
            ["1 card is left out: its note or its template is not in the package"],
            replace(PACKAGE, cards=PACKAGE.cards[:3]),
        ),
        (
            "UPDATE cards SET ord = 499 WHERE id = 24",
            [],
            replace(PACKAGE, cards=(*PACKAGE.cards[:3], PACKAGE.cards[3]._replace(template=499))),
        ),
        (
            "UPDATE revlog SET ease = 'good' WHERE ease = 1",
            ["1 row of “revlog” is left out: it holds a value of a wrong type"],
            replace(PACKAGE, reviews=PACKAGE.reviews[:1]),
        ),
        (
            "UPDATE revlog SET ease = x'01'",
            ["2 rows of “revlog” are left out: they hold values of a wrong type"],
            replace(PACKAGE, reviews=()),
        ),
        (
            "UPDATE notes SET tags = x'ff' WHERE id = 12",
            [
                "1 row of “notes” is left out: it holds a value of a wrong type",
                "2 cards are left out: their notes or templates are not in the package",
            ],
            replace(PACKAGE, notes=PACKAGE.notes[:1], cards=PACKAGE.cards[:2]),
        ),
        (
            "UPDATE cards SET ivl = 12.9, due = 1e300 WHERE id = 22",
            [],
            replace(
                PACKAGE,
                cards=(
                    PACKAGE.cards[0],
                    PACKAGE.cards[1]._replace(interval=12, due=2**63 - 1),
                    *PACKAGE.cards[2:],
                ),
            ),
        ),
        (
            "UPDATE notes SET flds = 'a' || x'1f' || 'b' WHERE id = 11",
            ["1 note had more or fewer fields than its note type; it was made to fit"],
            replace(
                PACKAGE,
                notes=(PACKAGE.notes[0]._replace(fields=("a", "b", "")), *PACKAGE.notes[1:]),
            ),
        ),
        (
            "UPDATE notes SET flds = 'a' || char(31) || 'b' || char(31) || 'c' WHERE id = 12",
            ["1 note had more or fewer fields than its note type; it was made to fit"],
            replace(
                PACKAGE,
                notes=(*PACKAGE.notes[:1], PACKAGE.notes[1]._replace(fields=("a", "b; c"))),
            ),
        ),
        (
            "UPDATE notes SET guid = CAST(x'e88cffb6' AS TEXT) WHERE id = 11",
            [],
            replace(
                PACKAGE,
                notes=(PACKAGE.notes[0]._replace(guid="\ufffd\ufffd\ufffd"), *PACKAGE.notes[1:]),
            ),
        ),
        (
            f"UPDATE col SET decks = json_remove(decks, '$.{LAKE.id}')",
            [f"deck {LAKE.id} is not in the package; it is called “recovered{LAKE.id}”"],
            replace(PACKAGE, decks=(TEA, replace(LAKE, name=f"recovered{LAKE.id}"))),
        ),
        (
            f"UPDATE col SET decks = json_set(decks, '$.{LAKE.id + 1}', json('[1]'))",
            ["a deck cannot be read"],
            PACKAGE,
        ),
        (
            f"UPDATE col SET models = json_set(models, '$.{BASIC.id}.flds', json('[]'))",
            [
                "a note type cannot be read",
                "1 note is left out: its note type is not in the package",
                "2 cards are left out: their notes or templates are not in the package",
            ],
            replace(
                PACKAGE,
                note_types=PACKAGE.note_types[1:],
                notes=PACKAGE.notes[1:],
                cards=PACKAGE.cards[2:],
            ),
        ),
        (
            f"UPDATE col SET decks = json_set(decks, '$.{LAKE.id}.x', json('\"\\ud800\"'))",
            [
                "a deck cannot be read",
                f"deck {LAKE.id} is not in the package; it is called “recovered{LAKE.id}”",
            ],
            replace(PACKAGE, decks=(TEA, replace(LAKE, name=f"recovered{LAKE.id}"))),
        ),
        (
            "UPDATE col SET dconf = json_set(dconf, '$.7', json('{\"id\": 7}'))",
            ["deck options cannot be read"],
            PACKAGE,
        ),
        ("UPDATE col SET conf = 'no json'", [], replace(PACKAGE, created=1_689_998_400)),
    ],
)
def test_what_is_wrong_with_rows_is_told_and_the_rest_is_read(
    statement: str, messages: list[str], expected: Package, path: Path
) -> None:
    package, found = told(changed(path, statement))
    assert found == messages
    assert replace(package, media=dict(package.media)) == expected


def test_a_collection_written_with_a_log_beside_it_is_read(path: Path) -> None:
    parts = parts_of(path)
    data = parts["collection.anki2"]
    parts["collection.anki2"] = data[:18] + b"\x02\x02" + data[20:]
    package, messages = told(zipped(path, parts))
    assert (package.notes, messages) == (PACKAGE.notes, [])


@pytest.mark.parametrize("broken", ["fsync", "replace"])
def test_a_full_disk_leaves_the_old_package(
    broken: str, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    before = path.read_bytes()
    monkeypatch.setattr(os, broken, fail)
    with pytest.raises(ExchangeError, match=r"a\.apkg: cannot be written: No space left"):
        write_package(path, replace(PACKAGE, notes=()))
    monkeypatch.undo()
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize(
    "package",
    [
        replace(PACKAGE, notes=(PACKAGE.notes[0],) * 2),
        replace(PACKAGE, notes=(Note(2**63, "g", BASIC.id, ("", "", "")),)),
        replace(PACKAGE, notes=(Note(1, "g", BASIC.id, ("\ud800", "", "")),)),
        replace(PACKAGE, decks=(replace(TEA, extra={"x": float("nan")}),)),
    ],
)
def test_what_no_package_can_hold_is_told(package: Package, path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(ExchangeError, match=r"a\.apkg: cannot be written: "):
        write_package(path, package)
    assert path.read_bytes() == before


def test_control_characters_are_left_out_as_anki_does(path: Path) -> None:
    fields = ("a\x1fb\x00", "\x07c\nd\te", "\x1f")
    note = PACKAGE.notes[0]._replace(fields=fields)
    write_package(path, replace(PACKAGE, notes=(note,), cards=(), reviews=()))
    package, messages = told(path)
    assert package.notes[0].fields == ("ab", "c\nd\te", "")
    assert messages == []


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> list[Parts]:
    """Sound packages: ours, and where Anki is installed the same in its current format."""
    folder = tmp_path_factory.mktemp("samples")
    ours = folder / "ours.apkg"
    write_package(ours, PACKAGE)
    try:
        with collection(folder / "collection") as col:
            take(col, ours)
            return [parts_of(ours), parts_of(make(col, folder / "current.apkg", legacy=False))]
    except ImportError:
        return [parts_of(ours)]


def _changes() -> st.SearchStrategy[Callable[[bytes], bytes]]:
    """Ways to damage bytes: at a place (of a thousand), cut there, or put others in."""

    def change(place: int, cut: int, new: bytes) -> Callable[[bytes], bytes]:
        def damaged(data: bytes) -> bytes:
            at = len(data) * place // 1000
            return data[:at] + new + data[at + cut :]

        return damaged

    return st.builds(
        change,
        st.integers(0, 999),
        st.sampled_from([0, 1, 1, 1, 2, 8, 100, 10**9]),
        st.binary(max_size=4),
    )


@given(data=st.data(), changes=st.lists(_changes(), min_size=1, max_size=3))
def test_any_damage_is_told_without_a_traceback(
    samples: list[Parts], data: st.DataObject, changes: list[Callable[[bytes], bytes]]
) -> None:
    parts = dict(data.draw(st.sampled_from(samples)))
    name = data.draw(st.sampled_from(["", *parts]))
    packed = name and parts[name].startswith(b"\x28\xb5\x2f\xfd") and data.draw(st.booleans())
    for change in changes:
        if packed:  # what is inside, not only the packing
            inside = zstandard.ZstdDecompressor().decompressobj().decompress(parts[name])
            parts[name] = zstandard.compress(change(inside))
        elif name:
            parts[name] = change(parts[name])
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as target:
        for part, content in parts.items():
            target.writestr(part, content)
    content = file.getvalue()
    if not name:
        for change in changes:
            content = change(content)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.apkg"
        path.write_bytes(content)
        # What is read is sound: written again, it is read without a word.
        again = Path(folder) / "b.apkg"
        with suppress(ExchangeError):
            package, _problems = read_package(path)
            write_package(again, package)
        if again.exists():
            assert read_package(again)[1] == []
