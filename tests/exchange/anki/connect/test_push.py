"""Pushes into the official Anki, through a server that stands in for the add-on."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from studykit.cards.model import Card
from studykit.deck.ids import mint_ids
from studykit.errors import ExchangeError
from studykit.exchange.anki.connect.client import AnkiConnect
from studykit.exchange.anki.connect.model import Plan
from studykit.exchange.anki.connect.plan import plan_of
from studykit.exchange.anki.connect.push import push
from studykit.exchange.anki.connect.reading import present_in
from studykit.exchange.anki.model import Note, Package, Review
from studykit.exchange.anki.note_types import note_type
from studykit.exchange.anki.read import read_package
from tests.deck.making import DECK, decks
from tests.exchange.anki.connect.making import EARLY, LATE, guids, package_of
from tests.exchange.anki.connect.server import PROFILE, Anki, database_is_well, running_anki

pytest.importorskip("anki")

FIGURE, CLOZE, TRUTH, CHOICE, LIST, QA = (card.id for card in DECK.cards)
PACKAGE = package_of(DECK)


@pytest.fixture
def anki(tmp_path):
    with running_anki(tmp_path) as found:
        yield found


def planned(anki: Anki, package: Package) -> Plan:
    return plan_of(package, present_in(AnkiConnect(anki.url, anki.key), package))


def pushed(anki: Anki, package: Package) -> tuple[Note, ...]:
    client = AnkiConnect(anki.url, anki.key)
    present = present_in(client, package)
    return push(client, package, plan_of(package, present), present)


def changed(late: list[str], **changes: object) -> Package:
    cards = (replace(DECK.cards[0], **changes), *DECK.cards[1:])
    return package_of(replace(DECK, cards=cards), late=late)


def test_a_deck_goes_over_and_is_then_there(anki) -> None:
    assert planned(anki, PACKAGE).decks == ("县域经济", "县域经济::农业")
    assert pushed(anki, PACKAGE) == ()
    notes = anki.notes()
    assert set(notes) == {card.id for card in DECK.cards}  # the GUIDs
    assert all(notes[note.guid].fields == list(note.fields) for note in PACKAGE.notes)
    assert all(notes[note.guid].mod == EARLY for note in PACKAGE.notes)
    assert notes[FIGURE].tags == ["figure"]
    assert (anki.deck_of(FIGURE), anki.deck_of(QA)) == ("县域经济::农业", "县域经济")
    assert planned(anki, PACKAGE) == Plan()
    assert database_is_well(anki)
    assert list(anki.folder.glob("studykit-*")) == []


def test_a_plan_changes_nothing(anki) -> None:
    planned(anki, PACKAGE)
    assert anki.notes() == {}
    assert not {"importPackage", "changeDeck", "updateModelStyling"} & set(anki.asked)


def test_only_what_changed_goes_over(anki) -> None:
    pushed(anki, PACKAGE)
    anki.asked.clear()
    package = changed([FIGURE], prompt="产量多少？", section="工业", tags=("新",))
    assert pushed(anki, package) == ()
    assert (anki.asked.count("importPackage"), anki.asked.count("changeDeck")) == (1, 1)
    note = anki.notes()[FIGURE]
    assert (note["Prompt"], note.tags, note.mod) == ("产量多少？", ["新"], LATE)
    assert anki.deck_of(FIGURE) == "县域经济::工业"
    assert len(anki.notes()) == len(DECK.cards)
    assert planned(anki, package) == Plan()
    assert database_is_well(anki)


def test_learning_in_anki_goes_on(anki) -> None:
    pushed(anki, PACKAGE)
    card = anki.notes()[FIGURE].cards()[0]
    anki.col.sched.set_due_date([card.id], "17!")
    anki.col.tags.bulk_add([card.nid], "leech 我的")
    before = anki.col.get_card(card.id)
    anki.edit(FIGURE, EARLY + 1)
    pushed(anki, changed([FIGURE], prompt="产量多少？", section="工业", tags=()))
    after = anki.col.get_card(card.id)
    assert (after.due, after.ivl, after.type) == (before.due, before.ivl, before.type)
    assert after.ivl == 17
    note = anki.notes()[FIGURE]
    assert (note["Prompt"], set(note.tags)) == ("产量多少？", {"leech", "我的"})


def test_a_later_edit_in_anki_stays(anki) -> None:
    pushed(anki, PACKAGE)
    anki.edit(FIGURE, LATE + 1, Prompt="在 Anki 里改过")
    package = changed([FIGURE], prompt="在这里改过")
    assert guids(change.note for change in planned(anki, package).edited) == [FIGURE]
    assert pushed(anki, package) == ()
    assert anki.notes()[FIGURE]["Prompt"] == "在 Anki 里改过"
    assert "importPackage" in anki.asked
    assert anki.asked.count("importPackage") == 1


def test_nothing_is_deleted(anki) -> None:
    pushed(anki, PACKAGE)
    package = package_of(replace(DECK, cards=DECK.cards[1:]))
    assert [note.key and note.key.card for note in planned(anki, package).gone] == [FIGURE]
    pushed(anki, package)
    assert FIGURE in anki.notes()


def test_cards_taken_elsewhere_stay_there(anki) -> None:
    pushed(anki, PACKAGE)
    anki.col.set_deck([anki.notes()[FIGURE].cards()[0].id], anki.col.decks.id("我的"))
    package = changed([FIGURE], section="工业")
    assert planned(anki, package).moved == {}
    pushed(anki, package)
    assert anki.deck_of(FIGURE) == "我的"


def test_a_card_becomes_one_of_another_type(anki) -> None:
    pushed(anki, PACKAGE)
    package = changed([FIGURE], type="qa")
    assert pushed(anki, package) == ()
    assert anki.notes()[FIGURE].note_type()["name"] == "studykit qa"
    assert len(anki.notes()) == len(DECK.cards)
    assert planned(anki, package) == Plan()


def test_new_cards_take_their_learning_along_and_others_keep_theirs(anki) -> None:
    def learned(package: Package) -> Package:
        return replace(
            package,
            cards=tuple(
                card._replace(type=2, queue=2, due=9, interval=9, factor=2500, reps=1)
                for card in package.cards
            ),
            reviews=tuple(
                Review(1000 * EARLY + n, card.id, 3, 9, 0, 2500, 900, 1)
                for n, card in enumerate(package.cards)
            ),
        )

    pushed(anki, package_of(replace(DECK, cards=DECK.cards[:1])))
    assert pushed(anki, learned(PACKAGE)) == ()
    intervals = {guid: note.cards()[0].ivl for guid, note in anki.notes().items()}
    assert intervals == {**{card.id: 9 for card in DECK.cards}, FIGURE: 0}
    assert anki.col.db.scalar("select count() from revlog") == len(DECK.cards) - 1


def test_templates_follow_a_newer_edition_and_not_the_learner(anki) -> None:
    pushed(anki, PACKAGE)
    ours = note_type("numeric")
    model = anki.col.models.by_name(ours.name)
    model["name"] = "我的数字题"
    model["css"] += "\n.card { color: teal }"
    anki.col.models.update_dict(model)
    assert [one.name for one in planned(anki, PACKAGE).own_looks] == [ours.name]

    newer = replace(ours, css=ours.css.replace("studykit 1", "studykit 2", 1) + "b {}")
    package = replace(PACKAGE, note_types=(newer, *PACKAGE.note_types[1:]))
    assert planned(anki, package).restyled == (newer,)
    assert pushed(anki, package) == ()
    anki.col.models._clear_cache()
    assert anki.col.models.by_name("我的数字题")["css"] == newer.css
    assert planned(anki, package) == Plan()


def test_notes_that_came_from_this_anki_go_back_as_they_were(anki, tmp_path) -> None:
    from anki.collection import ExportAnkiPackageOptions

    kind = anki.col.models.by_name("Basic (and reversed card)")
    for front in ("茶", "水"):
        note = anki.col.new_note(kind)
        note["Front"], note["Back"] = front, front * 2
        anki.col.add_note(note, anki.col.decks.id("我的"))
    path = tmp_path / "out.apkg"
    options = ExportAnkiPackageOptions(
        with_scheduling=False, with_deck_configs=False, with_media=False, legacy=True
    )
    anki.col.export_anki_package(out_path=str(path), options=options, limit=None)
    package, problems = read_package(path)
    assert problems == []
    assert planned(anki, package) == Plan()

    first, second = package.notes
    edited = first._replace(fields=("绿茶", first.fields[1]), modified=first.modified + 9)
    assert pushed(anki, replace(package, notes=(edited, second))) == ()
    notes = anki.notes()
    assert set(notes) == {first.guid, second.guid}
    assert (notes[first.guid]["Front"], notes[first.guid].id) == ("绿茶", first.id)
    assert notes[second.guid].fields == list(second.fields)
    assert anki.col.card_count() == 4
    assert database_is_well(anki)


def test_media_goes_along(anki) -> None:
    note = PACKAGE.notes[0]
    fields = ('<img src="茶.png">', *note.fields[1:])
    package = replace(
        PACKAGE, notes=(note._replace(fields=fields), *PACKAGE.notes[1:]), media={"茶.png": b"PNG"}
    )
    pushed(anki, package)
    with open(f"{anki.col.media.dir()}/茶.png", "rb") as file:
        assert file.read() == b"PNG"


AWKWARD_TEXTS = (
    *("e\u0301 combining", "a\x00b\x1bc", "\r\n", "\ufeff\u2028x", "𠮷野家", "\u3000宽"),
    *('"quoted" \\ *_:', "a::b ::c", "-tag", "&amp;<b>", "{{c1::x}}", "[sound:x.mp3]", "nid:1"),
    *("A", "a "),
)
AWKWARD = mint_ids(
    Card("qa", text, "答", tags=(text,), section=text, fact=text) for text in AWKWARD_TEXTS
)


@pytest.mark.parametrize("name", ["county", 'a"b\\*_c', "县 <&>:1", "<&>", "e\u0301"])
def test_awkward_texts_are_pushed_once(anki, name) -> None:
    package = package_of(replace(DECK, id=name, title=name, cards=AWKWARD))
    assert pushed(anki, package) == ()
    assert planned(anki, package) == Plan()
    other = package_of(replace(DECK, id=f"{name}?", cards=AWKWARD))
    assert planned(anki, other).gone == ()


@given(decks)
@settings(max_examples=20, deadline=None)
def test_whatever_is_pushed_is_pushed_once(deck) -> None:
    package = package_of(deck)
    with TemporaryDirectory() as folder, running_anki(Path(folder)) as anki:
        assert pushed(anki, package) == ()
        assert planned(anki, package) == Plan()


def test_steps_done_before_the_connection_broke(anki) -> None:
    pushed(anki, PACKAGE)
    package = changed([FIGURE], prompt="产量多少？", section="工业")
    anki.hang_up = {"changeDeck"}
    with pytest.raises(ExchangeError) as said:
        pushed(anki, package)
    assert "broke off" in str(said.value)
    assert "Done before that: notes. The same command goes on from there" in str(said.value)
    anki.hang_up = set()
    assert pushed(anki, package) == ()
    assert planned(anki, package) == Plan()
    assert (anki.deck_of(FIGURE), anki.notes()[FIGURE]["Prompt"]) == (
        "县域经济::工业",
        "产量多少？",
    )


def test_an_import_whose_answer_never_came(anki) -> None:
    anki.hang_up = {"importPackage"}
    with pytest.raises(ExchangeError, match="Done before that: nothing"):
        pushed(anki, PACKAGE)
    anki.hang_up = set()
    assert pushed(anki, PACKAGE) == ()
    assert len(anki.notes()) == len(DECK.cards)
    assert list(anki.folder.glob("studykit-*")) == []


def test_an_import_that_anki_refuses(anki) -> None:
    anki.refuse = {"importPackage": "磁盘已满"}
    with pytest.raises(ExchangeError, match="Anki refused importPackage: 磁盘已满"):
        pushed(anki, PACKAGE)
    assert anki.notes() == {}


def test_notes_that_anki_did_not_take_are_told(anki) -> None:
    client = AnkiConnect(anki.url)
    present = present_in(client, PACKAGE)
    plan = plan_of(PACKAGE, present)
    only = replace(plan, added=plan.added[1:])
    assert guids(push(client, PACKAGE, only, present)) == [FIGURE]


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ({"version": 5}, "too old; update it"),
        ({"open": False}, "no profile is open"),
        ({"key": "secret"}, "STUDYKIT_ANKICONNECT_KEY"),
        ({"unknown": {"getActiveProfile"}}, "too old"),
        ({"unknown": {"notesInfo"}}, "too old"),
        ({"hang_up": {"version"}}, "broke off"),
    ],
)
def test_an_anki_that_cannot_be_asked(anki, state, words) -> None:
    pushed(anki, PACKAGE)
    for name, value in state.items():
        setattr(anki, name, value)
    with pytest.raises(ExchangeError, match=words):
        present_in(AnkiConnect(anki.url), PACKAGE)


def test_an_anki_that_asks_for_a_key_and_gets_it(anki) -> None:
    anki.key = "secret"
    assert pushed(anki, PACKAGE) == ()
    assert planned(anki, PACKAGE) == Plan()


def test_an_anki_on_another_machine(anki) -> None:
    client = AnkiConnect(anki.url)
    present = replace(present_in(client, PACKAGE), folder="/nowhere/Anki2/学习")
    with pytest.raises(ExchangeError, match=r"cannot be written from here .* -o FILE\.apkg"):
        push(client, PACKAGE, plan_of(PACKAGE, present), present)
    assert anki.notes() == {}


def test_whose_anki_it_is(anki) -> None:
    present = present_in(AnkiConnect(anki.url), PACKAGE)
    assert (present.profile, present.folder) == (PROFILE, str(anki.folder))
