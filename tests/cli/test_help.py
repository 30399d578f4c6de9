import unicodedata

import pytest

from studykit import __version__, messages

COMMANDS = (
    "learn", "review", "due", "quiz", "host", "stats", "history", "generate", "figures",
    "check", "show", "import", "config", "optimize", "simulate", "group", "classroom", "export",
    "progress",
)  # fmt: skip


def cells(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


@pytest.mark.parametrize("argv", [("--help",), (), ("--lang", "en", "--help")])
def test_help_lists_the_commands(studykit, argv):
    result = studykit(*argv)
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("Usage: studykit [options] COMMAND\n")
    assert [
        line.split()[0] for line in result.out.split("Commands:\n")[1].split("\n\n")[0].splitlines()
    ] == list(COMMANDS)


@pytest.mark.parametrize("command", ["", *COMMANDS])
@pytest.mark.parametrize("lang", messages.LANGUAGES)
def test_help_is_whole_in_every_language(studykit, command, lang):
    words = [command] if command else []
    result = studykit(*words, "--lang", lang, "--help")
    assert (result.code, result.err) == (0, "")
    assert all(cells(line) <= 80 for line in result.out.splitlines())
    assert ("用法" in result.out) is (lang == "zh")
    if lang == "zh":
        lowest = [line for line in result.out.splitlines() if line.startswith("  -")]
        assert lowest
        assert all(any(ord(c) > 0x2E80 for c in line) for line in lowest)


def test_version(studykit):
    assert studykit("--version").out == f"studykit {__version__}\n"
