"""Quizzes in a real pseudo-terminal, and what is kept of them."""

import json
import re
import signal
import sys
from dataclasses import replace

import pytest

from studykit.deck.file import write_deck
from studykit.journal.journal import journals
from studykit.journal.read import read_journal
from studykit.messages import LANGUAGES
from studykit.quiz.codec import FORM, decode_quiz
from studykit.quiz.events import Rules
from tests.cli.pseudo_terminal import SIZES, ended
from tests.terminal.samples import ALL, CHOICE, CLOZE, DECK, LIST, NUMERIC, QA, TRUEFALSE

pexpect = pytest.importorskip("pexpect")

WIDE = (24, 300)  # so that long paths stand on one line
DOWN = "\x1b[B"
LEFT_SCREEN = "\x1b[?1049l"
WORDS = {
    "en": {
        "right": "Right",
        "last": "That was the last question",
        "points": "6 of 6 points",
        "review": "practice",
        "quizzes": "1 quiz",
    },
    "zh": {
        "right": "✓ 对",
        "last": "题目做完了",
        "points": "6/6 分",
        "review": "练习",
        "quizzes": "测验 1 场",
    },
}
RIGHT = {
    QA: "新的灌溉办法\r",
    NUMERIC: "三十六点五吨\r",
    CLOZE: "绿茶\r花茶\r",
    TRUEFALSE: "f",
    LIST: "采摘、杀青\r烘干\r\r",
}


def of(*cards):
    return replace(DECK, cards=cards)


@pytest.fixture
def kept(tmp_path):
    """The learner's quizzes as they are on the disk now, the oldest first."""

    def read(name="me"):
        paths = journals(tmp_path / "progress" / name / "quizzes")
        return [decode_quiz(read_journal(path, FORM).events)[0] for path in paths]

    return read


def grades(quiz):
    return [answer.grade if answer else None for answer in quiz.answers]


def ratings(learner):
    return sorted((one.card, one.rating) for one in learner().records())


def right(child, card):
    """Give the right answer to the question on the screen."""
    if card == CHOICE:
        child.expect(rf"([A-D])\. (?:\x1b\[[\d;]*m)?{CHOICE.answer}")
    child.send(child.match[1].lower() if card == CHOICE else RIGHT[card])


def wrong(child, card):
    """Say that one does not know."""
    child.send("-" if card in (CHOICE, TRUEFALSE) else "\r" * (2 if card == CLOZE else 1))


def asked(child, cards):
    """Which of these cards is on the screen."""
    return cards[child.expect([card.prompt.split("_")[0] for card in cards])]


def each(child, *cards):
    """The cards, as they come."""
    left = list(cards)
    while left:
        card = asked(child, left)
        left.remove(card)
        yield card


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40"])
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("environ", [{}, {"NO_COLOR": "1"}], ids=["colour", "plain"])
def test_every_type_is_answered_and_scored(session, deck, kept, size, lang, environ):
    words = WORDS[lang]
    child = session("quiz", deck(DECK), "--time", "600", size=size, lang=lang, **environ)
    for card in each(child, *ALL):
        right(child, card)
        child.expect(words["right"])
        child.expect(card.quotes[0])
        child.send(" ")
    child.expect(words["last"])
    child.expect(words["points"])
    child.send("\r")
    child.expect_exact(LEFT_SCREEN)
    child.expect(words["points"])
    assert ended(child) == 0
    (quiz,) = kept()
    assert (grades(quiz), quiz.ended) == (["right"] * 6, "done")
    child = session("quiz", "--history", size=size, lang=lang, **environ)
    child.expect(words["quizzes"])
    child.expect("6/6")
    assert ended(child) == 0


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_was_missed_is_told_and_reviewed_at_once(session, deck, learner, lang):
    child = session("quiz", deck(of(NUMERIC, TRUEFALSE)), lang=lang)
    for card in each(child, NUMERIC, TRUEFALSE):
        (wrong if card == NUMERIC else right)(child, card)
        child.send(" ")
    child.expect(WORDS[lang]["last"])
    child.expect(NUMERIC.quotes[0])
    child.send("r")
    child.expect_exact(LEFT_SCREEN)
    child.expect(NUMERIC.prompt)
    child.expect(WORDS[lang]["review"])
    child.expect("0/1")
    child.send(" 3")
    child.send("q")
    assert ended(child) == 0
    assert not learner().standings


def test_the_clock_ends_a_quiz(session, deck, kept):
    child = session("quiz", deck(of(CHOICE, QA)), "--time", "1")
    child.expect("0:01")
    child.expect("Time is up")
    child.expect("not answered 2")
    child.send("q")
    assert ended(child) == 0
    assert kept()[0].ended == "time"


def test_the_clock_goes_on_without_a_key(session, deck):
    child = session("quiz", deck(of(QA)), "--per-question", "100")
    for shown in ("1:40", "1:39"):
        child.expect_exact(shown)


def test_a_near_miss_is_the_learners_to_judge(session, deck, kept):
    child = session("quiz", deck(of(NUMERIC)), "--record")
    child.expect(NUMERIC.prompt)
    child.send("36.5\r")
    child.expect("Nearly right")
    child.send("y")
    child.expect("by your own judgement")
    child.send(" \r")
    assert ended(child) == 0
    assert grades(kept()[0]) == ["right"]


@pytest.mark.parametrize("end", ["q", "\x03", "kill"])
def test_a_quiz_that_was_left_goes_on(session, deck, kept, learner, end):
    child = session("quiz", deck(of(CHOICE, TRUEFALSE)), "--record", "--seed", "1")
    first = asked(child, [CHOICE, TRUEFALSE])
    wrong(child, first)
    child.expect("Wrong")
    child.send(" ")
    second = TRUEFALSE if first == CHOICE else CHOICE
    child.expect(second.prompt)
    if end == "kill":
        child.kill(signal.SIGKILL)
        child.expect(pexpect.EOF)
    else:
        child.send(end)
        assert ended(child) == {"q": 0, "\x03": 130}[end]
    assert ratings(learner) == [(first.id, "again")]
    assert kept()[0].ended is None
    child = session("quiz", "--resume")
    child.expect("2/2")
    child.expect(second.prompt)
    right(child, second)
    child.send(" \r")
    assert ended(child) == 0
    assert ratings(learner) == sorted([(first.id, "again"), (second.id, "good")])
    (quiz,) = kept()
    assert (grades(quiz), quiz.ended) == (["wrong", "right"], "done")
    child = session("quiz", "--resume")
    child.expect("No quiz was left half-way")
    assert ended(child) == 1


def test_an_answer_is_one_review_whenever_the_quiz_was_killed(session, deck, learner):
    child = session("quiz", deck(of(TRUEFALSE)), "--record")
    child.expect(TRUEFALSE.prompt)
    child.send("f")
    child.expect("Right")  # kept, and no review yet
    child.kill(signal.SIGKILL)
    child.expect(pexpect.EOF)
    assert ratings(learner) == []
    for _again in range(2):
        child = session("quiz", "--resume")
        child.expect("That was the last question")
        child.sendeof()
        assert ended(child) == 0
        assert ratings(learner) == [(TRUEFALSE.id, "good")]


def test_one_left_half_way_is_offered_and_can_be_closed(session, deck, kept, learner):
    path = deck(of(CHOICE, TRUEFALSE))
    child = session("quiz", path, "--record", "--exam")
    wrong(child, asked(child, [CHOICE, TRUEFALSE]))
    child.expect("2/2")
    child.send("q")
    child.expect_exact("Go on with: studykit quiz --resume")
    assert ended(child) == 0
    assert ratings(learner) == []  # an exam is recorded at its end
    child = session("quiz", path)
    child.expect("was left half-way")
    child.send("\r")
    child.expect("exam: answers at the end")
    child.expect("2/2")
    child.send("q")
    assert ended(child) == 0
    child = session("quiz", path)
    child.expect("was left half-way")
    child.send(DOWN + "\r")
    child.expect("1/2")
    child.send("q")
    assert ended(child) == 0
    old, new = kept()
    assert (old.ended, old.rules) == ("given up", Rules(exam=True, record=True))
    assert new.ended is None
    assert [rating for _card, rating in ratings(learner)] == ["again"]


def test_what_was_only_looked_at_is_not_offered(session, studykit, deck, monkeypatch, tmp_path):
    path = deck(of(CHOICE))
    for _again in range(2):
        child = session("quiz", path)
        child.expect(CHOICE.prompt)
        child.send("q")
        assert ended(child) == 0
    monkeypatch.setenv("STUDYKIT_PROGRESS", str(tmp_path / "progress"))
    assert "0 quizzes" in studykit("quiz", "--history").out
    child = session("quiz", "--resume")
    child.expect(CHOICE.prompt)


def test_a_seed_asks_the_same_again(session, deck, kept):
    path = deck(DECK)
    for seed in ("7", "7", "8"):
        child = session("quiz", path, "--seed", seed, "-n", "4")
        child.expect("1/4")
        child.sendintr()
        assert ended(child) == 130
    first, second, third = (quiz.questions for quiz in kept())
    assert first == second != third


def test_only_what_is_wanted_is_asked(session, deck, kept):
    child = session("quiz", deck(DECK), "--types", "choice,list", "--section", "市", "--weak")
    child.expect("1/2")
    child.sendintr()
    assert ended(child) == 130
    assert {question.card.id for question in kept()[0].questions} == {CHOICE.id, LIST.id}


def test_fewer_questions_than_wished_for_are_told(session, deck):
    child = session("quiz", deck(of(CHOICE, TRUEFALSE)), "-n", "5")
    child.expect("Only 2 questions")
    child.send(" ")
    child.expect("1/2")


def test_two_at_once_do_not_meet(session, deck, kept):
    path = deck(of(CHOICE, TRUEFALSE))
    first = session("quiz", path, "--record")
    first.expect("1/2")
    for argv, words in (
        (("quiz", "--resume"), "this session is running in another window"),
        (("quiz", path, "--record"), "a session of this learner is running"),
        (("review", path), "a session of this learner is running"),
    ):
        second = session(*argv, size=WIDE)
        second.expect(words)
        assert ended(second) == 1
    second = session("quiz", path)  # nothing to go on with, and nothing to record
    second.expect("1/2")
    second.send("q")
    assert ended(second) == 0
    first.send("q")
    assert ended(first) == 0
    assert len(kept()) == 2


def test_a_review_of_a_quiz_on_a_full_disk_waits_on_its_answer(session, deck, kept, learner):
    resource = pytest.importorskip("resource")
    if sys.platform != "linux":
        pytest.skip("limits a process from outside")
    child = session("quiz", deck(of(TRUEFALSE)), "--record", size=WIDE)
    child.expect(TRUEFALSE.prompt)
    _soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.prlimit(child.pid, resource.RLIMIT_FSIZE, (0, hard))
    child.send("f")
    child.expect("cannot be written.*nothing was recorded")
    child.expect("I do not know")
    resource.prlimit(child.pid, resource.RLIMIT_FSIZE, (hard, hard))
    child.send("f")
    child.expect("Right")
    child.send(" \r")
    assert ended(child) == 0
    assert grades(kept()[0]) == ["right"]
    assert ratings(learner) == [(TRUEFALSE.id, "good")]


@pytest.mark.parametrize(
    ("argv", "code", "words"),
    [
        (["none.yaml"], 1, "no such deck"),
        ([], 1, "No deck has been opened yet"),
        (["tea.yaml", "--tag", "none"], 1, "No card of these decks"),
        (["tea.yaml", "--types", "essay"], 2, "essay"),
        (["tea.yaml", "-n", "0"], 2, "-n"),
        (["tea.yaml", "--time", "0"], 2, "--time"),
        (["bad.yaml"], 1, "bad.yaml:1: "),
        (["tea.yaml", "--learner", "../x"], 1, "cannot be called"),
        (["--resume"], 1, "No quiz was left half-way"),
        (["--resume", "tea.yaml"], 2, "--resume goes on"),
        (["--history", "-n", "3"], 2, "--history goes with"),
    ],
)
def test_what_cannot_be_held_is_said(session, deck, tmp_path, argv, code, words):
    deck(DECK)
    (tmp_path / "bad.yaml").write_text("format: something\n", encoding="utf-8")
    child = session("quiz", *argv, size=WIDE)
    child.expect_exact(words)
    assert ended(child) == code
    assert not (tmp_path / "progress" / "me" / "log").exists()  # nobody begins to learn so


def test_a_deck_that_has_changed_or_gone_does_not_stop_a_quiz(session, deck, kept, tmp_path):
    path = deck(of(CHOICE, TRUEFALSE))
    child = session("quiz", path)
    child.expect("1/2")
    child.send("q")
    assert ended(child) == 0
    (tmp_path / path).unlink()
    child = session("quiz", "--resume", size=WIDE)
    child.expect("Before you begin")
    child.expect(r"tea\.yaml: cannot be read")
    child.send(" ")
    for card in each(child, CHOICE, TRUEFALSE):
        right(child, card)
        child.expect("Right")
        child.send(" ")
    child.expect("2 of 2 points")
    child.send("q")
    assert ended(child) == 0
    write_deck(tmp_path / path, of(CHOICE))


def test_a_window_that_changes_or_goes_away(session, deck, kept):
    child = session("quiz", deck(of(QA)), "--time", "90")
    child.expect(QA.prompt)
    child.send("新的")
    child.setwinsize(8, 30)
    child.expect("新的")
    child.close(force=True)
    assert kept()[0].ended is None


def test_a_dumb_terminal_gets_no_controls(session, deck, kept):
    child = session("quiz", deck(of(QA)), TERM="dumb", NO_COLOR="1")
    child.expect(QA.prompt)
    while child.isalive() and not child.getecho():  # until the terminal edits lines itself
        pass
    child.send("灌溉\x15新的灌溉办法\n")
    child.expect("Right")
    child.send(" ")
    child.expect("1 of 1 point")
    child.send("q")
    assert ended(child) == 0
    assert "\x1b" not in child.before
    assert grades(kept()[0]) == ["right"]


def test_results_as_json(session, deck):
    child = session("quiz", deck(of(TRUEFALSE)), "--json", "--seed", "3")
    child.expect(TRUEFALSE.prompt)
    child.send("f")
    child.expect("Right")
    child.send(" ")
    child.expect("last question")
    child.send("q")
    child.expect_exact(LEFT_SCREEN)
    child.expect(pexpect.EOF)
    found = json.loads(child.before[child.before.index("{") :])
    assert (found["learner"], found["seed"], found["score"]["points"]) == ("me", 3, 1)
    assert found["questions"][0]["typed"] == ["false"]


def test_the_menu_leads_to_a_quiz(session, deck):
    child = session("review", deck(of(QA)))
    child.expect(QA.prompt)
    child.send("q")
    assert ended(child) == 0
    child = session()
    child.expect("What next")
    child.send(DOWN * 2 + "\r")
    child.expect("1/1")
    child.expect(QA.prompt)


# Without a terminal


def test_without_a_terminal_there_is_no_quiz(studykit, deck):
    for argv in ((), ("--json",)):
        result = studykit("quiz", deck(), *argv)
        assert (result.code, result.out) == (2, "")
        assert "quiz needs a terminal" in result.err


def test_no_history_yet(studykit):
    result = studykit("quiz", "--history")
    assert (result.code, result.err) == (0, "")
    assert "0 quizzes" in result.out


def test_history_of_one_learner_and_deck(session, studykit, deck, tmp_path, monkeypatch):
    monkeypatch.setenv("STUDYKIT_PROGRESS", str(tmp_path / "progress"))
    for answer in ("f", "t"):
        child = session("quiz", deck(of(TRUEFALSE)))
        child.expect(TRUEFALSE.prompt)
        child.send(answer + " ")
        child.expect("last question")
        child.send("q")
        assert ended(child) == 0
    shown = studykit("quiz", "--history").out
    assert "2 quizzes" in shown
    assert re.search(r"小镇的茶 +1/1 +100% +1", shown)
    assert re.search(r"小镇的茶 +0/1 +0% +1", shown)
    assert "Points of 100, quiz by quiz" in shown
    found = json.loads(studykit("quiz", "--history", "tea.yaml", "--json").out)
    assert [one["score"]["share"] for one in found["quizzes"]] == [1, 0]
    assert json.loads(studykit("quiz", "--history", "none.yaml", "--json").out)["quizzes"] == []
    assert "0 quizzes" in studykit("quiz", "--history", "--learner", "li").out


def test_a_damaged_quiz_is_told_beside_the_others(session, studykit, deck, tmp_path, monkeypatch):
    monkeypatch.setenv("STUDYKIT_PROGRESS", str(tmp_path / "progress"))
    child = session("quiz", deck(of(TRUEFALSE)))
    child.expect(TRUEFALSE.prompt)
    child.send("f q")
    assert ended(child) == 0
    folder = tmp_path / "progress" / "me" / "quizzes"
    (folder / "2020-01-01-000000.yaml").write_text('- {format: "studykit-quiz/1"}\n- {a: 1}\n')
    (folder / "2020-01-02-000000.yaml").write_text('- {format: "studykit-quiz/9"}\n- {a: 1}\n')
    (folder / "2020-01-03-000000.yaml").write_text("dear diary\n")
    result = studykit("quiz", "--history")
    assert "1 quiz" in result.out
    first, second, third = result.err.splitlines()
    assert "2020-01-01-000000.yaml: event 1 of this quiz cannot be read" in first
    assert "newer studykit" in second
    assert "2020-01-03" in third
