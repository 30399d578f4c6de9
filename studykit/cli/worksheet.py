"""`studykit export worksheet`: a printable test and its answer key."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from studykit.cli.options import InSection, Lang, Seed, Types, WithTag
from studykit.messages import N_, _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studykit.exchange.worksheet.model import Sheet
    from studykit.terminal.card import LineOf

# Two pages, or half an hour.
DEFAULT_QUESTIONS = 20
# Part of a file's name.
LONGEST_VERSION = 8


def worksheet(
    decks: Annotated[list[Path], typer.Argument(metavar="DECK...", help=N_("Deck files."))],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help=N_("The test to write: .html, .pdf or .docx.")
        ),
    ] = None,
    number: Annotated[
        int, typer.Option("-n", metavar="N", min=1, help=N_("So many questions."))
    ] = DEFAULT_QUESTIONS,
    types: Types = "",
    section: InSection = "",
    tag: WithTag = "",
    versions: Annotated[
        str,
        typer.Option(
            "--versions",
            metavar="A,B,C",
            help=N_("Several versions: the same questions and options\nin another order each."),
        ),
    ] = "",
    title: Annotated[
        str, typer.Option("--title", metavar="TEXT", help=N_("The title (default: the deck's)."))
    ] = "",
    font: Annotated[
        str, typer.Option("--font", metavar="NAME", help=N_("The font family of a pdf."))
    ] = "",
    seed: Seed = 0,
    lang: Lang = None,
) -> None:
    """Choose the questions, write the tests and the key, and say what was written."""
    from random import Random

    from studykit.cli.options import card_types
    from studykit.cli.places import lines_of_deck
    from studykit.cli.usage import WrongUsageError
    from studykit.deck.file import load_deck
    from studykit.errors import DeckError
    from studykit.exchange.worksheet.versions import sheets
    from studykit.exchange.worksheet.write import write_worksheet
    from studykit.questions.pool import Wanted
    from studykit.questions.select import select

    if output is None:
        raise WrongUsageError(_("say with -o FILE.pdf which file to write"))
    named = _versions(versions)
    wanted = Wanted(card_types(types), section, tag)
    read = [load_deck(path) for path in decks]
    questions = select([deck.cards for deck in read], number, Random(seed), wanted)
    if not questions:
        message = _("{decks}: no card is of this kind; see them with: studykit show DECK")
        raise DeckError(message.format(decks=", ".join(map(str, decks))))
    lines: dict[str, LineOf] = {}
    for deck, path in zip(read, decks, strict=True):
        line_of = lines_of_deck(deck, path)
        for card in deck.cards:
            lines.setdefault(card.id, line_of)
    heading = title or " · ".join(dict.fromkeys(deck.title for deck in read))
    made = sheets([one.card for one in questions], heading, read[0].language, named, seed)
    written = write_worksheet(output, made, lambda card, at: lines[card.id](at), font)
    _say(written, made, number)


def _versions(words: str) -> list[str]:
    """The names of a `--versions` value; one without a name when it is empty."""
    from studykit.cli.usage import WrongUsageError

    names = [word.strip() for word in words.replace("，", ",").split(",") if word.strip()]
    for name in names:
        if not name.isalnum() or len(name) > LONGEST_VERSION:
            message = _("{name} cannot name a version: take up to {n} letters or digits")
            raise WrongUsageError(message.format(name=name, n=LONGEST_VERSION))
    return names or [""]


def _say(written: "Sequence[Path]", made: "Sequence[Sheet]", asked: int) -> None:
    from studykit.terminal.text import one_line

    *tests, key = written
    n = sum(len(part.items) for part in made[0].parts)
    questions = ngettext("{n} question", "{n} questions", n).format(n=n)
    points = ngettext("{n} point", "{n} points", made[0].points).format(n=made[0].points)
    for path in tests:
        said = _("{path}: {questions}, {points}")
        print(one_line(said.format(path=path, questions=questions, points=points)))
    print(one_line(_("{path}: the answers, for the teacher").format(path=key)))
    if n < asked:
        print(_("There are no more questions that fit and give away no other's answer."))
