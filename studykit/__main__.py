"""`studykit`, and `python -m studykit`."""

import sys


def main() -> None:
    """The console script: run the command line and leave with its exit code."""
    try:
        from studykit.cli.boundary import run

        code = run(sys.argv[1:], _command_line)
    except KeyboardInterrupt:  # before the error boundary stands, or twice
        code = 130
    sys.exit(code)


def _command_line(argv: list[str]) -> object:
    # Imported inside the error boundary, and after the language is known.
    from studykit.cli.app import command_line

    return command_line(argv)


if __name__ == "__main__":
    main()
