import sys
from pathlib import Path

import pytest

from studykit.errors import StudykitError
from studykit.terminal.editor import at_line, editor_command, open_editor

DECK = Path("my decks/tea.yaml")


@pytest.mark.parametrize(
    ("environ", "command"),
    [
        ({"EDITOR": "vim"}, ["vim"]),
        ({"EDITOR": "vim", "VISUAL": "code -n"}, ["code", "-n"]),
        ({"VISUAL": " ", "EDITOR": "'/opt/my editor' -x"}, ["/opt/my editor", "-x"]),
        ({"EDITOR": "it's"}, ["it's"]),
    ],
)
def test_the_learner_names_the_editor(environ, command):
    assert editor_command(environ) == command


@pytest.mark.parametrize(("there", "want"), [({"vi"}, ["vi"]), ({"vi", "nano"}, ["nano"])])
def test_else_it_is_one_that_is_there(monkeypatch, there, want):
    monkeypatch.setattr("shutil.which", lambda name: name if name in there else None)
    assert editor_command({}) == want


def test_without_any_the_learner_is_told(monkeypatch):
    monkeypatch.setattr("shutil.which", lambda name: None)
    with pytest.raises(StudykitError, match="set EDITOR"):
        editor_command({})


@pytest.mark.parametrize(
    ("command", "want"),
    [
        (["vim"], ["vim", "+7", str(DECK)]),
        (["/usr/bin/nano", "-w"], ["/usr/bin/nano", "-w", "+7", str(DECK)]),
        (["emacs", "-nw"], ["emacs", "-nw", "+7", str(DECK)]),
        (["hx"], ["hx", f"{DECK}:7"]),
        (["subl"], ["subl", "--wait", f"{DECK}:7"]),
        (["code", "--wait"], ["code", "--wait", "--goto", f"{DECK}:7"]),
        (["unknown"], ["unknown", str(DECK)]),
    ],
)
def test_the_file_is_opened_at_the_line(command, want):
    assert at_line(command, DECK, 7) == want


def test_the_file_is_edited(tmp_path):
    script = tmp_path / "edit.py"
    script.write_text("import sys; open(sys.argv[-1], 'a').write('more')", encoding="utf-8")
    deck = tmp_path / "tea.yaml"
    deck.write_text("some ", encoding="utf-8")
    open_editor(deck, 1, {"EDITOR": f"'{sys.executable}' '{script}'"})
    assert deck.read_text("utf-8") == "some more"


@pytest.mark.parametrize(
    ("editor", "words"),
    [("/no/such/editor", "cannot be started"), (f"'{sys.executable}' -c 'exit(3)'", "code 3")],
)
def test_an_editor_that_fails_is_told(tmp_path, editor, words):
    with pytest.raises(StudykitError, match=words):
        open_editor(tmp_path / "tea.yaml", 1, {"EDITOR": editor})
