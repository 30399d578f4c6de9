"""What is settled before a class is let in."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from studykit.cards.model import Card
from studykit.classroom.model import Rules
from studykit.classroom.roster import Roster
from studykit.cli.host_new import Wish, new_session, until_of
from studykit.deck.file import load_deck, write_deck
from studykit.deck.model import Deck
from studykit.progress.folder import Folder
from studykit.progress.session import open_session
from studykit.questions.pool import Wanted
from tests.terminal.samples import ALL, DECK

SHANGHAI = timezone(timedelta(hours=8))
NOW = datetime(2026, 11, 25, 13, 30, 7, tzinfo=SHANGHAI)


@pytest.fixture
def tea(tmp_path):
    write_deck(tmp_path / "tea.yaml", DECK)
    return tmp_path / "tea.yaml"


def test_the_same_seed_asks_the_same_questions(tea, tmp_path):
    one, two = (
        new_session(Wish((tea,), 4, seed=7), Rules(), None, tmp_path)[0] for _time in range(2)
    )
    assert one.questions == two.questions
    assert len(one.questions) == 4
    assert one.pin != two.pin or one.wall != two.wall
    assert one.decks == (str(tea),)


def test_only_what_is_wanted_and_no_more_than_there_is(tea, tmp_path):
    wish = Wish((tea,), 9, Wanted(("choice", "truefalse")))
    session, notes = new_session(wish, Rules(), None, tmp_path)
    assert {one.kind for one in session.questions} == {"choice", "truefalse"}
    assert len(notes) == 1
    assert "2" in notes[0]


def test_a_deck_written_by_hand_gets_its_ids(tmp_path):
    path = tmp_path / "hand.yaml"
    path.write_text(
        "format: studykit-deck/1\ntitle: 手写\ncards:\n- prompt: 茶是什么颜色？\n  answer: 绿\n",
        "utf-8",
    )
    session, _notes = new_session(Wish((path,)), Rules(), None, tmp_path)
    assert session.questions[0].card.id == load_deck(path).cards[0].id != ""


def test_several_decks_are_named_by_all_their_titles(tea, tmp_path):
    other = tmp_path / "other.yaml"
    cards = (Card("qa", "山上有什么？", "松树", id="ot000001"),)
    write_deck(other, Deck("other", "山", "zh-Hans", cards))
    session, _notes = new_session(Wish((tea, other), 9), Rules(), None, tmp_path)
    assert session.title == "小镇的茶 · 山"
    assert "ot000001" in {one.card.id for one in session.questions}


@pytest.fixture
def learned(tmp_path):
    """Let a learner know these cards well."""

    def learn(name, cards):
        with open_session(Folder(tmp_path / name), lambda: datetime.now(UTC)) as session:
            for card in cards:
                session.grade(card, "easy", 1000)

    return learn


def test_weak_asks_what_the_class_has_forgotten(tea, tmp_path, learned):
    known = [card.id for card in ALL[1:]]
    for name in ("李雷", "韩梅梅"):
        learned(name, known)
    roster = Roster({"李雷": "", "韩梅梅": ""})
    asked = [
        new_session(Wish((tea,), 1, weak=True, seed=seed), Rules(), roster, tmp_path)[0]
        for seed in range(20)
    ]
    assert sum(one.questions[0].card.id == ALL[0].id for one in asked) > 15


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("20:30", datetime(2026, 11, 25, 20, 30, tzinfo=SHANGHAI)),
        ("13:30:08", datetime(2026, 11, 25, 13, 30, 8, tzinfo=SHANGHAI)),
        ("13:30", datetime(2026, 11, 26, 13, 30, tzinfo=SHANGHAI)),
        ("08:00", datetime(2026, 11, 26, 8, 0, tzinfo=SHANGHAI)),
        ("2026-11-27T20:30+08:00", datetime(2026, 11, 27, 20, 30, tzinfo=SHANGHAI)),
        ("2026-11-27 20:30+08:00", datetime(2026, 11, 27, 20, 30, tzinfo=SHANGHAI)),
    ],
)
def test_until(words, expected):
    assert until_of(words, NOW) == expected


def test_until_a_day_lasts_to_its_end():
    assert until_of("2036-11-27", NOW) == datetime(2036, 11, 28).astimezone()
    assert until_of("2036-11-27T20:30", NOW) == datetime(2036, 11, 27, 20, 30).astimezone()


@pytest.mark.parametrize(
    "words",
    ["", "soon", "25:00", "20:30:99", "2026-11-24", "2026-11-25T13:30+08:00", "2026-13-01"],
)
def test_until_no_time_to_come(words):
    assert until_of(words, NOW) is None
