"""`studykit` on a real pseudo-terminal; its fixtures are in conftest."""

import os
import sys

SIZES = [(24, 80), (40, 120)]
"""Lines and columns of the terminals that sessions are tried on."""


def spawned(argv, folder, *, size, lang, environ):
    """`studykit` on a terminal of this size (lines, columns), its progress in `folder`."""
    import pexpect

    env = {
        **{k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "COLUMNS", "LINES")},
        "TERM": "xterm-256color",
        "STUDYKIT_LANG": lang,
        "STUDYKIT_PROGRESS": str(folder / "progress"),
        "PROMPT_TOOLKIT_NO_CPR": "1",  # it would wait for an answer that pexpect does not give
        "PYTHONPATH": os.pathsep.join(sys.path),
        **environ,
    }
    child = pexpect.spawn(
        sys.executable,
        ["-m", "studykit", *argv],
        dimensions=size,
        cwd=str(folder),
        env=env,
        encoding="utf-8",
        timeout=10,
    )
    child.delaybeforesend = None
    return child


def ended(child) -> int:
    """The exit code, once the process has come to its end."""
    import pexpect

    child.expect(pexpect.EOF)
    child.close()
    return child.exitstatus
