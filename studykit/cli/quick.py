"""Commands that must be there at once, in their usual forms, read without typer.

A shell prompt runs `studykit due` at every line, a learner waits for the first card,
and importing typer takes as long as all that `due` does. Whatever is not of the
plainest form is left to typer.
"""

import gc
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from studykit.messages import LANGUAGES

# Options that take a value, and flags, of the commands that are read here.
_VALUES = ("--learner", "--progress", "--lang")
_FLAGS: dict[str, tuple[str, ...]] = {"due": ("--json", "--short"), "review": ()}


def quick(argv: Sequence[str]) -> Callable[[], object] | None:
    """What to call for these arguments; None where typer has to read them."""
    if not argv or argv[0] not in _FLAGS:
        return None
    read = _read(argv[1:], _FLAGS[argv[0]])
    if read is None:
        return None
    decks, flags, values = read
    learner = values.get("--learner", "")
    progress = Path(values["--progress"]) if "--progress" in values else None
    gc.disable()  # ten thousand cards and no cycles; `studykit.cli.sitting` turns it on again
    if argv[0] == "review":
        return partial(_review, decks, learner, progress)
    return partial(_due, decks, flags, learner, progress)


def _due(decks: list[str], flags: set[str], learner: str, progress: Path | None) -> None:
    from studykit.cli.waiting import tell

    short, json = "--short" in flags, "--json" in flags
    tell(decks or None, short=short, json=json, learner=learner, progress=progress)


def _review(decks: list[str], learner: str, progress: Path | None) -> None:
    from studykit.cli.learners import learner_folder_of
    from studykit.cli.sitting import review_decks

    review_decks(decks or None, learner_folder_of(progress, learner))


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
