"""Packages for the tests: a small one by hand, and any at all for properties."""

from typing import Any

from hypothesis import strategies as st

from studykit.exchange.anki.model import (
    AnkiCard,
    AnkiDeck,
    Note,
    NoteType,
    Package,
    Preset,
    Review,
    Template,
)
from studykit.exchange.anki.schema11 import complete

BASIC = NoteType(
    id=1_700_000_000_001,
    name="问答",
    fields=("题目", "答案", "Data"),
    templates=(
        Template("卡片 1", "{{题目}}", "{{FrontSide}}<hr id=answer>{{答案}}"),
        Template("卡片 2", "{{答案}}", "{{FrontSide}}<hr id=answer>{{题目}}"),
    ),
    css=".card { font-size: 20px; }",
    modified=1_700_000_000,
)
CLOZE = NoteType(
    id=1_700_000_000_002,
    name="填空",
    fields=("Text", "Extra"),
    templates=(Template("填空", "{{cloze:Text}}", "{{cloze:Text}}<br>{{Extra}}"),),
    kind="cloze",
    modified=1_700_000_001,
)
TEA, LAKE = AnkiDeck(1_650_000_000_001, "小镇"), AnkiDeck(1_650_000_000_002, "小镇::湖")
# `lrt` is the second of the last review, as Check Database wants it.
MEMORY = '{"s":30.5,"d":5.12,"lrt":1690100000}'
PACKAGE = Package(
    created=1_690_000_000,
    note_types=(BASIC, CLOZE),
    decks=(TEA, LAKE),
    notes=(
        Note(
            11,
            "tea1",
            BASIC.id,
            ("茶叶<b>产量</b>？", "36.5 吨[sound:茶.mp3]", "{}"),
            ("茶", "农业::茶"),
            100,
        ),
        Note(
            12,
            "lake1",
            CLOZE.id,
            ("湖面 {{c1::3}} 平方公里，深 {{c2::8 米}}", '<img src="湖.png">'),
            (),
            101,
        ),
    ),
    cards=(
        AnkiCard(21, 11, TEA.id, 0, 100, 2, 2, 400, 30, 2500, 5, 1, data=MEMORY),
        AnkiCard(22, 11, TEA.id, 1, 100, due=1),
        AnkiCard(23, 12, LAKE.id, 0, 101, due=2),
        AnkiCard(24, 12, LAKE.id, 1, 101, due=2, queue=-1, flags=3),
    ),
    reviews=(
        Review(1_690_000_000_123, 21, 3, 30, 12, 2500, 4321, 1),
        Review(1_690_100_000_456, 21, 1, -600, 30, 2300, 9876, 2),
    ),
    media={"湖.png": b"\x89PNG lake", "茶.mp3": b""},
)

# Anki keeps neither control characters nor more than 64 bits.
_TEXT = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters=[*map(chr, range(32)), "\x7f"]),
    max_size=12,
)
_NAME = _TEXT.filter(str.strip)
_WHOLE = st.integers(-(2**63), 2**63 - 1)
_ID = st.integers(2, 2**62)
_SMALL = st.integers(0, 5)
_TAG = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=5)
_MEDIA = st.dictionaries(
    st.from_regex(r"[a-z茶湖 ]{1,8}\.[a-z]{2}", fullmatch=True), st.binary(max_size=20), max_size=3
)
# Extra keys of ours; those of Anki that mean something are tried one by one.
_JSON: Any = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | _TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_TEXT, inner, max_size=3),
    max_leaves=4,
)
_EXTRA = st.dictionaries(st.sampled_from(["studykit", "x y", "键"]), _JSON, max_size=2)


def _unique(items: st.SearchStrategy[Any], most: int = 4) -> st.SearchStrategy[Any]:
    """Things with ids of their own, in the order of their ids."""
    return st.lists(items, max_size=most, unique_by=lambda item: item.id).map(
        lambda found: tuple(sorted(found, key=lambda item: item.id))
    )


@st.composite
def _note_types(draw: st.DrawFn) -> NoteType:
    fields = draw(st.lists(_NAME, min_size=1, max_size=3).map(tuple))
    parts = draw(st.lists(st.builds(Template, _NAME, _TEXT, _TEXT), min_size=1, max_size=2))
    return NoteType(
        id=draw(_ID),
        name=draw(_NAME),
        fields=fields,
        templates=tuple(parts),
        css=draw(_TEXT),
        kind=draw(st.sampled_from(["standard", "cloze"])),
        sort_field=draw(st.integers(0, len(fields) - 1)),
        modified=draw(_WHOLE),
        extra=draw(_EXTRA),
    )


@st.composite
def packages(draw: st.DrawFn) -> Package:
    """Any package that is sound: cards have notes, notes have types, all in the order of ids."""
    types = draw(_unique(_note_types()))
    decks = draw(_unique(st.builds(AnkiDeck, _ID, _NAME, _TEXT, st.integers(1, 9), _WHOLE, _EXTRA)))
    by_id = {one.id: one for one in types}
    notes = cards = ()
    if types:
        kinds = st.sampled_from(types).flatmap(
            lambda one: st.builds(
                Note,
                _ID,
                _TEXT,
                st.just(one.id),
                st.tuples(*[_TEXT] * len(one.fields)),
                st.lists(_TAG, max_size=2).map(tuple),
                st.integers(0, 2**40),
            )
        )
        notes = draw(_unique(kinds))
    if notes and decks:
        numbers = [_WHOLE] * 9
        kinds = st.sampled_from(notes).flatmap(
            lambda note: st.builds(
                AnkiCard,
                _ID,
                st.just(note.id),
                st.sampled_from([deck.id for deck in decks]),
                st.integers(0, len(by_id[note.type].templates) - 1),
                _WHOLE,
                _SMALL,
                *numbers,
                _SMALL,
                _TEXT,
            )
        )
        cards = draw(_unique(kinds, 6))
    options = st.builds(complete, _EXTRA)
    return Package(
        created=draw(st.integers(0, 2**33)),
        note_types=types,
        decks=decks,
        notes=notes,
        cards=cards,
        reviews=draw(_unique(st.builds(Review, *[_WHOLE] * 8))),
        presets=draw(_unique(st.builds(Preset, _ID, _NAME, options), 2)),
        media=draw(_MEDIA),
    )
