"""`studykit export csv`, `markdown`, `gift` and the like: decks in the formats of the table."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from studykit.cli.export import Decks, Target
from studykit.cli.options import Lang
from studykit.messages import _, ngettext

if TYPE_CHECKING:
    from studykit.deck.model import Deck
    from studykit.exchange.formats import Format
    from studykit.exchange.model import LeftOut

# Places of cards named in one line; whoever wants all of them looks at the types of the cards.
_MOST_PLACES = 5


def _command(name: str) -> Callable[..., None]:
    """The command that writes one format."""

    def command(decks: Decks, output: Target = None, lang: Lang = None) -> None:
        from studykit.exchange.formats import FORMATS

        _export(FORMATS[name], decks, output)

    return command


csv = _command("csv")
tsv = _command("tsv")
markdown = _command("markdown")
json = _command("json")
gift = _command("gift")
moodle = _command("moodle")
qti = _command("qti")
kahoot = _command("kahoot")


def _export(target: "Format", paths: Sequence[Path], output: Path | None) -> None:
    """Write the decks, all into one file or, where the format wants it, one file each."""
    from studykit.cli.usage import WrongUsageError
    from studykit.deck.file import load_deck
    from studykit.deck.save import save_missing_ids
    from studykit.terminal.text import one_line

    if output is None:
        message = _("say with -o FILE{suffix} which file to write")
        raise WrongUsageError(message.format(suffix=target.suffixes[0]))
    for path in paths:
        save_missing_ids(path)
    decks = [load_deck(path) for path in paths]
    lines = []
    if target.together or len(paths) == 1:
        lines += _write(target, paths, decks, _file(output, paths[0], target))
    else:
        if output.is_file() or output.suffix:
            message = _("{name} holds one deck a file: name a folder with -o for several")
            raise WrongUsageError(message.format(name=target.name))
        for path, deck, file in zip(paths, decks, _files(output, paths, target), strict=True):
            lines += _write(target, [path], [deck], file)
    lines += [_(target.lacks)] if target.lacks else []
    for line in lines:
        print(one_line(line))


def _file(output: Path, deck: Path, target: "Format") -> Path:
    return output / f"{deck.stem}{target.suffixes[0]}" if output.is_dir() else output


def _files(folder: Path, decks: Sequence[Path], target: "Format") -> list[Path]:
    """A file in the folder for each deck, called like it."""
    names: list[str] = []
    for deck in decks:
        name, number = deck.stem, 2
        while name in names:
            name, number = f"{deck.stem}-{number}", number + 1
        names.append(name)
    return [folder / f"{name}{target.suffixes[0]}" for name in names]


def _write(
    target: "Format", paths: Sequence[Path], decks: "Sequence[Deck]", file: Path
) -> list[str]:
    """Write one file; gives what to say of it."""
    from studykit.errors import ExchangeError
    from studykit.files import write_atomically

    written = target.write(decks)
    n = sum(len(deck.cards) for deck in decks) - len(written.left_out)
    left_out = _left_out(paths, written.left_out)
    if written.left_out and not n:
        raise ExchangeError("; ".join(left_out))
    try:
        write_atomically(file, written.data)
    except OSError as error:
        message = _("{path}: cannot be written: {why}; what was there is as it was")
        raise ExchangeError(message.format(path=file, why=error.strerror or error)) from error
    words = ngettext("{n} card", "{n} cards", n).format(n=n)
    return [f"{', '.join(map(str, paths))} → {file} ({words})", *left_out]


def _left_out(paths: Sequence[Path], cards: "Sequence[LeftOut]") -> list[str]:
    """A line for each reason, with the places of the cards that it keeps out."""
    from studykit.deck.file import read_deck

    reasons: dict[str, list[str]] = {}
    places = {deck: read_deck(paths[deck]).lines for deck in {one.deck for one in cards}}
    for one in cards:
        place = f"{paths[one.deck]}:{places[one.deck][one.card]}"
        reasons.setdefault(one.why, []).append(place)
    lines = []
    for why, found in reasons.items():
        n = len(found)
        words = ngettext(
            "{n} card is left out: {why} ({places})",
            "{n} cards are left out: {why} ({places})",
            n,
        )
        named = ", ".join(found[:_MOST_PLACES]) + (" …" if n > _MOST_PLACES else "")
        lines.append(words.format(n=n, why=why, places=named))
    return lines
