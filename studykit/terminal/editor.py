"""The learner's own editor, opened at a line of a file."""

import shlex
import shutil
import signal
import subprocess
from collections.abc import Mapping
from pathlib import Path

from studykit.errors import StudykitError
from studykit.messages import _

# How editors are told the line. Those that open a window of their own are told to wait.
_PLUS = frozenset(
    "vi vim nvim view nvi elvis gvim mvim nano pico micro emacs emacsclient mg jed joe jmacs ne "
    "kak ed mcedit gedit".split()
)
_COLON = frozenset("hx helix subl zed".split())
_GOTO = frozenset("code codium code-insiders cursor".split())
_WAIT = frozenset("subl zed code codium code-insiders cursor".split())
# Where the learner names none: what is there, the easiest first.
_COMMON = ("nano", "vim", "vi")


def editor_command(environ: Mapping[str, str]) -> list[str]:
    """The words of the editor's command: VISUAL, then EDITOR, then what is there.

    StudykitError where there is none.
    """
    for name in ("VISUAL", "EDITOR"):
        named = environ.get(name, "").strip()
        if named:
            return _words(named)
    for name in _COMMON:
        if shutil.which(name):
            return [name]
    raise StudykitError(_("There is no editor; set EDITOR to the command of yours."))


def _words(named: str) -> list[str]:
    try:
        return shlex.split(named)
    except ValueError:  # a quote that is not closed
        return named.split()


def at_line(command: list[str], path: Path, line: int) -> list[str]:
    """The command that opens a file at a line; at its first, for an editor that is not known."""
    name = Path(command[0]).name.removesuffix(".exe").lower()
    wait = ["--wait"] if name in _WAIT and not {"--wait", "-w"} & set(command) else []
    if name in _PLUS:
        return [*command, f"+{line}", str(path)]
    if name in _COLON:
        return [*command, *wait, f"{path}:{line}"]
    if name in _GOTO:
        return [*command, *wait, "--goto", f"{path}:{line}"]
    return [*command, str(path)]


def open_editor(path: Path, line: int, environ: Mapping[str, str]) -> None:
    """Let the learner edit a file, and wait until they are done.

    StudykitError where the editor cannot be started or ends with a failure.
    """
    command = at_line(editor_command(environ), path, line)
    # Ctrl-C is the editor's while it runs. A handler, as what is ignored stays so in the editor.
    handler = signal.signal(signal.SIGINT, lambda *_args: None)
    try:
        done = subprocess.run(command, check=False)
    except OSError as error:
        message = _("{editor}: cannot be started: {why}; set EDITOR to the command of yours")
        why = error.strerror or error
        raise StudykitError(message.format(editor=command[0], why=why)) from error
    finally:
        signal.signal(signal.SIGINT, handler)
    if done.returncode:
        message = _("{editor} ended with code {code}")
        raise StudykitError(message.format(editor=command[0], code=done.returncode))
