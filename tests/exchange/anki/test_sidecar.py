from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from studykit.cards.model import Card
from studykit.errors import ExchangeError
from studykit.exchange.anki.decks import decks_of
from studykit.exchange.anki.model import Package
from studykit.exchange.anki.sidecar import (
    Link,
    Sidecar,
    dump_sidecar,
    media_folder,
    parse_sidecar,
    sidecar_path,
    text_print,
)
from tests.deck.making import CARDS
from tests.exchange.anki.packages import BASIC, PACKAGE, packages

links = st.lists(
    st.builds(
        Link, st.integers(), st.text(), st.integers(), st.integers(), st.integers(), st.text()
    ),
    max_size=3,
).map(tuple)
SIDECAR = Sidecar(PACKAGE.note_types, PACKAGE.decks, PACKAGE.notes, (Link(1, "a", 11, 2, 0, "ff"),))
TEXT = dump_sidecar(SIDECAR)


@given(packages(), links)
def test_a_sidecar_comes_back(package: Package, found: tuple[Link, ...]) -> None:
    sidecar = Sidecar(package.note_types, package.decks, package.notes, found)
    text = dump_sidecar(sidecar)
    assert parse_sidecar(text, "a") == sidecar
    assert parse_sidecar(text.replace("\n", "\r\n"), "a") == sidecar


@given(packages())
def test_it_is_yaml(package: Package) -> None:
    sidecar = Sidecar(package.note_types, package.decks, package.notes)
    read = yaml.safe_load(dump_sidecar(sidecar))
    assert read["format"] == "studykit-anki/1"
    assert [tuple(note["fields"]) for note in read["notes"]] == [
        note.fields for note in package.notes
    ]
    assert [one["name"] for one in read["note_types"]] == [one.name for one in package.note_types]


def test_an_empty_one() -> None:
    assert parse_sidecar(dump_sidecar(Sidecar()), "a") == Sidecar()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ("format: studykit-deck/1\n", 1),
        (TEXT.replace("notes:\n", "others:\n"), 8),
        (TEXT.replace('"guid": "tea1"', '"guid": "tea1'), 9),
        (TEXT.replace('"guid": "tea1", ', ""), 9),
        (TEXT.replace('"flds": [', '"flds": 3, "x": ['), 3),
        (TEXT + "- []\n", 13),
        (TEXT + "- " + "[" * 100_000 + "\n", 13),
        (TEXT.replace("format: studykit-anki/1\nnote_types:", "format: studykit-anki/1"), 2),
    ],
)
def test_a_file_that_is_not_in_order_is_refused_with_its_line(text: str, line: int) -> None:
    with pytest.raises(ExchangeError, match=f"^a.anki.yaml:{line}: "):
        parse_sidecar(text, "a.anki.yaml")


def test_where_it_lies() -> None:
    assert sidecar_path(Path("decks/tang.yaml")) == Path("decks/tang.anki.yaml")
    assert media_folder(Path("decks/tang.yaml")) == Path("decks/tang.media")


def test_what_a_card_says_and_nothing_else() -> None:
    card = CARDS[0]
    assert text_print(card) != text_print(Card("qa", card.prompt, card.answer))
    for same in ({"id": "x"}, {"section": "x"}, {"tags": ("x",)}, {"fact": "x"}, {"gone": True}):
        assert text_print(replace(card, **same)) == text_print(card)


@given(packages())
def test_any_package_makes_decks_in_order(package: Package) -> None:
    found = decks_of(package, "a.apkg")
    ids = [card.id for one in found.decks for card in one.deck.cards]
    assert len(ids) == len({*ids})
    assert {*found.card_ids.values()} == {*ids}
    assert all(problem.path == "a.apkg" for problem in found.problems)


def test_media_go_with_the_deck_that_shows_them() -> None:
    (tea,) = decks_of(PACKAGE, "a").decks
    assert set(tea.media) == {"湖.png", "茶.mp3"}
    assert BASIC in (tea.sidecar.note_types if tea.sidecar else ())
