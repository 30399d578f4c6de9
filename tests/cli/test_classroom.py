import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from studykit.classroom import events as ev
from studykit.classroom.record import FORMAT, event_map, session_map
from studykit.classroom.takehome import take_home
from studykit.cli.taking_home import write_home
from studykit.deck.file import load_deck
from studykit.errors import ProgressError, StudykitError
from studykit.exchange.anki.read import read_package
from studykit.journal.journal import open_journal
from studykit.progress.folder import Folder, learners
from studykit.progress.learner import Learner
from studykit.progress.lock import locked
from studykit.scheduling.model import Undo
from tests.classroom.lesson import BEGAN, EVENTS, SESSION, lesson
from tests.progress.making import Clock


@pytest.fixture
def root(tmp_path, monkeypatch):
    """Where learners have their progress, and a lesson was kept."""
    root = tmp_path / "progress"
    monkeypatch.setenv("STUDYKIT_PROGRESS", str(root))
    keep(root / "classroom" / "2025-11-25-093000.yaml")
    return root


def keep(path, events=EVENTS, session=SESSION):
    with open_journal(path, FORMAT) as journal:
        journal.append(session_map(session, BEGAN))
        journal.append_all(event_map(event, session.questions) for event in events)
    return path


def reviews(root, name):
    found = Learner(Folder(root / name), Clock()).records()
    return [(one.card, one.rating) for one in found]


def files(folder):
    return {
        path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


# report


def test_the_last_session_is_told(studykit, root):
    result = studykit("classroom", "report")
    assert (result.code, result.err) == (0, "")
    assert "春茶" in result.out
    assert "3 players · 3 questions · 50% right at first" in result.out


@pytest.mark.parametrize("name", ["2025-11-25-093000", "2025-11-25-093000.yaml", "progress/"])
def test_a_session_by_its_name(studykit, root, name):
    if name.endswith("/"):
        name += "classroom/2025-11-25-093000.yaml"
    assert "春茶" in studykit("classroom", "report", name).out


def test_nothing_of_a_session_changes_by_telling_it(studykit, root):
    before = files(root)
    for how in ((), ("--csv",), ("--json",), ("--html", "page.html")):
        assert studykit("classroom", "report", *how).code == 0
    assert files(root) == before


def test_csv_has_a_row_for_each_answer(studykit, root):
    rows = list(csv.DictReader(io.StringIO(studykit("classroom", "report", "--csv").out)))
    assert len(rows) == 3 + 2 + 3 + 2
    first = rows[0]
    assert (first["number"], first["vote"], first["student"]) == ("1", "1", "李雷")
    assert (first["said"], first["score"], first["sure"], first["ms"]) == (
        *("乙", "1.0", "false", "2000"),
    )
    assert (rows[5]["learner"], rows[7]["student"], rows[7]["learner"]) == ("李雷", "小明", "")
    assert [row["vote"] for row in rows[:5]] == ["1", "1", "1", "2", "2"]


def test_csv_has_no_formulas(studykit, root):
    bad = (*EVENTS[:2], ev.Joined(BEGAN, 8, "=1+1", "s"), EVENTS[3])
    keep(root / "classroom" / "2026.yaml", (*bad, _answer(8)))
    (row,) = csv.DictReader(io.StringIO(studykit("classroom", "report", "--csv").out))
    assert row["student"] == "'=1+1"


def _answer(player):
    return ev.Answered(BEGAN + 11_000, player, 0, 1, 0)


def test_csv_tells_of_a_question_that_nobody_answered(studykit, root):
    keep(root / "classroom" / "2026.yaml", EVENTS[:4])
    (row,) = csv.DictReader(io.StringIO(studykit("classroom", "report", "--csv").out))
    assert (row["number"], row["student"], row["said"]) == ("1", "", "")


def test_json(studykit, root):
    found = json.loads(studykit("classroom", "report", "--json").out)
    assert (found["title"], found["begun"], found["ended"]) == (
        *("春茶", "2025-11-25T01:30:00.000Z", True),
    )
    assert found["hardest"] == [1, 3, 2]
    assert found["questions"][0]["shift"]["gain"] == 1
    assert found["questions"][1]["shift"] is None
    assert found["misconceptions"][1] == {"number": 3, "said": ["false"], "count": 1, "sure": 1}
    assert [one["name"] for one in found["students"]] == ["李雷", "韩梅梅", "小明"]
    assert found["students"][2]["learner"] is None
    assert found["students"][2]["scores"] == [None, 0, 0]


def test_no_way_to_come_in_again_is_told(studykit, root):
    for how in ("--csv", "--json"):
        out = studykit("classroom", "report", how).out
        assert "secret" not in out
        assert SESSION.pin not in out


def test_html(studykit, root, tmp_path):
    result = studykit("classroom", "report", "--html", "page.html")
    assert (result.code, result.out) == (0, "Page: page.html\n")
    assert "春茶" in (tmp_path / "page.html").read_text(encoding="utf-8")


def test_csv_and_json_exclude_one_another(studykit, root):
    result = studykit("classroom", "report", "--csv", "--json")
    assert (result.code, result.out) == (2, "")


@pytest.mark.parametrize("command", ["report", "credit"])
def test_without_any_session(studykit, tmp_path, command):
    result = studykit("classroom", command, "--progress", tmp_path / "none")
    assert result.code == 1
    assert "there is no session yet" in result.err


def test_an_event_that_is_none_is_complained_of(studykit, root):
    path = root / "classroom" / "2025-11-25-093000.yaml"
    with path.open("a", encoding="utf-8") as file:
        file.write('- {at: "2025-11-25T02:00:00.000Z", event: "danced"}\n')
    result = studykit("classroom", "report")
    assert result.code == 0
    assert "1 event of the session could not be followed" in result.err


# credit


def test_first_answers_are_credited_once(studykit, root):
    result = studykit("classroom", "credit")
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines() == [
        "李雷: 2 reviews",
        "韩梅梅: 3 reviews",
        "1 guest: nothing is kept of them but the session.",
    ]
    assert reviews(root, "李雷") == [("card-choice", "hard"), ("card-qa", "good")]
    assert learners(root) == ["李雷", "韩梅梅"]
    before = files(root)
    again = studykit("classroom", "credit")
    assert again.out.startswith("李雷: 0 reviews (2 were recorded before)\n")
    assert files(root) == before


def test_what_a_learner_took_back_is_not_credited_again(studykit, root):
    studykit("classroom", "credit")
    (first, _second) = Learner(Folder(root / "李雷"), Clock()).records()
    undo = f'- {{id: "x", at: "2026-01-01T00:00:00.000Z", day: "2026-01-01", undo: "{first.id}"}}\n'
    with Folder(root / "李雷").logs()[0].open("a", encoding="utf-8") as file:
        file.write(undo)
    studykit("classroom", "credit")
    found = Learner(Folder(root / "李雷"), Clock()).records()
    assert [isinstance(one, Undo) for one in found] == [False, False, True]


def test_a_session_that_went_on_adds_what_is_new(studykit, root):
    path = root / "classroom" / "2026.yaml"
    keep(path, EVENTS[:7])
    assert "李雷: 1 review\n" in studykit("classroom", "credit").out
    with open_journal(path, FORMAT) as journal:
        journal.append_all(event_map(event, SESSION.questions) for event in EVENTS[7:])
    assert "李雷: 1 review (1 were recorded before)\n" in studykit("classroom", "credit").out
    assert len(reviews(root, "李雷")) == 2


def test_a_learner_who_is_reviewing_keeps_no_one_from_theirs(studykit, root):
    folder = Folder(root / "李雷")
    folder.create()
    with locked(folder.lock):
        result = studykit("classroom", "credit")
    assert result.code == 1
    assert "a session of this learner is running" in result.err
    assert "韩梅梅: 3 reviews" in result.out
    assert studykit("classroom", "credit").code == 0
    assert len(reviews(root, "李雷")) == 2


def test_a_session_that_is_running_is_not_credited(studykit, root):
    with open_journal(root / "classroom" / "2025-11-25-093000.yaml", FORMAT):
        result = studykit("classroom", "credit")
    assert result.code == 1
    assert "running in another window" in result.err
    assert learners(root) == []


def test_guests_alone_leave_no_trace(studykit, root):
    keep(root / "classroom" / "2026.yaml", [EVENTS[14], EVENTS[3], _answer(3)])
    before = set(root.iterdir())
    result = studykit("classroom", "credit")
    assert result.code == 0
    assert result.out.startswith("Nobody came in by a roster")
    assert set(root.iterdir()) == before


def test_a_name_that_is_no_learners_touches_no_file(studykit, root):
    joined = ev.Joined(BEGAN, 1, "坏人", "s", "../outside")
    keep(root / "classroom" / "2026.yaml", [joined, EVENTS[3], _answer(1)])
    before = files(root.parent)
    result = studykit("classroom", "credit")
    assert result.code == 1
    assert "a learner cannot be called ../outside" in result.err
    assert files(root.parent) == before


def test_the_decks_are_the_learners_own_from_then_on(studykit, root, tmp_path, deck):
    path = tmp_path / deck()
    session = replace(SESSION, decks=(str(path), str(tmp_path / "gone.yaml")))
    keep(root / "classroom" / "2026.yaml", session=session)
    studykit("classroom", "credit")
    words = Folder(root / "李雷").decks.read_text(encoding="utf-8")
    assert str(path) in words
    assert "gone.yaml" not in words


# takehome


def test_each_takes_home_a_deck_and_a_package(studykit, root, tmp_path):
    result = studykit("classroom", "takehome", "-o", "home")
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines()[2] == (
        f"小明: 3 cards → {Path('home/小明.yaml')}, {Path('home/小明.apkg')}"
    )
    home = tmp_path / "home"
    assert sorted(path.name for path in home.iterdir()) == sorted(
        f"{name}{end}" for name in ("李雷", "韩梅梅", "小明") for end in (".yaml", ".apkg")
    )
    deck = load_deck(home / "小明.yaml")
    assert [card.id for card in deck.cards] == ["card-choice", "card-qa", "card-truefalse"]
    package, _problems = read_package(home / "小明.apkg")
    assert {note.guid for note in package.notes} == {card.id for card in deck.cards}


def test_taken_home_again_it_is_the_same(studykit, root, tmp_path):
    studykit("classroom", "takehome", "-o", "home")
    before = files(tmp_path / "home")
    studykit("classroom", "takehome", "-o", "home")
    assert files(tmp_path / "home") == before


def test_what_a_student_changed_in_their_deck_stays(studykit, root, tmp_path):
    studykit("classroom", "takehome", "-o", "home")
    path = tmp_path / "home" / "小明.yaml"
    text = path.read_text(encoding="utf-8").replace("这是一道qa题？", "这一题我改过？")
    path.write_text(text, encoding="utf-8")
    studykit("classroom", "takehome", "-o", "home")
    assert "这一题我改过？" in path.read_text(encoding="utf-8")
    package, _problems = read_package(path.with_suffix(".apkg"))
    assert any("这一题我改过？" in note.fields[0] for note in package.notes)


def test_whoever_missed_nothing_takes_home_nothing(studykit, root, tmp_path):
    keep(root / "classroom" / "2026.yaml", EVENTS[:3])
    result = studykit("classroom", "takehome", "-o", "home")
    assert result.out.splitlines()[0] == "李雷: missed nothing"
    assert list((tmp_path / "home").iterdir()) == []


def test_names_that_are_no_files_names(tmp_path):
    found = lesson((*EVENTS[:2], EVENTS[3]))
    (li, deck), (han, other) = taken(found)
    rows = write_home(tmp_path, [(named(li, "../李"), deck), (named(han, "..\\李"), other)], 1)
    assert [one.student for one in rows] == ["../李", "..\\李"]
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        *("李-2.apkg", "李-2.yaml", "李.apkg", "李.yaml"),
    ]


def test_the_deck_of_another_session_is_not_written_over(tmp_path):
    (li, deck), *_others = taken(lesson())
    write_home(tmp_path, [(li, deck)], 1)
    before = files(tmp_path)
    with pytest.raises(StudykitError, match="of another session"):
        write_home(tmp_path, [(li, replace(deck, id="other"))], 1)
    assert files(tmp_path) == before


def test_a_folder_that_cannot_be_made(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(ProgressError, match="cannot be written"):
        write_home(tmp_path / "file" / "home", taken(lesson()), 1)


def taken(found):
    return take_home(found, SESSION, BEGAN)


def named(player, name):
    return replace(player, name=name)
