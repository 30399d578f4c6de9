"""Packages of 10,000 notes and 100,000 reviews, beside genanki and Anki itself."""

import random
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from studykit.exchange.anki.model import (
    AnkiCard,
    AnkiDeck,
    Note,
    NoteType,
    Package,
    Review,
    Template,
)
from studykit.exchange.anki.read import read_package
from studykit.exchange.anki.write import write_package
from tests.benchmarks.paired import compare
from tests.exchange.anki.collection import collection, take

NOTES, REVIEWS = 10_000, 100_000
PLAIN, WITH_PROGRESS, READING = 1.0, 3.0, 1.0
ROUNDS = 9
_FIRST = 1_700_000_000
_TYPE = NoteType(
    id=1_600_000_000_000,
    name="问答",
    fields=("题目", "答案", "解释", "Data"),
    templates=(Template("卡片", "{{题目}}", "{{FrontSide}}<hr id=answer>{{答案}}<br>{{解释}}"),),
    css=".card { font-size: 20px; }",
)
# `lrt` is when the last review was.
_MEMORY = '{"s":31.4159,"d":5.314,"dr":0.9,"decay":0.154,"lrt":%d}'
_DECK = AnkiDeck(1_500_000_000_000, "小镇的茶")


def packages() -> Iterator[str]:
    """Writing and reading whole packages."""
    package = large_package()
    plain = replace(
        package, cards=tuple(AnkiCard(c.id, c.note, c.deck) for c in package.cards), reviews=()
    )
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        ours, theirs = Path(folder) / "ours.apkg", Path(folder) / "theirs.apkg"
        genanki = by_genanki(plain, theirs)
        what = f"{NOTES:,} notes written to genanki"
        yield compare(what, lambda: write_package(ours, plain), genanki, PLAIN)
        what = f"with states and {REVIEWS:,} reviews to genanki's notes alone"
        yield compare(what, lambda: write_package(ours, package), genanki, WITH_PROGRESS)
        # Each import needs an empty collection, whose making is not part of it.
        empty = iter(
            [
                stack.enter_context(collection(Path(folder) / f"{number}"))
                for number in range(1 + ROUNDS)
            ]
        )
        what = "the same read back to Anki's import"
        yield compare(
            what,
            lambda: read_package(ours),
            lambda: take(next(empty), ours),
            READING,
            ROUNDS,
        )


def large_package() -> Package:
    """A package of as many notes, cards in review and reviews."""
    rng = random.Random(7)
    notes = tuple(
        Note(
            _FIRST * 1000 + n,
            f"k{n:07}",
            _TYPE.id,
            (f"小镇第{n}年的茶叶产量是多少？", f"{n / 10} 吨", "产量按干茶计。" * 4, '{"a":[1,2]}'),
            ("茶", "农业::茶"),
            _FIRST,
        )
        for n in range(NOTES)
    )
    cards = tuple(
        AnkiCard(
            note.id,
            note.id,
            _DECK.id,
            modified=_FIRST,
            type=2,
            queue=2,
            due=rng.randrange(400),
            interval=rng.randrange(1, 400),
            factor=2500,
            reps=REVIEWS // NOTES,
            data=_MEMORY % _at(REVIEWS - NOTES + n),
        )
        for n, note in enumerate(notes)
    )
    reviews = tuple(
        Review(
            _at(n) * 1000,
            cards[n % NOTES].id,
            rng.choice((1, 2, 3, 3, 3, 4)),
            rng.randrange(1, 400),
            rng.randrange(1, 200),
            500,
            rng.randrange(800, 30_000),
            1,
        )
        for n in range(REVIEWS)
    )
    return Package(_FIRST - 365 * 86_400, (_TYPE,), (_DECK,), notes, cards, reviews)


def _at(review: int) -> int:
    """When a review was, in seconds."""
    return _FIRST - 60_000_000 + 600 * review


def by_genanki(package: Package, path: Path):
    """What makes genanki write the notes of a package of one type and deck, prepared once."""
    import genanki

    (note_type,), (deck,) = package.note_types, package.decks
    model = genanki.Model(
        note_type.id,
        note_type.name,
        fields=[{"name": name} for name in note_type.fields],
        templates=[
            {"name": one.name, "qfmt": one.question, "afmt": one.answer}
            for one in note_type.templates
        ],
        css=note_type.css,
    )
    theirs = genanki.Deck(deck.id, deck.name)
    for note in package.notes:
        fields = list(note.fields)
        theirs.add_note(
            genanki.Note(model=model, fields=fields, tags=list(note.tags), guid=note.guid)
        )
    return lambda: genanki.Package(theirs).write_to_file(str(path))
