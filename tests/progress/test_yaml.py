"""Every file of a learner reads the same by YAML 1.1 (PyYAML) and by YAML 1.2."""

from dataclasses import replace

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from studykit.errors import Problem
from studykit.progress.config import change_setting
from studykit.progress.deck_list import add_decks
from studykit.progress.setting_values import shown_settings
from studykit.progress.snapshot import Snapshot, dump_snapshot, number
from studykit.scheduling.model import PHASES, CardState
from studykit.scheduling.settings import Settings
from tests.progress.making import Clock, at_work, folder_at, log_text
from tests.progress.records import ANY

yaml12 = pytest.importorskip("yaml12")
# Ids that are something else than a text where they have no quotes, or hold what has a meaning.
CARDS = [
    "no", "010", "12:30", "1e3", "null", "~", "2026-11-25", "<<", "a: b", 'a"b', "a\\b", "茶 #1",
    "a\u2028b", "\ufeffx", "a\tb", "😀", "é", "{}", "- a", "*a", "!x", "%a", "@a", "`a", "?",
    "a\x85b", "a\0b", "0x1f", "0o17", ".inf", "+1", "1_000", "a'b", "yes", "True", "=",
]  # fmt: skip


def both(text: str):
    """What both make of a text; fails where they differ, in a value or in its type."""
    old, new = yaml.safe_load(text), yaml12.parse_yaml(text)
    assert repr(old) == repr(new)
    return old


@pytest.fixture
def folder(tmp_path):
    folder = folder_at(tmp_path / "me")
    with at_work(folder, Clock()) as session:
        for card in CARDS:
            session.grade(card, "again", 900)
            session.grade(card, "easy", 900, practice=True)
            session.mark(card, "flag")
            session.mark(card, "bury")
        session.undo()
    return folder


def test_the_log(folder):
    items = both(log_text(folder))
    assert [item["card"] for item in items if item.get("rating") == "again"] == CARDS
    assert items[0] == {"format": "studykit-log/1"}


def test_the_snapshot(folder):
    (path,) = folder.logs()
    path.write_text(log_text(folder) + '- {id: "a", card: "é"}\nhm\n', encoding="utf-8")
    with at_work(folder, Clock()) as session:
        session.grade("a", "good", 1)
    snapshot = both(folder.snapshot.read_text(encoding="utf-8"))
    assert {card["card"] for card in snapshot["cards"]} == {*CARDS, "a"}
    assert len(snapshot["problems"]) == 2
    assert snapshot["logs"][0]["size"] == path.stat().st_size


def test_the_list_of_decks(folder, tmp_path):
    paths = [tmp_path / f"{n} {name}.yaml" for n, name in enumerate(CARDS) if "\0" not in name]
    add_decks(folder, paths)
    assert both(folder.decks.read_text(encoding="utf-8"))["decks"] == [
        str(path.resolve()) for path in paths
    ]


def test_the_settings(folder):
    for key, shown in shown_settings(replace(Settings(), timezone="Asia/Shanghai")).items():
        value = shown.strip("[]").split(", ") if shown.startswith("[") else shown
        change_setting(folder.config, key, [one for one in value if one] if "[" in shown else value)
    found = both(folder.config.read_text(encoding="utf-8"))
    assert found["desired_retention"] == 0.9
    assert found["learning_steps"] == ["1m", "10m"]
    assert found["fuzz"] is True


@given(
    st.builds(
        CardState,
        ANY,
        st.sampled_from(PHASES),
        stability=st.floats(0, 1e20),
        difficulty=st.floats(1, 10),
        suspended=st.booleans(),
        flagged=st.booleans(),
    )
)
def test_any_state(state):
    problem = Problem('/tmp/茶 "a".yaml', 3, "x: \n\ty")
    text = dump_snapshot(Snapshot("00", (), {state.card: state}, (problem,))).decode("utf-8")
    (found,) = both(text)["cards"]
    assert (found["card"], found["stability"]) == (state.card, state.stability)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_reads_back_the_same(value):
    assert both(f"- {number(value)}\n") == [value]
