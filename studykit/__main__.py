"""`studykit`, and `python -m studykit`."""

import os
import sys


def main() -> None:
    """The console script: run the command line and leave with its exit code."""
    try:
        from studykit.cli.boundary import run

        code = run(sys.argv[1:], _command_line)
    except KeyboardInterrupt:  # before the error boundary stands, or twice
        code = 130
    if "typer" not in sys.modules and "studykit.cli.waiting" in sys.modules:
        # What is due is told, output is flushed, and nothing is open: to take ten thousand
        # cards apart first would keep a shell prompt waiting for a tenth of the time.
        os._exit(code)
    sys.exit(code)


def _command_line(argv: list[str]) -> object:
    # Imported inside the error boundary, and after the language is known.
    from studykit.cli.quick import quick

    at_once = quick(argv)
    if at_once:
        return at_once()
    from studykit.cli.app import command_line

    return command_line(argv)


if __name__ == "__main__":
    main()
