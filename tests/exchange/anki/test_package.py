"""Packages written and read back, and those that other tools write."""

import json
import sqlite3
import zipfile
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given

from studykit.exchange.anki.archive import Archive
from studykit.exchange.anki.model import AnkiDeck, Package, Preset
from studykit.exchange.anki.read import read_package
from studykit.exchange.anki.schema11 import complete
from studykit.exchange.anki.write import write_package
from tests.exchange.anki.packages import BASIC, PACKAGE, TEA, packages


def round_trip(package: Package) -> Package:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.apkg"
        write_package(path, package)
        read, problems = read_package(path)
        assert problems == []
        return replace(read, media=dict(read.media))


def test_a_package_written_is_the_package_read() -> None:
    assert round_trip(PACKAGE) == PACKAGE


@given(packages())
def test_any_package_written_is_the_package_read(package: Package) -> None:
    assert round_trip(package) == package


@given(packages())
def test_the_same_package_is_the_same_bytes(package: Package) -> None:
    with TemporaryDirectory() as folder:
        one, other = Path(folder) / "a.apkg", Path(folder) / "b.apkg"
        write_package(one, package)
        write_package(other, read_package(one)[0])
        assert one.read_bytes() == other.read_bytes()


def test_a_package_can_be_written_over_the_one_it_was_read_from(tmp_path: Path) -> None:
    path = tmp_path / "a.apkg"
    write_package(path, PACKAGE)
    package, _problems = read_package(path)
    write_package(path, replace(package, notes=(), cards=()))
    assert dict(read_package(path)[0].media) == PACKAGE.media


def test_rows_come_back_in_the_order_of_ids_whatever_order_they_are_given_in() -> None:
    turned = replace(
        PACKAGE,
        note_types=PACKAGE.note_types[::-1],
        decks=PACKAGE.decks[::-1],
        notes=PACKAGE.notes[::-1],
        cards=PACKAGE.cards[::-1],
        reviews=PACKAGE.reviews[::-1],
    )
    assert round_trip(turned) == PACKAGE


@pytest.mark.parametrize(
    ("package", "kept"),
    [
        (replace(PACKAGE, decks=(AnkiDeck(1, "Default"), *PACKAGE.decks)), False),
        (replace(PACKAGE, presets=(Preset(1, "Default", complete({})),)), False),
        (replace(PACKAGE, decks=(AnkiDeck(1, "默认"), *PACKAGE.decks)), True),
        (
            replace(
                PACKAGE,
                decks=(AnkiDeck(1, "Default"), *PACKAGE.decks),
                cards=(PACKAGE.cards[0]._replace(deck=1), *PACKAGE.cards[1:]),
            ),
            True,
        ),
        (replace(PACKAGE, presets=(Preset(1, "Default", complete({"maxTaken": 9})),)), True),
    ],
)
def test_what_every_package_has_is_read_where_it_is_used_or_changed(
    package: Package, kept: bool
) -> None:
    assert round_trip(package) == (package if kept else PACKAGE)


def test_options_that_say_little_are_completed() -> None:
    preset = Preset(7, "勤", {"desiredRetention": 0.9, "new": {"perDay": 5}})
    (read,) = round_trip(replace(PACKAGE, presets=(preset,))).presets
    assert read == Preset(7, "勤", complete(preset.options))
    assert read.options["new"]["perDay"] == 5
    assert read.options["new"]["delays"] == [1.0, 10.0]


def test_the_collection_has_only_what_a_package_says(tmp_path: Path) -> None:
    """Nothing of this machine, this moment or this version gets into it."""
    write_package(tmp_path / "a.apkg", Package(1_690_000_000, (), (), (), ()))
    with zipfile.ZipFile(tmp_path / "a.apkg") as file:
        assert [entry.filename for entry in file.infolist()] == ["collection.anki2", "media"]
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        base = sqlite3.connect(":memory:")
        base.deserialize(file.read("collection.anki2"))
    (row,) = base.execute("SELECT crt, mod, scm, ver, usn, ls FROM col")
    assert row == (1_690_000_000, 1_690_000_000_000, 1_690_000_000_000, 11, 0, 0)


def first_day(path: Path, created: int, conf: dict[str, object]) -> int:
    """What is read as day 0 of a collection made then, with these settings."""
    write_package(path, PACKAGE)
    base = sqlite3.connect(":memory:")
    base.deserialize(Archive(path).collection())
    base.execute("UPDATE col SET crt = ?, conf = ?", (created, json.dumps(conf)))
    base.commit()
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("collection.anki2", base.serialize())
    return read_package(path)[0].created


DAY = 1_700_006_400  # 2023-11-15, midnight in UTC
HOUR = 3600


@pytest.mark.parametrize(
    ("created", "conf"),
    [
        # Minutes west of UTC; the date there is the first day.
        (DAY, {"creationOffset": 0}),
        (DAY + 24 * HOUR - 1, {"creationOffset": 0}),
        (DAY - 8 * HOUR, {"creationOffset": -480}),
        (DAY - 4 * HOUR, {"creationOffset": -480}),
        (DAY + 28 * HOUR, {"creationOffset": 300}),
        # Without: at four in the morning, wherever it was.
        (DAY + 4 * HOUR, {}),
        (DAY - 4 * HOUR, {}),
        (DAY + 12 * HOUR, {}),
        (DAY - 7 * HOUR, {}),
        (DAY - 4 * HOUR, {"creationOffset": None}),
        (DAY - 4 * HOUR, {"creationOffset": "x"}),
    ],
)
def test_the_first_day_is_the_date_where_the_collection_was_made(
    created: int, conf: dict[str, object], tmp_path: Path
) -> None:
    assert first_day(tmp_path / "a.apkg", created, conf) // (24 * HOUR) == DAY // (24 * HOUR)


def test_a_package_of_genanki_is_read(tmp_path: Path) -> None:
    genanki = pytest.importorskip("genanki")
    (tmp_path / "湖.png").write_bytes(b"lake")
    model = genanki.Model(
        1_607_392_319,
        "简单",
        fields=[{"name": "题目"}, {"name": "答案"}],
        templates=[{"name": "卡片", "qfmt": "{{题目}}", "afmt": "{{答案}}"}],
        css=".card {}",
    )
    deck = genanki.Deck(2_059_400_110, "小镇::湖")
    deck.add_note(genanki.Note(model=model, fields=["湖在哪里？", "镇东"], tags=["湖"], guid="g1"))
    package = genanki.Package(deck, media_files=[str(tmp_path / "湖.png")])
    package.write_to_file(str(tmp_path / "a.apkg"), timestamp=1_700_000_000)
    read, problems = read_package(tmp_path / "a.apkg")
    assert problems == []
    (note_type,) = read.note_types
    assert (note_type.name, note_type.fields, note_type.css) == (
        "简单",
        ("题目", "答案"),
        ".card {}",
    )
    (note,) = read.notes
    assert note[1:] == ("g1", model.model_id, ("湖在哪里？", "镇东"), ("湖",), 1_700_000_000)
    (card,) = read.cards
    assert (card.note, card.deck, card.template) == (note.id, deck.deck_id, 0)
    assert [one.name for one in read.decks if one.id == deck.deck_id] == ["小镇::湖"]
    assert dict(read.media) == {"湖.png": b"lake"}


def test_json_of_old_clients_is_read(tmp_path: Path) -> None:
    """Ids and times as strings, fields out of order, keys that are no more."""
    path = tmp_path / "a.apkg"
    write_package(path, PACKAGE)
    base = sqlite3.connect(":memory:")
    base.deserialize(Archive(path).collection())
    ((models, decks),) = base.execute("SELECT models, decks FROM col")
    models, decks = json.loads(models), json.loads(decks)
    model, deck = models[str(BASIC.id)], decks[str(TEA.id)]
    model |= {"id": str(BASIC.id), "vers": [], "tags": [], "flds": model["flds"][::-1]}
    del model["latexsvg"], model["req"], model["sortf"]
    for field in model["flds"]:
        field["media"] = []
        del field["description"], field["plainText"]
    deck |= {"id": str(TEA.id), "mod": "5", "conf": "1", "return": True}
    del deck["desc"], deck["browserCollapsed"]
    base.execute("UPDATE col SET models = ?, decks = ?", (json.dumps(models), json.dumps(decks)))
    base.commit()
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("collection.anki2", base.serialize())
        file.writestr("media", "{}")
    read, problems = read_package(path)
    assert problems == []
    media = [{"media": []}] * 3
    extra = {"vers": [], "tags": [], "flds": media}
    assert read.note_types == (replace(BASIC, extra=extra), PACKAGE.note_types[1])
    assert read.decks[0] == replace(TEA, modified=5, extra={"return": True})
    # Written again it says all of that again.
    write_package(path, read)
    assert read_package(path)[0].note_types == read.note_types
