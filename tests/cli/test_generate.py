import errno
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from studykit.cli.batch import targets
from studykit.cli.usage import WrongUsageError
from studykit.deck.file import load_deck

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.usefixtures("quick")


@pytest.mark.parametrize(
    ("articles", "output", "want"),
    [
        (["a.txt"], None, ["decks/a.yaml"]),
        (["x/a.txt", "b.docx"], None, ["decks/a.yaml", "decks/b.yaml"]),
        (["-"], None, [None]),
        (["-", "a.txt"], None, ["decks/stdin.yaml", "decks/a.yaml"]),
        (["a.txt"], "out.yaml", ["out.yaml"]),
        (["a.txt"], "-", [None]),
        (["a.txt", "b.txt"], "folder", ["folder/a.yaml", "folder/b.yaml"]),
        (["a.txt"], ".", ["a.yaml"]),
    ],
)
def test_where_decks_go(articles, output, want):
    got = targets(articles, Path(output) if output else None)
    assert got == [Path(path) if path else None for path in want]


@pytest.mark.parametrize(
    ("articles", "output"),
    [
        (["a/x.txt", "b/x.txt"], None),
        (["a.txt", "a.md"], "folder"),
        (["a.txt", "b.txt"], "out.yaml"),
        (["a.txt", "b.txt"], "-"),
    ],
)
def test_two_decks_never_go_to_one_place(articles, output):
    with pytest.raises(WrongUsageError):
        targets(articles, Path(output) if output else None)


def test_a_deck_is_written_and_named(studykit, article):
    result = studykit("generate", article())
    assert (result.code, result.err) == (0, "")
    assert result.out == "tea.txt → decks/tea.yaml (2 cards)\n"
    assert len(load_deck("decks/tea.yaml").cards) == 2


def test_options_reach_the_generator(studykit, article):
    studykit(
        "generate", article(), "-o", "x.yaml", "--limit", 1, "--seed", 7, "--types", "list, qa"
    )
    (card,) = load_deck("x.yaml").cards
    assert (card.type, card.explanation) == ("qa", "种子7")


def test_a_bad_article_does_not_stop_the_others(studykit, article):
    result = studykit("generate", article("a.txt"), "none.txt", article("b.txt"))
    assert result.code == 1
    assert [line.split()[0] for line in result.out.splitlines()] == ["a.txt", "b.txt"]
    assert len(result.err.splitlines()) == 1
    assert "none.txt" in result.err


def test_a_bug_in_one_article_does_not_stop_the_others(studykit, article):
    result = studykit("generate", article("a.txt", "砰的一声，门开了。"), article("b.txt"))
    assert result.code == 3
    assert result.out.startswith("b.txt")
    assert result.err.startswith("a.txt: This is a bug in studykit (ZeroDivisionError)")
    assert len(result.err.splitlines()) == 1


def test_json_tells_all(studykit, article):
    result = studykit("generate", article(), "none.txt", "--json")
    assert result.code == 1
    good, bad = json.loads(result.out)
    assert good["article"] == "tea.txt"
    assert good["deck"] == str(Path("decks/tea.yaml"))
    assert good["cards"] == good["types"]["qa"] == 2
    assert good["coverage"]["sentences_quoted"] == 2
    assert good["warnings"] == []
    assert set(bad) == {"article", "error"}
    assert "none.txt" in bad["error"]


def test_standard_input_goes_to_standard_output(studykit, monkeypatch):
    class Stdin:
        buffer = io.BytesIO("小镇有一座老茶园。".encode())

        def isatty(self):
            return False

    monkeypatch.setattr(sys, "stdin", Stdin())
    result = studykit("generate", "-")
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("format: studykit-deck/1\n")
    assert "小镇有一座老茶园" in result.out
    assert not Path("decks").exists()


def test_the_file_and_standard_output_get_the_same(studykit, article):
    name = article()
    studykit("generate", name, "-o", "x.yaml")
    assert studykit("generate", name, "-o", "-").out == Path("x.yaml").read_text("utf-8")


def test_making_a_deck_again_changes_nothing(studykit, article):
    name = article()
    studykit("generate", name)
    before = Path("decks/tea.yaml").read_bytes()
    studykit("generate", name)
    assert Path("decks/tea.yaml").read_bytes() == before


def test_a_few_cards_leave_the_others_be(studykit, article):
    name = article()
    studykit("generate", name)
    studykit("generate", name, "--limit", 1)
    assert [card.gone for card in load_deck("decks/tea.yaml").cards] == [False, False]


@pytest.mark.parametrize("there", ["not a deck\n", "", "\x00", "format: studykit-deck/9\n"])
def test_what_is_no_deck_is_not_overwritten(studykit, article, there):
    Path("x.yaml").write_text(there)
    result = studykit("generate", article(), "-o", "x.yaml")
    assert result.code == 1
    assert "x.yaml" in result.err
    assert len(result.err.splitlines()) == 1
    assert Path("x.yaml").read_text() == there


def test_the_deck_of_another_article_is_not_overwritten(studykit, article):
    studykit("generate", article("a/tea.md", "# 老茶园\n\n小镇有一座老茶园。\n"))
    before = Path("decks/tea.yaml").read_bytes()
    result = studykit("generate", article("b/tea.md", "# 新茶园\n\n城里有一座新茶园。\n"))
    assert result.code == 1
    assert "another article" in result.err
    assert "a/tea.md" in result.err
    assert Path("decks/tea.yaml").read_bytes() == before


@pytest.mark.parametrize("where", ["os.fsync", "os.replace", "studykit.cli.making.generate"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_deck_survives_a_full_disk_and_ctrl_c(studykit, article, monkeypatch, where, lang):
    name = article()
    studykit("generate", name, "--limit", 1)
    before = Path("decks/tea.yaml").read_bytes()
    for error, code in ((OSError(errno.ENOSPC, "No space"), 1), (KeyboardInterrupt(), 130)):

        def fail(*args: object, error: BaseException = error) -> None:
            raise error

        with monkeypatch.context() as patch:
            patch.setattr(where, fail)
            result = studykit("generate", name, "--lang", lang)
        assert result.code == code
        assert len(result.err.splitlines()) == (code == 1)
        assert [path.name for path in Path("decks").iterdir()] == ["tea.yaml"]
        assert Path("decks/tea.yaml").read_bytes() == before


def test_processes_make_no_difference(tmp_path):
    articles = sorted(str(path) for path in (ROOT / "tests" / "articles").glob("*.txt"))[:3]
    for jobs in ("1", "3"):
        done = subprocess.run(
            [
                sys.executable,
                "-m",
                "studykit",
                "generate",
                *articles,
                "--jobs",
                jobs,
                "-o",
                str(tmp_path / jobs),
                "--lang",
                "zh",
            ],
            cwd=ROOT,
            capture_output=True,
            timeout=120,
        )
        assert (done.returncode, done.stderr) == (0, b"")
        assert done.stdout.decode().count("张卡片") == len(articles)
    decks = sorted(path.name for path in (tmp_path / "1").iterdir())
    assert len(decks) == len(articles)
    for name in decks:
        assert (tmp_path / "1" / name).read_bytes() == (tmp_path / "3" / name).read_bytes()
