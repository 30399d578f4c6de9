from dataclasses import replace

import pytest
from hypothesis import given

from studykit.exchange.anki.connect.model import Plan, PresentType
from studykit.exchange.anki.connect.plan import plan_of
from studykit.exchange.anki.connect.wanted import wanted_of
from studykit.exchange.anki.model import NoteType, Package, Template
from studykit.exchange.anki.note_types import MODIFIED, edition_line
from tests.deck.making import DECK, decks
from tests.exchange.anki.connect.making import (
    EARLY,
    LATE,
    guids,
    package_of,
    present_of,
    with_note,
)

FIGURE, CLOZE, TRUTH, CHOICE, LIST, QA = (card.id for card in DECK.cards)
PACKAGE = package_of(DECK)
PRESENT = present_of(PACKAGE)
ROOT, FARMING = "县域经济", "县域经济::农业"
FARM_CARD = PRESENT.notes[0].cards[0]
# As made by a person in Anki, from one of our notes.
COPY = replace(PRESENT.notes[0], id=2**50, fields={"Prompt": "抄本"}, modified=1)
NOTHING = Plan()


def edited(**changes: object) -> Package:
    """The package after a change of its first card."""
    cards = (replace(DECK.cards[0], **changes), *DECK.cards[1:])
    return package_of(replace(DECK, cards=cards), late=[FIGURE])


def test_an_empty_anki_gets_everything() -> None:
    plan = plan_of(PACKAGE, present_of(package_of(replace(DECK, cards=())), decks=frozenset()))
    assert guids(plan.added) == [card.id for card in DECK.cards]
    assert plan.note_types == PACKAGE.note_types
    assert plan.decks == (ROOT, FARMING)
    assert (plan.updated, plan.moved, plan.gone) == ((), {}, ())


@pytest.mark.parametrize(
    ("changes", "parts"),
    [
        ({"prompt": "产量？"}, ("Prompt",)),
        ({"answer": "42.6万吨左右"}, ("Answer",)),
        ({"explanation": ""}, ("Explanation",)),
        ({"quotes": ()}, ("Quote", "Source")),
        ({"fact": "f9"}, ("Data",)),
        ({"tags": ("figure", "新")}, ("Data", "tags")),
        ({"tags": ()}, ("Data", "tags")),
        ({"type": "qa"}, ("Data",)),
    ],
)
def test_what_of_a_card_was_changed(changes, parts) -> None:
    plan = plan_of(edited(**changes), PRESENT)
    assert [(change.note.guid, change.parts) for change in plan.updated] == [(FIGURE, parts)]
    assert (plan.added, plan.edited, plan.gone, plan.moved) == ((), (), (), {})


@pytest.mark.parametrize(
    "present",
    [
        PRESENT,
        with_note(PRESENT, FIGURE, modified=LATE),
        with_note(PRESENT, FIGURE, tags=("Figure", "leech", "我的")),
        with_note(PRESENT, FIGURE, fields={"Mine": "a field of the learner's"}),
        replace(PRESENT, homes={}),  # all taken into decks of the learner's
        replace(PRESENT, decks=PRESENT.decks | {"别的"}, profile="别人"),
        replace(PRESENT, notes=(*PRESENT.notes, COPY)),
        replace(PRESENT, notes=(COPY, *PRESENT.notes)),
    ],
)
def test_nothing_to_do(present) -> None:
    assert plan_of(PACKAGE, present) == NOTHING


@given(decks)
def test_what_was_pushed_is_not_pushed_again(deck) -> None:
    package = package_of(deck)
    plan = plan_of(package, present_of(package))
    assert plan == NOTHING
    assert plan.empty


def test_what_anki_drops_of_a_field_is_no_change() -> None:
    broken = PACKAGE.notes[0]._replace(
        fields=("e\u0301\x1b\r", *PACKAGE.notes[0].fields[1:]), modified=LATE
    )
    package = replace(PACKAGE, notes=(broken, *PACKAGE.notes[1:]))
    assert plan_of(package, with_note(PRESENT, FIGURE, fields={"Prompt": "é"})) == NOTHING


def test_the_later_version_counts() -> None:
    there = with_note(PRESENT, FIGURE, fields={"Prompt": "改过的？"}, modified=EARLY + 5)
    plan = plan_of(PACKAGE, there)
    assert plan.empty
    assert [(change.note.guid, change.parts) for change in plan.edited] == [(FIGURE, ("Prompt",))]
    plan = plan_of(edited(prompt="也改过？"), there)
    assert (guids(change.note for change in plan.updated), plan.edited) == ([FIGURE], ())


def test_of_two_as_late_nothing_is_said() -> None:
    assert plan_of(PACKAGE, with_note(PRESENT, FIGURE, fields={"Prompt": "?"})) == NOTHING


@pytest.mark.parametrize(
    ("here", "there", "given", "after"),
    [
        (("a", "b"), ("a", "leech"), ("a",), {"a", "b", "leech"}),
        (("b",), ("a", "mine"), ("a",), {"b", "mine"}),
        (("A",), ("a", "x"), ("x",), {"a"}),
        ((), ("a", "leech", "marked"), ("a",), {"leech", "marked"}),
    ],
)
def test_tags(here, there, given, after) -> None:
    present = with_note(PRESENT, FIGURE, tags=there, given=given)
    (change,) = plan_of(edited(tags=here), present).updated
    assert set(change.note.tags) == after
    assert "tags" in change.parts


def test_a_card_follows_its_section() -> None:
    plan = plan_of(edited(section="工业"), PRESENT)
    assert (plan.moved, plan.decks) == ({"县域经济::工业": (FARM_CARD,)}, ("县域经济::工业",))
    assert "Section" in plan.updated[0].parts


def test_names_of_decks_that_differ_in_case_are_one() -> None:
    package = package_of(replace(DECK, title="Tea"))
    there = present_of(package)
    homes = {card: home.upper() for card, home in there.homes.items()}
    decks = frozenset(name.upper() for name in there.decks)
    present = replace(there, homes=homes, decks=decks)
    assert plan_of(package, present) == NOTHING
    assert plan_of(package, replace(present, notes=())).decks == ()


def test_a_card_that_was_put_into_another_section_goes_back() -> None:
    plan = plan_of(PACKAGE, replace(PRESENT, homes={**PRESENT.homes, FARM_CARD: ROOT}))
    assert (plan.moved, plan.empty, plan.updated) == ({FARMING: (FARM_CARD,)}, False, ())


def test_cards_taken_out_of_the_deck_are_only_named() -> None:
    package = package_of(replace(DECK, cards=DECK.cards[1:]))
    plan = plan_of(package, PRESENT)
    assert plan.empty
    assert [note.key and note.key.card for note in plan.gone] == [FIGURE]


def test_cards_of_other_decks_are_not_spoken_of() -> None:
    other = present_of(package_of(replace(DECK, id="other")))
    plan = plan_of(PACKAGE, replace(PRESENT, notes=(*PRESENT.notes, *other.notes)))
    assert plan == NOTHING


def styled(note_type: NoteType, edition: int, css: str = "p {}", front: str = "{{Prompt}}"):
    template = Template("Card 1", front, "{{Answer}}")
    return PresentType(note_type.id, "renamed", (template,), f"{edition_line(edition)}\n{css}")


@pytest.mark.parametrize(
    ("there", "restyled", "own"),
    [
        (styled(PACKAGE.note_types[0], MODIFIED - 1), True, False),
        (styled(PACKAGE.note_types[0], MODIFIED), False, True),
        (styled(PACKAGE.note_types[0], MODIFIED + 1), False, False),
        (replace(styled(PACKAGE.note_types[0], 0), css="p {}"), False, True),
    ],
)
def test_templates_of_an_older_edition(there, restyled, own) -> None:
    first = PACKAGE.note_types[0]
    types = {**PRESENT.note_types, first.id: there}
    plan = plan_of(PACKAGE, replace(PRESENT, note_types=types))
    assert plan.restyled == ((first,) if restyled else ())
    assert plan.own_looks == ((first,) if own else ())
    assert plan.empty != restyled


FOREIGN = NoteType(1_600_000_000_000, "Basic", ("Front", "Back"), (Template("Card 1", "", ""),))


def foreign(text: str = "茶") -> Package:
    """A package with a note that came from Anki."""
    note = PACKAGE.notes[0]._replace(
        guid="Bq>x", type=FOREIGN.id, fields=(text, "tea"), tags=(), modified=LATE
    )
    return replace(PACKAGE, note_types=(FOREIGN,), notes=(note,), cards=PACKAGE.cards[:1])


@pytest.mark.parametrize("text", ["茶", "茶叶"])
def test_notes_that_came_from_anki_are_told_by_their_numbers(text) -> None:
    package = foreign()
    (note,) = present_of(package).notes
    there = replace(note, id=package.notes[0].id, fields={**note.fields, "Front": text}, modified=1)
    plan = plan_of(package, replace(present_of(package), notes=(there,)))
    assert plan.added == ()
    assert [change.parts for change in plan.updated] == ([] if text == "茶" else [("Front",)])


def test_cards_that_came_from_anki_stay_where_they_are() -> None:
    package = foreign()
    there = present_of(package)
    note = replace(there.notes[0], id=package.notes[0].id)
    homes = dict.fromkeys(there.homes, "县域经济::别处")
    assert plan_of(package, replace(there, notes=(note,), homes=homes)) == NOTHING


def test_each_card_of_a_note_has_its_deck() -> None:
    first = PACKAGE.cards[0]
    second = first._replace(id=first.id + 50, deck=PACKAGE.decks[0].id, template=1)
    package = replace(foreign(), cards=(second, first))
    plan = plan_of(package, replace(PRESENT, notes=(), decks=frozenset()))
    assert plan.decks == (ROOT, FARMING)
    assert wanted_of(package)[0].homes == (FARMING, ROOT)


def test_a_note_of_another_type_with_the_same_number_is_another() -> None:
    package = foreign()
    (note,) = present_of(package).notes
    there = replace(note, id=package.notes[0].id, type=5)
    assert len(plan_of(package, replace(present_of(package), notes=(there,))).added) == 1
