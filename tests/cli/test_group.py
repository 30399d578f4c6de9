"""Group reviews on a real pseudo-terminal; what is settled before them and told after."""

import csv
import io
import json
import signal
from dataclasses import replace

import pytest

from studykit.cards.model import Card
from studykit.cli.group_deal import Wish, deal, names_problem, team_names
from studykit.cli.group_session import FORMAT, game_in
from studykit.deck.file import write_deck
from studykit.errors import DeckError, StudykitError
from studykit.group.events import Buzzed, Judged, Revealed, WentOn
from studykit.group.fields import begun_fields, event_fields
from studykit.group.game import Game
from studykit.group.scores import scores
from studykit.journal.journal import journals
from studykit.journal.lines import line_of
from studykit.journal.read import read_journal
from studykit.messages import LANGUAGES
from studykit.progress.folder import Folder
from studykit.progress.session import open_session
from studykit.questions.pool import EVERY, Wanted
from tests.cli.pseudo_terminal import SIZES, ended
from tests.group.making import setup
from tests.progress.making import Clock
from tests.terminal.samples import CHOICE, DECK, NUMERIC, QA, TRUEFALSE

pexpect = pytest.importorskip("pexpect")

STREETS = tuple(
    Card(
        "qa", f"小镇第{n}条街叫什么？", f"茶街{n}号", (f"第{n}条街叫茶街{n}号",), id=f"street{n:02}"
    )
    for n in range(20)
)
WIDE = (24, 300)  # so that long paths stand on one line
LEFT_SCREEN = "\x1b[?1049l"


@pytest.fixture
def deck(tmp_path):
    def write(cards=STREETS):
        write_deck(tmp_path / "tea.yaml", replace(DECK, cards=tuple(cards)))
        return "tea.yaml"

    return write


@pytest.fixture
def kept(tmp_path):
    """The sessions on the disk, the oldest first: each a review."""

    def read():
        paths = journals(tmp_path / "progress" / "sessions")
        return [game_in(path, read_journal(path, FORMAT).events)[0] for path in paths]

    return read


def points(game):
    return [score.points for score in scores(game)]


class TestDeal:
    def wish(self, tmp_path, mode="turns", names="红,蓝,绿", rounds=None, wanted=EVERY, **others):
        return Wish(tmp_path / "tea.yaml", mode, names, rounds, wanted, **others)

    @pytest.mark.parametrize(
        ("mode", "rounds", "cards", "total", "spare", "told"),
        [
            ("turns", None, 20, 12, 5, False),
            ("turns", 2, 20, 6, 5, False),
            ("buzz", None, 20, 10, 5, False),
            ("all-write", 3, 20, 3, 5, False),
            ("turns", 7, 20, 18, 2, True),  # the last round would not be whole
            ("turns", 1, 2, 2, 0, True),
            ("buzz", 30, 20, 20, 0, True),
        ],
    )
    def test_so_many_questions(self, tmp_path, deck, mode, rounds, cards, total, spare, told):
        deck(STREETS[:cards])
        settled, notes = deal(self.wish(tmp_path, mode, rounds=rounds), tmp_path)
        assert settled.total == total
        assert len(settled.questions) == total + spare
        assert len(notes) == told

    def test_a_seed_gives_the_same_questions(self, tmp_path, deck):
        deck((*STREETS, CHOICE))
        one, two, three = (
            deal(self.wish(tmp_path, seed=seed), tmp_path)[0].questions for seed in (1, 1, 2)
        )
        assert one == two != three

    def test_what_players_have_forgotten_comes_first(self, tmp_path, deck):
        deck()
        for name in ("红", "蓝"):
            folder = Folder(tmp_path / "progress" / name)
            folder.create()
            with open_session(folder, Clock()) as session:
                for card in STREETS[:17]:
                    session.grade(card.id, "easy", 5)
        wish = self.wish(tmp_path, "buzz", "红,蓝", 3, weak=True)
        often = [
            {card.id for card in deal(replace(wish, seed=seed), tmp_path / "progress")[0].questions}
            for seed in range(5)
        ]
        assert all({card.id for card in STREETS[17:]} <= ids for ids in often)

    def test_no_such_card(self, tmp_path, deck):
        deck()
        with pytest.raises(DeckError, match=r"tea\.yaml: no card"):
            deal(self.wish(tmp_path, wanted=Wanted(("list",))), tmp_path)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("A,B", ("A", "B")),
        ("红队，蓝队、绿队；黄队", ("红队", "蓝队", "绿队", "黄队")),
        (" A  1 , B,", ("A 1", "B")),
    ],
)
def test_names(words, names):
    assert team_names(words) == names


@pytest.mark.parametrize(
    "words",
    ["", ",", "A", "A,", "A,A", "甲、乙、甲", ",".join(map(str, range(26))), "A," + "b" * 41],
)
def test_names_that_do_not_do(words):
    assert names_problem(words)
    with pytest.raises(StudykitError):
        team_names(words)


class TestReport:
    @pytest.fixture
    def session(self, tmp_path):
        """A session in the folder of sessions; gives its path."""
        game = Game.of(setup("buzz", cards=(QA, CHOICE, NUMERIC, TRUEFALSE), title="小镇的茶"))
        lines = [
            FORMAT.header,
            line_of({"at": "2026-11-25T01:30:00.000Z", **begun_fields(game.setup)}),
        ]
        for event in (
            *(Buzzed(0), Judged(0, "wrong", ("修剪",)), Buzzed(1), Judged(1, "right"), WentOn()),
            *(Buzzed(2), Judged(2, "right", ("邻省",)), WentOn()),
            *(Revealed(), WentOn()),
        ):
            lines.append(line_of(event_fields(event, game)))
            game = game.after(event)
        path = tmp_path / "progress" / "sessions" / "2026-11-25-093000.yaml"
        path.parent.mkdir(parents=True)
        path.write_text("".join(lines), "utf-8")
        return path

    @pytest.fixture(autouse=True)
    def progress(self, tmp_path, monkeypatch):
        monkeypatch.setenv("STUDYKIT_PROGRESS", str(tmp_path / "progress"))

    @pytest.mark.parametrize("name", ["", "2026-11-25-093000", "2026-11-25-093000.yaml", "path"])
    def test_on_the_screen(self, studykit, session, name):
        words = [str(session) if name == "path" else name] if name else []
        result = studykit("group", "report", *words)
        assert (result.code, result.err) == (0, "")
        for told in ("小镇的茶", "first at the key", "3 questions", "not finished", "绿队"):
            assert told in result.out
        assert result.out.index("小镇去年的茶叶产量") < result.out.index("小镇的茶园靠什么")
        assert "「茶叶产量达到36.5吨」" in result.out

    def test_as_csv(self, studykit, session):
        result = studykit("group", "report", "--csv")
        rows = list(csv.DictReader(io.StringIO(result.out)))
        told = [(row["number"], row["team"], row["verdict"], row["points"]) for row in rows]
        assert told == [
            ("1", "红队", "wrong", "0"),
            ("1", "蓝队", "right", "2"),
            ("2", "绿队", "right", "4"),
            ("3", "", "", ""),
        ]
        assert rows[0]["said"] == "修剪"
        assert rows[1]["stolen"] == "True"
        assert rows[3]["answer"] == "36.5吨"

    def test_as_json(self, studykit, session):
        told = json.loads(studykit("group", "report", "--json").out)
        assert (told["mode"], told["finished"]) == ("buzz", False)
        assert [(one["name"], one["points"]) for one in told["teams"]] == [
            ("绿队", 4),
            ("蓝队", 2),
            ("红队", 0),
        ]
        assert told["hardest"] == [3, 1]
        assert told["questions"][0]["answers"][0]["said"] == ["修剪"]

    def test_lines_that_cannot_be_read_are_told(self, studykit, session):
        with session.open("a", encoding="utf-8") as file:
            file.write("茶叶\n")
        result = studykit("group", "report")
        assert result.code == 0
        assert f"{session}:13: " in result.err

    @pytest.mark.parametrize(
        ("words", "code", "told"),
        [
            (["--csv", "--json"], 2, "--csv or --json"),
            (["nothing"], 1, "nothing: there is no such session"),
            (["log.yaml"], 1, "log.yaml: is not of the format studykit-group/1"),
            (["empty.yaml"], 1, "empty.yaml: does not say who plays what"),
        ],
    )
    def test_what_cannot_be_told(self, studykit, session, tmp_path, words, code, told):
        (tmp_path / "log.yaml").write_text('- {format: "studykit-log/1"}\n', "utf-8")
        (tmp_path / "empty.yaml").write_text(FORMAT.header, "utf-8")
        result = studykit("group", "report", *words)
        assert (result.code, result.out) == (code, "")
        assert told in result.err.splitlines()[0]

    def test_no_session_yet(self, studykit):
        result = studykit("group", "report")
        assert result.code == 1
        assert "there is no session yet" in result.err


@pytest.mark.parametrize("words", [["tea.yaml", "--teams", "A,B"], ["--resume"], []])
def test_without_a_terminal(studykit, words):
    result = studykit("group", *words)
    assert (result.code, result.out) == (2, "")
    assert "needs a terminal" in result.err


WORDS = {
    "en": {"ask": "separated by commas", "first": "Who is first", "floor": "has the floor",
           "scores": "After question 1 of 2", "saved": "Report: studykit group report"},
    "zh": {"ask": "用逗号隔开", "first": "谁先抢到", "floor": "请 ",
           "scores": "第 1/2 题后的比分", "saved": "报告：studykit group report"},
}  # fmt: skip


class TestTerminal:
    @pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40"])
    @pytest.mark.parametrize("lang", LANGUAGES)
    @pytest.mark.parametrize("environ", [{}, {"NO_COLOR": "1"}], ids=["colour", "plain"])
    def test_a_whole_review(self, session, deck, kept, size, lang, environ):
        words = WORDS[lang]
        mode = ["--mode", "buzz", "--rounds", "2", "--seconds", "60"]
        child = session("group", deck(), *mode, size=size, lang=lang, **environ)
        child.expect(words["ask"])
        child.send("红队，蓝队\r")
        child.expect(words["first"])
        child.send("a")
        child.expect(words["floor"])
        child.send("w")
        child.send("l")
        child.send("r")
        child.expect("36|茶街")
        child.send(" ")
        child.expect(words["scores"])
        child.send(" ")
        child.expect(words["first"])
        child.send("a")
        child.send("r")
        child.send("  ")
        child.expect("██████████")
        child.send("\r")
        child.expect_exact(LEFT_SCREEN)
        child.expect(words["saved"])
        assert ended(child) == 0
        (game,) = kept()
        assert game.phase == "done"
        assert points(game) == [4, 2]

    @pytest.mark.parametrize("mode", ["turns", "all-write"])
    def test_killed_it_goes_on_where_it_was(self, session, deck, kept, mode):
        child = session("group", deck(), "--teams", "红,蓝", "--mode", mode, "--rounds", "2")
        child.expect("Question 1 of")
        if mode == "all-write":
            child.send(" ")
        child.send("r")
        child.expect(r"\+4")
        child.send("  ")
        child.expect("Question 2 of")
        child.kill(signal.SIGKILL)
        child.expect(pexpect.EOF)
        (before,) = kept()
        assert points(before) == [4, 0]
        again = session("group", "--resume")
        again.expect("Question 2 of")
        again.expect("红.* 4 ")
        again.send("x")
        again.expect("██████████")
        again.send("q")
        assert ended(again) == 0
        (game,) = kept()
        assert game.played == before.played
        assert game.ended

    def test_what_is_torn_is_told(self, session, deck, kept, tmp_path):
        child = session("group", deck(), "--teams", "红,蓝", "--session", "mine.yaml")
        child.expect("Question 1 of")
        child.send("r")
        child.expect(r"\+4")
        child.kill(signal.SIGKILL)
        child.expect(pexpect.EOF)
        path = tmp_path / "mine.yaml"
        path.write_bytes(path.read_bytes()[:-9])
        again = session("group", "--resume", "--session", "mine.yaml", size=WIDE)
        again.expect("the last line was cut off and was set aside in set-aside/mine-1.txt")
        again.send(" ")
        again.expect("红 answers")
        again.send("qq")
        assert ended(again) == 0

    def test_two_windows_cannot_have_the_same_session(self, session, deck):
        child = session("group", deck(), "--teams", "红,蓝", "--session", "mine.yaml")
        child.expect("Question 1 of")
        other = session("group", "--resume", "--session", "mine.yaml", size=WIDE)
        other.expect("mine.yaml: this session is running in another window")
        assert ended(other) == 1

    def test_two_sessions_at_once_have_a_file_each(self, session, deck, kept):
        name = deck()
        children = [session("group", name, "--teams", "红,蓝") for _number in range(2)]
        for child in children:
            child.expect("Question 1 of")
            child.send("r")
            child.expect(r"\+4")
            child.send("qq")
            assert ended(child) == 0
        assert [points(game) for game in kept()] == [[4, 0], [4, 0]]

    def test_ctrl_c_keeps_everything(self, session, deck, kept):
        child = session("group", deck(), "--teams", "红,蓝")
        child.expect("Question 1 of")
        child.send("n")
        child.expect(r"\+2")
        child.sendintr()
        assert ended(child) == 130
        assert [points(game) for game in kept()] == [[2, 0]]

    def test_a_closed_terminal_keeps_everything(self, session, deck, kept):
        child = session("group", deck(), "--teams", "红,蓝")
        child.expect("Question 1 of")
        child.send("n")
        child.expect(r"\+2")
        child.close(force=False)
        assert [points(game) for game in kept()] == [[2, 0]]

    def test_a_resized_window_is_drawn_anew(self, session, deck):
        child = session("group", deck(), "--teams", "红,蓝", "--big")
        child.expect("Question 1 of")
        child.setwinsize(12, 40)
        child.expect("Question 1 of")
        child.send("qq")
        assert ended(child) == 0

    @pytest.mark.parametrize(
        ("words", "code", "told"),
        [
            (["none.yaml", "--teams", "A,B"], 1, "none.yaml"),
            (["bad.yaml", "--teams", "A,B"], 1, "bad.yaml"),
            (["tea.yaml", "--teams", "A,B", "--types", "list"], 1, "no card is of this kind"),
            (["tea.yaml", "--teams", "A"], 1, "at least two names"),
            (["tea.yaml", "--teams", "A,B", "--players", "C,D"], 2, "--teams or --players"),
            (["tea.yaml", "--teams", "A,B", "--keys", "ar"], 2, "--keys needs"),
            (["tea.yaml", "--teams", "A,B", "--session", "tea.yaml"], 1, "is there already"),
            (["tea.yaml", "--resume"], 2, "--resume goes on with"),
            ([], 2, "which DECK"),
            (["--resume"], 1, "no session waits"),
            (["--resume", "--session", "none.yaml"], 1, "there is no such session"),
            (["--resume", "--session", "tea.yaml"], 1, "is not of the format"),
        ],
    )
    def test_what_cannot_be_is_one_clear_line(self, session, deck, tmp_path, words, code, told):
        deck()
        (tmp_path / "bad.yaml").write_text("cards: [\n", "utf-8")
        before = (tmp_path / "tea.yaml").read_bytes()
        child = session("group", *words, size=WIDE)
        child.expect_exact(told)
        assert ended(child) == code
        assert (tmp_path / "tea.yaml").read_bytes() == before
        assert not list(tmp_path.glob("progress/sessions/*.yaml"))

    def test_ctrl_c_at_the_names_leaves_nothing(self, session, deck, tmp_path):
        child = session("group", deck())
        child.expect("separated by commas")
        child.sendintr()
        assert ended(child) == 130
        assert not (tmp_path / "progress" / "sessions").exists()
