from dataclasses import replace

from studykit.exchange.anki.connect.model import Plan
from studykit.exchange.anki.connect.plan import plan_of
from studykit.exchange.anki.connect.portion import portion_of
from studykit.exchange.anki.model import Package, Preset, Review
from tests.deck.making import DECK
from tests.exchange.anki.connect.making import guids, package_of, present_of

FIGURE = DECK.cards[0].id


def learned(package: Package) -> Package:
    """The package with a review of each card, options, and two pictures."""
    first = package.notes[0]
    fields = ('<img src="茶 &amp; 水.png">', *first.fields[1:])
    return replace(
        package,
        notes=(first._replace(fields=fields), *package.notes[1:]),
        reviews=tuple(
            Review(n, card.id, 3, 1, 0, 0, 900, 1) for n, card in enumerate(package.cards)
        ),
        presets=(Preset(7, "me"),),
        decks=tuple(replace(deck, preset=7) for deck in package.decks),
        media={"茶 & 水.png": b"1", "other.png": b"2", "_font.woff2": b"3"},
    )


def test_all_of_it_into_an_empty_anki() -> None:
    package = learned(package_of(DECK))
    plan = plan_of(package, present_of(replace(package, notes=(), cards=()), decks=frozenset()))
    sent = portion_of(package, plan)
    assert (sent.notes, sent.cards, sent.reviews) == (package.notes, package.cards, package.reviews)
    assert (sent.decks, sent.presets) == (package.decks, package.presets)
    assert set(sent.media) == {"茶 & 水.png", "_font.woff2"}


def test_only_what_changed() -> None:
    before = learned(package_of(DECK))
    cards = (replace(DECK.cards[0], explanation="新"), *DECK.cards[1:])
    package = learned(package_of(replace(DECK, cards=cards), late=[FIGURE]))
    sent = portion_of(package, plan_of(package, present_of(before)))
    assert guids(sent.notes) == [FIGURE]
    assert [card.note for card in sent.cards] == [sent.notes[0].id]
    assert [one.id for one in sent.note_types] == [sent.notes[0].type]
    # The deck of its section, and the deck above; their options are as Anki has them.
    assert [(deck.name, deck.preset) for deck in sent.decks] == [
        ("县域经济", 1),
        ("县域经济::农业", 1),
    ]
    assert (sent.reviews, sent.presets) == ((), ())


def test_nothing_for_an_empty_plan() -> None:
    sent = portion_of(learned(package_of(DECK)), Plan())
    assert (sent.notes, sent.cards, sent.note_types, sent.decks) == ((), (), (), ())
    assert set(sent.media) == {"_font.woff2"}
