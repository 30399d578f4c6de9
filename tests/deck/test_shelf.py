import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from studykit.deck.file import load_deck, write_deck
from studykit.deck.ids import mint_ids
from studykit.deck.model import Deck
from studykit.deck.shelf import Shelf, open_shelf
from studykit.errors import DeckError
from tests.deck.making import CARDS, DECK

OTHER = Deck(
    "town",
    "小镇",
    "zh-Hans",
    mint_ids(replace(card, prompt=f"{card.prompt}？", fact="") for card in CARDS[:2]),
)
BY_HAND = "# 注\nformat: studykit-deck/1\ntitle: 手写\ncards:\n- prompt: 问\n  answer: 答\n"


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "decks.yaml"


@pytest.fixture
def county(tmp_path: Path) -> Path:
    write_deck(tmp_path / "county.yaml", DECK)
    return tmp_path / "county.yaml"


@pytest.fixture
def town(tmp_path: Path) -> Path:
    write_deck(tmp_path / "town.yaml", OTHER)
    return tmp_path / "town.yaml"


def cards_of(shelf: Shelf) -> list[object]:
    return [shelf.card(card_id) for _deck, card_id, _fact in shelf]


def test_a_shelf_has_the_cards_of_its_decks_in_order(cache: Path, county: Path, town: Path) -> None:
    shelf = open_shelf(cache, [county, town])
    assert shelf.problems == ()
    assert [(deck.path, deck.index.id) for deck in shelf.decks] == [
        (county, "county"),
        (town, "town"),
    ]
    assert list(shelf) == [
        *((0, card.id, card.fact) for card in DECK.cards),
        *((1, card.id, "") for card in OTHER.cards),
    ]
    assert cards_of(shelf) == [*DECK.cards, *OTHER.cards]
    assert len(shelf) == len(shelf.known) == 8
    assert shelf.deck_of(OTHER.cards[0].id).index.title == "小镇"
    assert shelf.deck_of(DECK.cards[-1].id).path == county


def test_an_unknown_card_is_told(cache: Path, county: Path) -> None:
    shelf = open_shelf(cache, [county])
    assert "nobody" not in shelf.known
    assert DECK.cards[0].id in shelf.known
    for ask in (shelf.card, shelf.deck_of):
        with pytest.raises(DeckError, match="nobody"):
            ask("nobody")


def test_an_empty_shelf_and_an_empty_deck_have_no_cards(cache: Path, county: Path) -> None:
    assert list(open_shelf(cache, [])) == []
    empty = county.with_name("empty.yaml")
    write_deck(empty, replace(OTHER, cards=()))
    shelf = open_shelf(cache, [empty, county, empty])
    assert [deck.index.id for deck in shelf.decks] == ["town", "county"]
    assert cards_of(shelf) == list(DECK.cards)
    assert shelf.deck_of(DECK.cards[0].id).path == county


def test_a_card_that_is_gone_is_not_on_the_shelf(cache: Path, county: Path) -> None:
    cards = (replace(DECK.cards[0], gone=True), *DECK.cards[1:])
    write_deck(county, replace(DECK, cards=cards))
    shelf = open_shelf(cache, [county])
    assert cards_of(shelf) == list(DECK.cards[1:])
    assert DECK.cards[0].id not in shelf.known


def rewrite_unnoticed(path: Path, data: bytes) -> None:
    """Change a file so that neither its size nor its time tells."""
    before = path.stat()
    path.write_bytes(data)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def test_a_deck_that_is_as_it_was_is_not_read(cache: Path, county: Path) -> None:
    first = open_shelf(cache, [county])
    rewrite_unnoticed(county, b"x" * county.stat().st_size)
    again = open_shelf(cache, [county])
    assert again == first
    assert again.problems == ()


def test_a_cache_that_holds_is_not_written(cache: Path, county: Path) -> None:
    open_shelf(cache, [county])
    before = cache.stat()
    open_shelf(cache, [county])
    assert (cache.stat().st_ino, cache.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_deck_that_has_changed_is_read_anew_and_the_others_are_not(
    cache: Path, county: Path, town: Path
) -> None:
    open_shelf(cache, [county, town])
    rewrite_unnoticed(county, b"x" * county.stat().st_size)
    write_deck(town, replace(OTHER, title="新的小镇"))
    shelf = open_shelf(cache, [county, town])
    assert [deck.index.title for deck in shelf.decks] == ["县域经济", "新的小镇"]
    rewrite_unnoticed(town, b"x" * town.stat().st_size)
    assert open_shelf(cache, [county, town]) == shelf


def test_a_deck_not_asked_for_stays_in_the_cache(cache: Path, county: Path, town: Path) -> None:
    both = open_shelf(cache, [county, town])
    open_shelf(cache, [town])
    rewrite_unnoticed(county, b"x" * county.stat().st_size)
    assert open_shelf(cache, [county, town]) == both


def test_a_deck_that_is_no_more_leaves_the_cache(cache: Path, county: Path, town: Path) -> None:
    open_shelf(cache, [county, town])
    county.unlink()
    open_shelf(cache, [town])
    assert "county" not in cache.read_text(encoding="utf-8")


@pytest.mark.parametrize("damage", [b"", b"\xff\xfe", b"[", b"format: studykit-index/0\ndecks:\n"])
def test_a_damaged_cache_is_made_anew(damage: bytes, cache: Path, county: Path) -> None:
    shelf = open_shelf(cache, [county])
    whole = cache.read_bytes()
    cache.write_bytes(damage)
    assert open_shelf(cache, [county]) == shelf
    assert cache.read_bytes() == whole


def test_a_torn_cache_is_made_anew(cache: Path, county: Path) -> None:
    shelf = open_shelf(cache, [county])
    whole = cache.read_bytes()
    cache.write_bytes(whole[:-20])
    assert open_shelf(cache, [county]) == shelf
    assert cache.read_bytes() == whole


@pytest.mark.parametrize("place", ["county.yaml/decks.yaml", "."])
def test_a_cache_that_cannot_be_written_is_no_failure(
    place: str, county: Path, tmp_path: Path
) -> None:
    shelf = open_shelf(tmp_path / place, [county])
    assert shelf.problems == ()
    assert cards_of(shelf) == list(DECK.cards)


@pytest.mark.parametrize("text", ["", "format: studykit-deck/1\ntitle: 甲\ncards: [{}]\n", None])
def test_a_deck_that_cannot_be_used_does_not_stop_the_others(
    text: str | None, cache: Path, county: Path, town: Path
) -> None:
    if text is None:
        county.unlink()
    else:
        county.write_text(text, encoding="utf-8")
    for _ in range(2):
        shelf = open_shelf(cache, [county, town])
        assert cards_of(shelf) == list(OTHER.cards)
        assert len(shelf.problems) == 1
        assert shelf.problems[0].startswith(f"{county}:")


def test_the_first_of_two_cards_with_one_id_counts(cache: Path, county: Path, town: Path) -> None:
    first, second = DECK.cards[:2]
    mine = (replace(OTHER.cards[0], id=second.id), OTHER.cards[1])
    write_deck(town, replace(OTHER, cards=mine))
    for decks, want in (
        ((county, town), [*DECK.cards, OTHER.cards[1]]),
        ((town, county), [*mine, first, *DECK.cards[2:]]),
    ):
        shelf = open_shelf(cache, decks)
        assert cards_of(shelf) == want
        assert len(shelf) == len(want)
        (line,) = shelf.problems
        assert line.startswith(f"{decks[1]}: 1 ")
        assert str(decks[0]) in line


def test_a_copy_of_a_deck_is_no_problem(cache: Path, county: Path) -> None:
    copy = county.with_name("copy.yaml")
    copy.write_bytes(county.read_bytes())
    shelf = open_shelf(cache, [county, copy])
    assert shelf.problems == ()
    assert {shelf.deck_of(card_id).path for card_id in shelf.known} == {county}


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(("old", "new"), [("装备制造", "制造"), ("format", "# 注\nformat")])
def test_a_deck_edited_meanwhile_gives_its_cards_as_they_are_now(
    old: str, new: str, cache: Path, county: Path
) -> None:
    shelf = open_shelf(cache, [county])
    edit(county, old, new)
    assert cards_of(shelf) == list(load_deck(county).cards)


def test_a_card_taken_out_meanwhile_is_told(cache: Path, county: Path) -> None:
    shelf = open_shelf(cache, [county])
    edit(county, DECK.cards[1].id, "other")
    with pytest.raises(DeckError, match=r"county.yaml: .*" + DECK.cards[1].id):
        shelf.card(DECK.cards[1].id)


def test_a_deck_by_hand_is_left_alone_until_ids_are_asked_for(cache: Path, tmp_path: Path) -> None:
    path = tmp_path / "hand.yaml"
    path.write_text(BY_HAND, encoding="utf-8")
    first = open_shelf(cache, [path])
    assert path.read_text(encoding="utf-8") == BY_HAND
    again = open_shelf(cache, [path], add_ids=True)
    (card_id,) = again.known
    assert first.known == again.known
    assert path.read_text(encoding="utf-8").count(f"id: {card_id}") == 1
    assert again.card(card_id) == first.card(card_id) == load_deck(path).cards[0]
    written = path.stat()
    open_shelf(cache, [path], add_ids=True)
    assert path.stat().st_ino == written.st_ino


def test_a_deck_by_hand_that_cannot_be_written_is_told_and_used(
    cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object) -> None:
        raise OSError(30, "Read-only file system")

    path = tmp_path / "hand.yaml"
    path.write_text(BY_HAND, encoding="utf-8")
    monkeypatch.setattr(os, "replace", fail)
    shelf = open_shelf(cache, [path], add_ids=True)
    assert [line.partition(":")[0] for line in shelf.problems] == [str(path)]
    assert [card.answer for card in cards_of(shelf)] == ["答"]  # type: ignore[attr-defined]


def run(code: str, *argv: str, cwd: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code, *argv],
        cwd=cwd, capture_output=True, text=True, timeout=60, check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    return done.stdout


def test_a_relative_path_is_told_by_where_it_leads(cache: Path, county: Path) -> None:
    write_deck(county.parent / "sub" / county.name, OTHER)
    code = (
        "import sys; from pathlib import Path; from studykit.deck.shelf import open_shelf;"
        "print(open_shelf(Path(sys.argv[1]), [Path('county.yaml')]).decks[0].index.id)"
    )
    folders: Sequence[Path] = (county.parent, county.parent / "sub", county.parent)
    found = [run(code, str(cache), cwd=folder).strip() for folder in folders]
    assert found == ["county", "town", "county"]


def test_a_cached_deck_and_its_cards_need_no_yaml(cache: Path, county: Path) -> None:
    open_shelf(cache, [county])
    code = (
        "import sys; from pathlib import Path; from studykit.deck.shelf import open_shelf;"
        "shelf = open_shelf(Path(sys.argv[1]), [Path(sys.argv[2])]);"
        "print(len([shelf.card(card_id) for card_id in shelf.known]));"
        "print({'yaml', 'studykit.deck.decode', 'studykit.deck.dump'} & {*sys.modules})"
    )
    assert run(code, str(cache), str(county), cwd=county.parent) == f"{len(DECK.cards)}\nset()\n"
