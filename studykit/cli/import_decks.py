"""Importing tables, Markdown, JSON and terms: `studykit import` but for Anki's packages."""

from dataclasses import dataclass
from pathlib import Path

from studykit.cli.arrivals import arrival_lines, import_paths
from studykit.cli.usage import WrongUsageError
from studykit.deck.decode import DeckFile
from studykit.deck.dump import dump_deck
from studykit.deck.file import load_deck, read_text, write_text
from studykit.deck.model import Deck
from studykit.errors import ExchangeError
from studykit.exchange.formats import FORMATS
from studykit.exchange.merging import Merged, merge_imported
from studykit.messages import _

# How a person writes on the command line what cannot be seen there.
_ESCAPES = {r"\t": "\t", r"\n": "\n", r"\r": "\r"}


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person says of a file: its format, and of terms what parts them and the cards.

    `replace`: cards that are otherwise in the deck here become those of the file.
    """

    format: str = ""
    between: str = ""
    rows: str = ""
    replace: bool = False


def import_decks(file: Path, output: Path | None, asked: Asked) -> int:
    """Import the decks of a file; prints what was done and what is wrong, gives the code."""
    from studykit.cli.boundary import FAILED, OK, complain
    from studykit.terminal.text import one_line

    files = _read(file, asked)
    problems = [problem for one in files for problem in one.problems]
    decks = [one.deck for one in files if one.deck and one.deck.cards]
    if not decks and not problems:
        raise ExchangeError(_("{path}: has no cards").format(path=file))
    paths = import_paths(decks, output) if decks else []
    # Everything is worked out before anything is written.
    merged = [_merged(deck, path, asked) for deck, path in zip(decks, paths, strict=True)]
    for deck, path, done in zip(decks, paths, merged, strict=True):
        is_new = not path.exists()
        _write(path, done, is_new=is_new)
        for line in arrival_lines(str(file), path, len(deck.cards), done, is_new=is_new):
            print(one_line(line))
        if done.disputed:
            print(_("--replace takes them from the file."))
    for problem in problems:
        complain(str(problem))
    return FAILED if problems else OK


def _read(file: Path, asked: Asked) -> list[DeckFile]:
    """The decks of the file; `ExchangeError` where no reader is for it."""
    from studykit.exchange.detect import detect

    data, path = file.read_bytes(), str(file)
    if asked.between or asked.rows:
        if asked.format not in ("", "terms"):
            raise WrongUsageError(_("--between and --rows are for terms alone"))
        from studykit.exchange.quizlet import BETWEEN, ROWS, read_terms

        return read_terms(
            data, path, _separator(asked.between) or BETWEEN, _separator(asked.rows) or ROWS
        )
    if asked.format:
        return FORMATS[_readable(asked.format)].read(data, path)
    found = detect(data, path)
    if found is None:
        message = _("{path}: is of no format that studykit reads: apkg, colpkg, {names}")
        raise ExchangeError(message.format(path=file, names=", ".join(_readers())))
    return found.read(data, path)


def _readers() -> list[str]:
    return [one.name for one in FORMATS.values() if one.reader]


def _readable(name: str) -> str:
    if name not in _readers():
        message = _("there is no format {name} to read; there are {names}")
        raise WrongUsageError(message.format(name=name, names=", ".join(_readers())))
    return name


def _separator(written: str) -> str:
    for escape, meant in _ESCAPES.items():
        written = written.replace(escape, meant)
    return written


def _merged(deck: Deck, path: Path, asked: Asked) -> Merged:
    """What the file at the path becomes with the cards of the deck."""
    if not path.exists():
        return Merged(dump_deck(deck), tuple(card.id for card in deck.cards))
    here = load_deck(path)
    if here.id != deck.id:
        message = _("{path}: is another deck ({id}), not {other}; nothing was imported")
        raise ExchangeError(message.format(path=path, id=here.id, other=deck.id))
    # Nothing tells which of two versions is newer: the one here stays unless a person says.
    counts = True if asked.replace else None
    return merge_imported(read_text(path), str(path), deck, lambda _old, _new: counts)


def _write(path: Path, merged: Merged, *, is_new: bool) -> None:
    """Write the deck; what is replaced is first copied to `NAME.yaml.bak`."""
    if merged.changed:
        write_text(path.with_name(f"{path.name}.bak"), read_text(path))
    if is_new or merged.added or merged.changed:
        write_text(path, merged.text)
