"""Commands that must be there at once, in their usual forms, read without typer.

A shell prompt runs `studykit due` at every line, and importing typer takes as long
as all that `due` does. Whatever is not of the plainest form is left to typer.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from studykit.messages import LANGUAGES

# Options that take a value, and flags, of the commands that are read here.
_VALUES = ("--learner", "--progress", "--lang")
_FLAGS = {"due": ("--json", "--short")}


def quick(argv: Sequence[str]) -> Callable[[], object] | None:
    """What to call for these arguments; None where typer has to read them."""
    if not argv or argv[0] not in _FLAGS:
        return None
    read = _read(argv[1:], _FLAGS[argv[0]])
    if read is None:
        return None
    decks, flags, values = read
    progress = values.get("--progress")

    def due() -> None:
        import gc

        from studykit.cli.waiting import tell

        gc.disable()  # ten thousand cards and no cycles, in a process that ends at once
        tell(
            decks or None,
            short="--short" in flags,
            json="--json" in flags,
            learner=values.get("--learner", ""),
            progress=Path(progress) if progress else None,
        )

    return due


def _read(
    words: Sequence[str], known: tuple[str, ...]
) -> tuple[list[str], set[str], dict[str, str]] | None:
    """Decks, flags, and options with their values; None where a word is not of the plain form."""
    decks: list[str] = []
    flags: set[str] = set()
    values: dict[str, str] = {}
    rest = iter(words)
    for word in rest:
        if word in known:
            flags.add(word)
        elif word in _VALUES:
            value = next(rest, "")
            if not value or value.startswith("-") or (word == "--lang" and value not in LANGUAGES):
                return None
            values[word] = value
        elif word.startswith("-"):
            return None
        else:
            decks.append(word)
    return decks, flags, values
