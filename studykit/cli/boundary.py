"""The error boundary: what the process says and which code it ends with.

0 fine; 1 an expected failure, in one line; 2 wrong usage; 3 a bug, its
traceback in a log file; 130 Ctrl-C; 141 when the reader of our output has gone,
as a shell reports it for any other program.
"""

import errno
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress

from studykit.cli.usage import WrongUsageError, is_usage_error, usage_lines
from studykit.errors import StudykitError
from studykit.messages import _, preferred, speak
from studykit.terminal.text import one_line

# A file is named in its error; output is not.
_OUT_OF_SPACE = (errno.ENOSPC, errno.EFBIG, errno.EDQUOT, errno.EIO)

OK, FAILED, USAGE, BUG, INTERRUPTED, BROKEN_PIPE = 0, 1, 2, 3, 130, 141


def run(argv: Sequence[str], command_line: Callable[[list[str]], object]) -> int:
    """Run the command line on these arguments; gives the exit code and raises nothing.

    `command_line` gives an exit code or None, and may raise.
    """
    _mend_streams()
    speak(preferred(argv, os.environ))
    try:
        code = command_line(list(argv))
        sys.stdout.flush()
        return code if isinstance(code, int) else OK
    except KeyboardInterrupt:
        complain("")
        return INTERRUPTED
    except BrokenPipeError:
        # Python flushes standard output once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except SystemExit:
        return BROKEN_PIPE  # typer itself leaves for no other reason
    except StudykitError as error:
        complain(str(error))
        return USAGE if isinstance(error, WrongUsageError) else FAILED
    except OSError as error:
        complain(os_error_line(error))
        return FAILED
    except Exception as error:
        if is_usage_error(error):
            for line in usage_lines(error):
                complain(line)
            return USAGE
        complain(bug_line(error))
        return BUG


def _mend_streams() -> None:
    """Let output go nowhere where it is closed, and show what it cannot encode by its number."""
    # The first file opened would take the place of a closed one, and our output with it.
    sys.stdout = sys.stdout or open(os.devnull, "w")  # noqa: SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]


def complain(message: str) -> None:
    """Print one line on standard error, if it can still be heard there."""
    with suppress(OSError):
        sys.stderr.write(one_line(message) + "\n")
        sys.stderr.flush()


def bug_line(error: BaseException) -> str:
    """Write the bug's traceback to a log and say where it is."""
    from studykit.cli.buglog import write_bug_log

    return _("This is a bug in studykit ({error}). The details are in {log}").format(
        error=type(error).__name__, log=write_bug_log(error)
    )


def os_error_line(error: OSError) -> str:
    """One line for what the system refused."""
    reason = error.strerror or str(error)
    where = error.filename or (_("standard output") if error.errno in _OUT_OF_SPACE else "")
    return f"{where}: {reason}" if where else reason
