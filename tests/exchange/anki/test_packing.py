import pytest

from studykit.cards.model import Card
from studykit.deck.model import Deck
from studykit.exchange.anki.ledger import Entry
from studykit.exchange.anki.packing import Parcel, packed

NOW, FILE = 2_000_000_000, 1_900_000_000
TEA = Deck(
    "tea", "茶", "zh-Hans", (Card("qa", "问一", "答一", id="a"), Card("qa", "问二", "答二", id="b"))
)
LAKE = Deck("lake", "湖", "zh-Hans", (Card("qa", "问三", "答三", id="c"),))


def parcel(deck: Deck = TEA, ledger=None, time: int = FILE, media=None) -> Parcel:
    return Parcel(deck, lambda _at: None, time, ledger, None, media or {})


def times(parcel: Parcel) -> dict[str, int]:
    return {note.guid: note.modified for note in packed([parcel], NOW).package.notes}


def test_without_a_ledger_the_time_of_the_file_counts():
    assert times(parcel()) == {"a": FILE, "b": FILE}


def test_a_file_of_tomorrow_is_of_today():
    assert times(parcel(time=NOW + 99)) == {"a": NOW, "b": NOW}


def test_with_a_ledger_only_what_is_new_or_changed_is_of_now():
    ledger = packed([parcel()], NOW - 9).ledgers[0]
    assert times(parcel(ledger=ledger, time=NOW)) == {"a": FILE, "b": FILE}
    changed = dict(ledger, a=Entry("0" * 16, FILE))
    assert times(parcel(ledger=changed)) == {"a": NOW, "b": FILE}
    assert times(parcel(ledger={"a": ledger["a"]})) == {"a": FILE, "b": NOW}


def test_what_did_not_change_is_the_same_package():
    first = packed([parcel()], NOW)
    later = packed([parcel(ledger=first.ledgers[0], time=NOW + 5)], NOW + 9)
    assert (later.package.notes, later.package.cards) == (first.package.notes, first.package.cards)


def test_decks_share_a_package_and_no_ids():
    made = packed([parcel(), parcel(LAKE)], NOW)
    assert len({note.id for note in made.package.notes}) == 3
    assert sorted(made.cards.values()) == ["a", "b", "c"]
    assert {deck.name for deck in made.package.decks} == {"茶", "湖"}
    assert [sorted(ledger) for ledger in made.ledgers] == [["a", "b"], ["c"]]


def test_a_card_that_is_in_two_decks_is_of_the_first():
    made = packed([parcel(), parcel(TEA)], NOW)
    assert (made.twice, len(made.package.notes)) == (("a", "b"), 2)


@pytest.mark.parametrize(("other", "lines"), [(b"pot", 0), (b"cup", 1)])
def test_media_of_all_decks_go_along_each_once(other, lines):
    tea = parcel(media={"x.png": b"pot", "y.png": b"y"})
    lake = parcel(LAKE, media={"x.png": other, "z.png": b"z"})
    made = packed([tea, lake], NOW)
    assert dict(made.package.media) == {"x.png": b"pot", "y.png": b"y", "z.png": b"z"}
    assert len(made.unsaid) == lines
