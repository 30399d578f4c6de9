"""The tables of Anki's messages, held against Anki's own: nothing of them is missing or misread."""

from pathlib import Path
from typing import Any

import pytest

from studykit.exchange.anki.read import read_package
from studykit.exchange.anki.schema18 import deck, note_type, preset
from tests.exchange.anki.collection import collection, make

pytest.importorskip("anki", reason="Anki itself is not installed here")

# Not in schema 11, or worked out anew by Anki, or of no meaning any more.
_NOT_KEPT = {"reqs", "other"}
# Anki brings numbers of these into their bounds.
_WITHIN = {
    "target_deck_id_unused": 0,
    "sort_field_idx": 1,
    "original_stock_kind": 2,
    "kind": 0,
    "last_day_studied": 0,
    "initial_ease": 2.3,
    "desired_retention": 0.93,
    "historical_retention": 0.81,
    "ignore_revlogs_before_date": "2020-01-02",
    "config_id": 1,
}


def filled(message: Any, seed: int) -> Any:
    """A message with a value of its own in every field."""
    for place, field in enumerate(message.DESCRIPTOR.fields, start=seed):
        if field.name in _NOT_KEPT:
            continue
        if field.message_type:
            target = getattr(message, field.name)
            filled(target.add() if field.is_repeated else target, place * 10)
            continue
        value: Any = _WITHIN.get(field.name)
        if value is None and field.enum_type:
            value = max(one.number for one in field.enum_type.values)
        elif value is None:
            kinds = {9: f"茶{place}", 8: True, 2: place + 0.1, 12: b"{}"}
            value = kinds.get(field.type, place + 1)
        if field.is_repeated:
            getattr(message, field.name).extend([value, value * 2])
        else:
            setattr(message, field.name, value)
    return message


def test_every_field_reads_alike_from_both_formats(tmp_path: Path) -> None:
    from anki.deck_config_pb2 import DeckConfig
    from anki.decks_pb2 import Deck
    from anki.notetypes_pb2 import Notetype

    with collection(tmp_path / "collection") as col:
        for name, fields in (("Basic (and reversed card)", 2), ("Cloze", 2)):
            note = col.new_note(col.models.by_name(name))
            note.fields[:] = ["{{c1::茶}}", "湖"][:fields]
            col.add_note(note, col.decks.id(f"小镇::{name[:5]}"))
        filtered = col.decks.new_filtered("突击")
        db = col.db
        for table, messages in (
            ("deck_config", {"config": DeckConfig.Config()}),
            ("notetypes", {"config": Notetype.Config()}),
            ("fields", {"config": Notetype.Field.Config()}),
            ("templates", {"config": Notetype.Template.Config()}),
            ("decks", {"common": Deck.Common(), "kind": Deck.KindContainer()}),
        ):
            for column, message in messages.items():
                if table == "decks" and column == "kind":
                    filled(message.normal, 3)
                else:
                    filled(message, 3)
                where = f" WHERE id != {filtered}" if column == "kind" else ""
                data = message.SerializeToString().hex()
                db.execute(f"UPDATE {table} SET {column} = x'{data}'{where}")
        container = Deck.KindContainer()
        filled(container.filtered, 5)
        data = container.SerializeToString().hex()
        db.execute(f"UPDATE decks SET kind = x'{data}' WHERE id = {filtered}")
        # Anki reads what it finds when it is opened.
        col.close()
        col.reopen()
        old, old_problems = read_package(make(col, tmp_path / "old.colpkg", legacy=True))
        new, new_problems = read_package(make(col, tmp_path / "new.colpkg", legacy=False))
    assert old_problems == new_problems == []
    assert new.presets == old.presets
    assert new.decks == old.decks
    assert new.note_types == old.note_types
    (options,) = (one.options for one in new.presets if one.id == 1)
    assert options["new"]["initialFactor"] == 2300
    assert options["desiredRetention"] == 0.93
    assert options["weightSearch"].startswith("茶")
    assert any(one.extra.get("dyn") for one in new.decks)


@pytest.mark.parametrize(
    "data", [b"\x08", b"\xff", b"\x0a\x05ab", b"\x0f", b"\xff" * 11, b"\x1d\x00"]
)
def test_bytes_that_are_no_message_are_refused(data: bytes) -> None:
    head = {"id": 1, "name": "a", "mod": 0}
    with pytest.raises(ValueError, match="damaged message"):
        preset(head, data)
    with pytest.raises(ValueError, match="damaged message"):
        deck(head, data, b"")
    with pytest.raises(ValueError, match="damaged message"):
        deck(head, b"", data)
    with pytest.raises(ValueError, match="damaged message"):
        note_type(head, data, [], [])
    with pytest.raises(ValueError, match="damaged message"):
        note_type(head, b"", [("a", data)], [])
