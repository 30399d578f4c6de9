"""Packages as the official Anki takes and makes them."""

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from studykit.exchange.anki.model import AnkiDeck, Package, Preset
from studykit.exchange.anki.read import read_package
from studykit.exchange.anki.schema11 import complete
from studykit.exchange.anki.write import write_package
from tests.benchmarks.anki import NOTES, REVIEWS, large_package
from tests.exchange.anki.collection import collection, is_in_order, make, take
from tests.exchange.anki.packages import BASIC, PACKAGE, TEA

pytest.importorskip("anki", reason="Anki itself is not installed here")


@pytest.fixture
def col(tmp_path: Path) -> Iterator[Any]:
    with collection(tmp_path / "collection") as opened:
        yield opened


def written(path: Path, package: Package = PACKAGE) -> Path:
    write_package(path, package)
    return path


def held(path: Path) -> Package:
    """What is in a package that must be in order, its media read."""
    package, problems = read_package(path)
    assert problems == []
    return replace(package, media=dict(package.media))


def notes_of(col: Any) -> dict[str, tuple[Any, ...]]:
    rows = col.db.all("SELECT guid, mid, flds, tags FROM notes ORDER BY guid")
    return {guid: (mid, flds.split("\x1f"), tags.split()) for guid, mid, flds, tags in rows}


def expected_notes(package: Package) -> dict[str, tuple[Any, ...]]:
    return {n.guid: (n.type, list(n.fields), sorted(n.tags)) for n in package.notes}


def test_anki_takes_a_package_whole(col: Any, tmp_path: Path) -> None:
    assert take(col, written(tmp_path / "a.apkg")) == {"new": 2}
    assert is_in_order(col)
    assert notes_of(col) == expected_notes(PACKAGE)
    for note_type in PACKAGE.note_types:
        theirs = col.models.get(note_type.id)
        assert theirs["name"] == note_type.name
        assert tuple(field["name"] for field in theirs["flds"]) == note_type.fields
        sides = [(one["name"], one["qfmt"], one["afmt"]) for one in theirs["tmpls"]]
        assert sides == [(t.name, t.question, t.answer) for t in note_type.templates]
        assert theirs["css"] == note_type.css
    names = {deck.name for deck in col.decks.all_names_and_ids()}
    assert names == {"Default", *(deck.name for deck in PACKAGE.decks)}
    columns = "nid, ord, type, queue, ivl, factor, reps, lapses, flags"
    assert [tuple(row) for row in col.db.all(f"SELECT {columns} FROM cards ORDER BY id")] == [
        (c.note, c.template, c.type, c.queue, c.interval, c.factor, c.reps, c.lapses, c.flags)
        for c in PACKAGE.cards
    ]
    rows = col.db.all("SELECT id, cid, ease, ivl, lastIvl, factor, time, type FROM revlog")
    assert [tuple(row) for row in rows] == list(PACKAGE.reviews)
    assert {
        name: (Path(col.media.dir()) / name).read_bytes() for name in PACKAGE.media
    } == PACKAGE.media


def test_due_dates_arrive_on_the_day_they_name(col: Any, tmp_path: Path) -> None:
    noon = int(time.time()) // 86_400 * 86_400 + 43_200
    today = col.sched.today
    days = [0, 1, 400]
    package = replace(
        PACKAGE,
        created=noon - 100 * 86_400,
        cards=tuple(
            card._replace(type=2, queue=2, due=100 + days_, interval=5)
            for card, days_ in zip(PACKAGE.cards, days, strict=False)
        ),
        reviews=(),
    )
    take(col, written(tmp_path / "a.apkg", package))
    # The collection's own day and that in UTC may differ by one.
    offset = col.db.scalar("SELECT min(due) FROM cards") - today
    assert abs(offset) <= 1
    dues = col.db.list("SELECT due FROM cards ORDER BY id")
    assert [due - today - offset for due in dues] == days


def test_a_second_import_changes_nothing(col: Any, tmp_path: Path) -> None:
    path = written(tmp_path / "a.apkg")
    take(col, path)
    before = [col.db.all(f"SELECT * FROM {table}") for table in ("notes", "cards", "revlog")]
    assert take(col, path) == {"duplicate": 2}
    assert [col.db.all(f"SELECT * FROM {t}") for t in ("notes", "cards", "revlog")] == before
    assert is_in_order(col)


def test_only_edited_notes_are_updated_and_progress_stays(col: Any, tmp_path: Path) -> None:
    take(col, written(tmp_path / "a.apkg"))
    col.db.execute("UPDATE cards SET reps = 77, ivl = 99 WHERE nid = 11 AND ord = 0")
    cards = col.db.all("SELECT * FROM cards")
    first = PACKAGE.notes[0]
    edited = first._replace(fields=("茶叶的产量？", *first.fields[1:]), modified=first.modified + 1)
    package = replace(PACKAGE, notes=(edited, *PACKAGE.notes[1:]))
    assert take(col, written(tmp_path / "b.apkg", package)) == {"updated": 1, "duplicate": 1}
    assert notes_of(col) == expected_notes(package)
    assert col.db.all("SELECT * FROM cards") == cards
    assert is_in_order(col)


def test_a_large_package_is_taken_whole_and_updated_where_it_was_edited(
    col: Any, tmp_path: Path
) -> None:
    package = large_package()
    path = written(tmp_path / "a.apkg", package)
    assert take(col, path) == {"new": NOTES}
    assert is_in_order(col)
    assert col.db.scalar("SELECT count(*) FROM revlog") == REVIEWS
    assert take(col, path) == {"duplicate": NOTES}
    learned = col.db.all("SELECT id, due, ivl, reps, data FROM cards")
    edited = tuple(
        note._replace(fields=(*note.fields[:1], f"{n}", *note.fields[2:]), modified=2_000_000_000)
        if n % 100 == 0
        else note
        for n, note in enumerate(package.notes)
    )
    written(path, replace(package, notes=edited))
    assert take(col, path) == {"updated": NOTES // 100, "duplicate": NOTES - NOTES // 100}
    assert notes_of(col) == expected_notes(replace(package, notes=edited))
    assert col.db.all("SELECT id, due, ivl, reps, data FROM cards") == learned
    assert is_in_order(col)
    assert held(make(col, tmp_path / "b.apkg", legacy=False)).reviews == package.reviews


def test_extra_keys_and_options_reach_anki_and_come_back_in_both_formats(
    col: Any, tmp_path: Path
) -> None:
    preset = Preset(
        1_660_000_000_001,
        "勤",
        complete({"desiredRetention": 0.87, "fsrsParams6": [0.1] * 21, "new": {"perDay": 33}}),
    )
    fields = [{"font": "宋体", "rtl": True}, {"size": 31, "x": [1]}, {"sticky": True}]
    note_type = replace(
        BASIC,
        extra={
            "latexPre": "\\a",
            "studykit": {"a": ["茶"]},
            "flds": fields,
            "tmpls": [{"bqfmt": "{{题目}}"}, {"y": 1}],
        },
    )
    deck = AnkiDeck(TEA.id, TEA.name, "说明<br>", preset.id, 5, {"studykit": {"made": ["a"]}})
    package = replace(
        PACKAGE,
        note_types=(note_type, PACKAGE.note_types[1]),
        decks=(deck, PACKAGE.decks[1]),
        presets=(preset,),
    )
    take(col, written(tmp_path / "a.apkg", package))
    for legacy in (True, False):
        back = held(make(col, tmp_path / f"{legacy}.apkg", legacy=legacy))
        types = {one.id: one for one in back.note_types}
        extra = types[note_type.id].extra
        assert extra["latexPre"] == "\\a"
        assert extra["studykit"] == {"a": ["茶"]}
        assert [
            {key: value for key, value in field.items() if key != "id"} for field in extra["flds"]
        ] == fields
        assert extra["tmpls"][0]["bqfmt"] == "{{题目}}"
        assert extra["tmpls"][1]["y"] == 1
        (deck_back,) = (one for one in back.decks if one.name == TEA.name)
        assert deck_back.description == "说明<br>"
        assert deck_back.extra["studykit"] == {"made": ["a"]}
        (preset_back,) = (one for one in back.presets if one.name == "勤")
        assert deck_back.preset == preset_back.id
        assert preset_back.options["desiredRetention"] == 0.87
        assert preset_back.options["fsrsParams6"] == [0.1] * 21
        assert preset_back.options["new"]["perDay"] == 33


def studied(col: Any) -> None:
    """A collection with notes of several types, media, reviews of its own, a filtered deck."""
    from anki.consts import QUEUE_TYPE_SUSPENDED

    col.media.write_data("湖 1.png", b"lake")
    col.media.write_data("empty.mp3", b"")
    deck = col.decks.id("小镇::湖")
    config = col.decks.add_config("勤")
    config["new"]["perDay"], config["desiredRetention"] = 44, 0.93
    config["fsrsParams6"] = [0.212, 1.2931] + [0.5] * 19
    col.decks.update_config(config)
    col.decks.set_config_id_for_deck_dict(col.decks.get(deck), config["id"])
    for name, fields in (
        ("Basic", ["湖在哪里？<img src='湖 1.png'>", "镇东"]),
        ("Basic (and reversed card)", ["船", "boat"]),
        ("Basic (type in the answer)", ["深？[sound:empty.mp3]", "8 米"]),
        ("Cloze", ["湖面{{c1::三}}平方公里，{{c2::两}}条河流入", "补充"]),
    ):
        note = col.new_note(col.models.by_name(name))
        note.fields[:] = fields
        note.tags = ["湖", "农业::渔"]
        col.add_note(note, deck)
    col.set_config("fsrs", True)
    col.decks.select(deck)
    col.decks.set_current(deck)
    for rating in (3, 4, 1):
        card = col.sched.getCard()
        col.sched.answerCard(card, rating)
    last = col.db.scalar("SELECT max(id) FROM cards")
    col.sched.suspend_cards([last])
    assert col.get_card(last).queue == QUEUE_TYPE_SUSPENDED
    col.set_user_flag_for_cards(2, [last])
    filtered = col.sched.get_or_create_filtered_deck(0)
    filtered.name = "突击"
    filtered.config.search_terms[0].search = "is:suspended"
    filtered.config.delays.extend([1.5])
    filtered.allow_empty = True
    col.sched.add_or_update_filtered_deck(filtered)


@pytest.mark.parametrize("suffix", ["apkg", "colpkg"])
def test_a_package_of_anki_is_read_whole_and_alike_in_both_formats(
    suffix: str, col: Any, tmp_path: Path
) -> None:
    studied(col)
    old = held(make(col, tmp_path / f"old.{suffix}", legacy=True))
    new = held(make(col, tmp_path / f"new.{suffix}", legacy=False))
    assert new == old
    assert notes_of(col) == expected_notes(new)
    columns = "id, nid, did, ord, mod, type, queue, due, ivl, factor, reps, lapses, left"
    rows = col.db.all(f"SELECT {columns}, odue, odid, flags, data FROM cards ORDER BY id")
    assert [tuple(row) for row in rows] == list(new.cards)
    rows = col.db.all("SELECT id, cid, ease, ivl, lastIvl, factor, time, type FROM revlog")
    assert [tuple(row) for row in rows] == list(new.reviews)
    assert len(new.reviews) == 3
    assert new.media == {"湖 1.png": b"lake", "empty.mp3": b""}
    names = [deck.name for deck in new.decks]
    assert sorted(names) == sorted(deck.name for deck in col.decks.all_names_and_ids())
    filtered = next(deck for deck in new.decks if deck.name == "突击")
    assert filtered.extra["dyn"] == 1
    preset = next(preset for preset in new.presets if preset.name == "勤")
    assert preset.options["new"]["perDay"] == 44
    assert preset.options["fsrsParams6"] == [0.212, 1.2931] + [0.5] * 19


@pytest.mark.parametrize("legacy", [True, False])
def test_a_package_of_anki_written_again_is_the_same_to_anki(
    legacy: bool, col: Any, tmp_path: Path
) -> None:
    studied(col)
    package = held(make(col, tmp_path / "theirs.apkg", legacy=legacy))
    ours = written(tmp_path / "ours.apkg", package)
    assert held(ours) == package
    # Nothing is new to the collection it comes from…
    assert take(col, ours) == {"duplicate": 4}
    assert is_in_order(col)
    # …and all of it to another, as if Anki had written it.
    tables = ("notes", "cards", "revlog")
    took = []
    for name, path in (("a", tmp_path / "theirs.apkg"), ("b", ours)):
        with collection(tmp_path / name) as other:
            assert take(other, path) == {"new": 4}
            assert is_in_order(other)
            took.append([other.db.all(f"SELECT * FROM {table}") for table in tables])
    assert took[0][0] == took[1][0]
    assert took[0][2] == took[1][2]
    assert len(took[0][1]) == len(took[1][1])
