"""Our notes in the official Anki and back; its own notes here and back there."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from studykit.cards.model import Card
from studykit.deck.model import Deck
from studykit.exchange.anki.decks import Imported, decks_of
from studykit.exchange.anki.model import Package
from studykit.exchange.anki.note_types import field_names
from studykit.exchange.anki.notes import Notes, notes_of
from studykit.exchange.anki.read import read_package
from studykit.exchange.anki.sidecar import dump_sidecar, parse_sidecar
from studykit.exchange.anki.write import write_package
from tests.deck.making import DECK, decks
from tests.exchange.anki.collection import collection, is_in_order, make, take

pytest.importorskip("anki.collection", reason="the official Anki is not installed")

WHEN = 1_700_000_000
LATER = 2_000_000_000
NO_LINE = {}.get
FORMATS = pytest.mark.parametrize("legacy", [True, False], ids=["older", "current"])


@pytest.fixture
def mine(tmp_path: Path) -> Iterator[Any]:
    with collection(tmp_path / "mine") as col:
        yield col


@pytest.fixture
def theirs(tmp_path: Path) -> Iterator[Any]:
    with collection(tmp_path / "theirs") as col:
        yield col


def package_of(*parts: Notes, media: dict[str, bytes] | None = None) -> Package:
    return Package(
        created=WHEN,
        note_types=tuple({one.id: one for part in parts for one in part.note_types}.values()),
        decks=tuple(deck for part in parts for deck in part.decks),
        notes=tuple(note for part in parts for note in part.notes),
        cards=tuple(card for part in parts for card in part.cards),
        media=media or {},
    )


def packed(deck: Deck, when: int = WHEN) -> Package:
    return package_of(notes_of(deck, NO_LINE, lambda card: when))


def imported(path: Path) -> Imported:
    package, problems = read_package(path)
    assert problems == []
    return decks_of(package, str(path))


def test_the_note_types_are_anki_s_as_we_wrote_them(mine: Any, tmp_path: Path) -> None:
    write_package(tmp_path / "a.apkg", packed(DECK))
    assert take(mine, tmp_path / "a.apkg") == {"new": 6}
    assert is_in_order(mine)
    for card in DECK.cards:
        kind = mine.models.by_name(f"studykit {card.type}")
        assert tuple(field["name"] for field in kind["flds"]) == field_names(card.type)
        assert kind["flds"][-1]["collapsed"]
    assert mine.card_count() == 6
    assert mine.decks.by_name("县域经济::农业")
    for id_ in mine.find_cards(""):
        shown = mine.get_card(id_)
        assert shown.question()
        assert "{{" not in shown.question() + shown.answer()


@FORMATS
@settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], database=None
)
@given(deck=decks)
def test_any_deck_comes_back_out_of_anki(
    tmp_path_factory: pytest.TempPathFactory, legacy: bool, deck: Deck
) -> None:
    folder = tmp_path_factory.mktemp("deck")
    write_package(folder / "a.apkg", packed(deck))
    with collection(folder / "col") as col:
        outcome = take(col, folder / "a.apkg")
        assert outcome == ({"new": len(deck.cards)} if deck.cards else {})
        if not deck.cards:
            return
        assert is_in_order(col)
        found = imported(make(col, folder / "b.apkg", legacy=legacy))
    assert found.problems == ()
    assert [one.deck for one in found.decks] == [deck]


def test_an_edited_deck_updates_just_the_edited_notes(mine: Any, tmp_path: Path) -> None:
    write_package(tmp_path / "a.apkg", packed(DECK))
    take(mine, tmp_path / "a.apkg")
    edited = replace(DECK.cards[3], explanation="改过")
    newer = replace(DECK, cards=(*DECK.cards[:3], edited, *DECK.cards[4:]))
    parts = notes_of(newer, NO_LINE, lambda card: LATER if card is edited else WHEN)
    write_package(tmp_path / "b.apkg", package_of(parts))
    assert take(mine, tmp_path / "b.apkg") == {"updated": 1, "duplicate": 5}
    assert imported(make(mine, tmp_path / "c.apkg", legacy=False)).decks[0].deck == newer


def fill(col: Any) -> None:
    """Notes of every kind that Anki has of its own, and one of a person's."""
    deck = col.decks.id("历史::唐代")
    col.media.write_data("map.png", b"\x89PNG map")
    col.media.write_data("长安 1.mp3", b"ID3")

    def add(kind: str, *fields: str, tags: str = "") -> None:
        note = col.new_note(col.models.by_name(kind))
        note.fields[: len(fields)] = fields
        note.tags = tags.split()
        col.add_note(note, deck)

    add("Basic", "唐朝<b>建立</b>于何年？", "618年<br>（武德元年）", tags="唐 年代::隋唐")
    add("Basic", '看图：<img src="map.png">', "长安[sound:长安 1.mp3]")
    add("Basic (and reversed card)", "贞观", "627&nbsp;–&nbsp;649")
    add("Basic (optional reversed card)", "开元", "玄宗", "是")
    add("Basic (optional reversed card)", "天宝", "玄宗")
    add("Basic (type in the answer)", "都城", "长安")
    add("Cloze", "{{c1::李渊}}在{{c2::618年::哪年}}称帝，国号{{c3::唐}}。", "见《旧唐书》")
    add("Cloze", "{{c1::安禄山::谁}}与{{c1::史思明}}起兵。")
    add("Cloze", "{{c1::玄奘取经于{{c2::天竺}}}}。")
    kind = col.models.new("我的")
    for name in ("词", "义", "例"):
        col.models.add_field(kind, col.models.new_field(name))
    template = col.models.new_template("认")
    template["qfmt"] = "<i>释义：</i>{{词}}{{#例}}<div>例：{{例}}</div>{{/例}}"
    template["afmt"] = "{{FrontSide}}<hr id='answer'>{{义}}"
    col.models.add_template(kind, template)
    col.models.add(kind)
    add("我的", "府兵", "兵农合一之制", "折冲府")
    col.add_image_occlusion_notetype()
    box = "{{c%d::image-occlusion:rect:left=.1:top=.%d:width=.2:height=.2}}"
    masks = box % (1, 1) + "<br>" + box % (2, 5)
    add("Image Occlusion", masks, '<img src="map.png">', "唐代疆域", "图注")


SAID = [
    ("唐朝建立于何年？", "618年\n（武德元年）"),
    ("看图：![](map.png)", "长安![](<长安 1.mp3>)"),
    ("贞观", "627 – 649"),
    ("627 – 649", "贞观"),
    ("开元", "玄宗"),
    ("玄宗", "开元"),
    ("天宝", "玄宗"),
    ("都城", "长安"),
    ("____在618年称帝，国号唐。", ("李渊",)),
    ("李渊在____（哪年）称帝，国号唐。", ("618年",)),
    ("李渊在618年称帝，国号____。", ("唐",)),
    ("____（谁）与____起兵。", ("安禄山", "史思明")),
    ("____。", ("玄奘取经于天竺",)),
    ("玄奘取经于____。", ("天竺",)),
    ("释义：府兵\n例：折冲府", "兵农合一之制"),
    ("唐代疆域\n![](map.png)\n（1/2）", "唐代疆域\n![](map.png)\n图注"),
    ("唐代疆域\n![](map.png)\n（2/2）", "唐代疆域\n![](map.png)\n图注"),
]


@FORMATS
def test_what_anki_s_own_notes_say_here(theirs: Any, tmp_path: Path, legacy: bool) -> None:
    fill(theirs)
    found = imported(make(theirs, tmp_path / "a.apkg", legacy=legacy))
    assert [one.deck.title for one in found.decks] == ["历史"]
    deck = found.decks[0].deck
    assert [(card.prompt, card.answer) for card in deck.cards] == SAID
    assert {card.section for card in deck.cards} == {"唐代"}
    assert deck.cards[0].tags == ("唐", "年代::隋唐")
    assert deck.cards[8].explanation == "见《旧唐书》"
    assert len({card.id for card in deck.cards}) == len(SAID)
    assert set(found.decks[0].media) == {"map.png", "长安 1.mp3"}
    assert [str(problem) for problem in found.problems] == [
        f"{tmp_path / 'a.apkg'}:1: 2 cards hide parts of pictures; here they show the whole"
    ]


def state(col: Any) -> dict[str, Any]:
    """All that is of notes and cards in a collection."""
    names = {one.id: one.name for one in col.decks.all_names_and_ids()}
    kinds = {kind["id"]: kind["name"] for kind in col.models.all()}
    out = {}
    for id_ in col.find_notes(""):
        note = col.get_note(id_)
        cards = [(card.ord, names[card.did]) for card in note.cards()]
        out[note.guid] = (kinds[note.mid], note.fields, sorted(note.tags), cards)
    return out


def again(found: Imported, change: Any = None) -> Package:
    """The decks as a package once more, their sidecars through a file."""
    parts = []
    for one in found.decks:
        assert one.sidecar is not None
        sidecar = parse_sidecar(dump_sidecar(one.sidecar), "a.anki.yaml")
        assert sidecar == one.sidecar
        deck = change(one.deck) if change else one.deck
        parts.append(notes_of(deck, NO_LINE, lambda card: LATER, sidecar=sidecar))
    assert [line for part in parts for line in part.unsaid] == []
    return package_of(*parts)


@FORMATS
def test_a_package_of_anki_s_goes_back_as_it_was(
    mine: Any, theirs: Any, tmp_path: Path, legacy: bool
) -> None:
    fill(theirs)
    before = state(theirs)
    found = imported(make(theirs, tmp_path / "a.apkg", legacy=legacy))
    write_package(tmp_path / "b.apkg", again(found))
    assert take(mine, tmp_path / "b.apkg") == {"new": len(before)}
    assert is_in_order(mine)
    # Anki calls a note type of a taken name "…+", in whatever package it comes.
    with collection(tmp_path / "control") as control:
        take(control, tmp_path / "a.apkg")
        assert state(mine) == state(control)
    # Where they came from, nothing is new.
    assert take(theirs, tmp_path / "b.apkg") == {"duplicate": len(before)}
    assert state(theirs) == before
    once_more = imported(make(mine, tmp_path / "c.apkg", legacy=legacy))
    assert [one.deck for one in once_more.decks] == [one.deck for one in found.decks]


def test_edits_here_reach_the_notes_they_came_from(theirs: Any, tmp_path: Path) -> None:
    fill(theirs)
    before = state(theirs)
    found = imported(make(theirs, tmp_path / "a.apkg", legacy=False))

    def change(deck: Deck) -> Deck:
        cards = list(deck.cards)
        cards[0] = replace(cards[0], prompt="唐朝始于何年？", tags=("唐",))
        cards[3] = replace(cards[3], answer="贞观（太宗）")
        cards[7] = replace(cards[7], answer="长安城")
        prompt = "____（谁）和____一同起兵。"
        cards[11] = replace(cards[11], prompt=prompt, explanation="755年")
        return replace(deck, cards=(*cards, Card("qa", "新的？", "是", id="new1")))

    write_package(tmp_path / "b.apkg", again(found, change))
    assert take(theirs, tmp_path / "b.apkg") == {"new": 1, "updated": 4, "duplicate": 7}
    after = state(theirs)
    changed = [after[guid][1] for guid in after if after[guid] != before.get(guid)]
    assert sorted(fields[:2] for fields in changed) == sorted(
        [
            ["唐朝始于何年？", "618年<br>（武德元年）"],
            ["贞观（太宗）", "627&nbsp;–&nbsp;649"],
            ["都城", "长安城"],
            ["{{c1::安禄山::谁}}和{{c1::史思明}}一同起兵。", "755年"],
            ["新的？", "是"],
        ]
    )
    assert after[found.decks[0].deck.cards[0].id][2] == ["唐"]
    assert is_in_order(theirs)
