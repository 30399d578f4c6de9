from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from studykit.deck.index_model import DeckIndex, IndexedFile
from studykit.deck.index_text import dump_indexes, parse_indexes
from tests.deck.making import filled, texts


@st.composite
def indexes(draw: st.DrawFn) -> DeckIndex:
    ids = draw(st.lists(filled | st.just("-") | st.just("%2D"), max_size=25))
    column = st.integers(0, 10**9)
    same = {"min_size": len(ids), "max_size": len(ids)}
    return DeckIndex(
        draw(filled),
        draw(texts),
        tuple(ids),
        tuple(draw(st.lists(texts | st.just("-"), **same))),
        tuple(draw(st.lists(column, **same))),
        tuple(draw(st.lists(column, **same))),
        draw(st.booleans()),
    )


names = filled.filter(lambda text: "/" not in text and "\0" not in text)
files = st.builds(
    IndexedFile, names.map(Path), st.integers(0, 10**10), st.integers(-(10**18), 2**63), indexes()
)
SOME = IndexedFile(
    Path("/decks/县.yaml"),
    4096,
    1_750_000_000_000_000_000,
    DeckIndex(
        "county",
        "县域 “经济”",
        ("a1", "a 2", "a3"),
        ("f1", "", "-"),
        (90, 150, 300),
        (150, 290, 400),
    ),
)
TEXT = dump_indexes([SOME])


@given(st.lists(files, max_size=3))
def test_indexes_come_back_as_they_were(some: list[IndexedFile]) -> None:
    assert parse_indexes(dump_indexes(some)) == tuple(some)


def test_any_yaml_reader_sees_words() -> None:
    assert yaml.safe_load(TEXT) == {
        "format": "studykit-index/1",
        "decks": [
            {
                "path": "/decks/县.yaml",
                "size": 4096,
                "mtime_ns": 1_750_000_000_000_000_000,
                "id": "county",
                "title": "县域 “经济”",
                "unsaved": False,
                "ids": "a1 a%202 a3",
                "facts": "f1 - %2D",
                "starts": "90 150 300",
                "ends": "150 290 400",
            }
        ],
    }


@given(st.lists(files, max_size=2))
def test_many_words_are_one_scalar_for_yaml(some: list[IndexedFile]) -> None:
    loaded = yaml.safe_load(dump_indexes(some))["decks"] or []
    starts = [tuple(map(int, deck["starts"].split())) for deck in loaded]
    assert starts == [file.index.starts for file in some]


@pytest.mark.parametrize("size", range(len(TEXT)))
def test_a_torn_text_has_no_deck(size: int) -> None:
    assert not parse_indexes(TEXT[:size])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("studykit-index/1", "studykit-index/2"),
        ("decks:\n", "decks:\n# 注\n"),
        ("size: 4096", "size: 4 KB"),
        ("id: county", "id: [county]"),
        ("title: ", "title: 甲: "),
        ("unsaved: false", "unsaved: no"),
        ("90 150 300", "90 150"),
        ("90 150 300", "90 150 end"),
        ("f1 - ", "f1 "),
        ("\n", "\r\n"),
        ("  ids: >-", "  ids: >"),
    ],
)
def test_a_damaged_text_is_none(old: str, new: str) -> None:
    assert old in TEXT
    assert parse_indexes(TEXT.replace(old, new)) is None
