"""The command line, put together; each command lives in a file of its own."""

from collections.abc import Callable
from typing import Annotated, Any

import typer

from studykit.cli.check import check
from studykit.cli.figures import figures
from studykit.cli.generate import generate
from studykit.cli.help import Command, Group
from studykit.cli.learn import learn
from studykit.cli.options import Lang
from studykit.cli.show import show
from studykit.messages import N_

_COMMANDS: dict[Callable[..., object], tuple[str, str]] = {
    learn: (
        N_("Make a deck of an article and learn it."),
        N_(
            "Make a deck of an article, show what was found, save it under decks/,\n"
            "and start a first review. A deck that is there already keeps its ids and\n"
            "your changes. Without a terminal it stops after the summary."
        ),
    ),
    generate: (
        N_("Make decks of articles."),
        N_(
            "Make decks of articles: one goes to decks/NAME.yaml or to -o FILE, several\n"
            "to decks/ or to -o FOLDER. `-` reads standard input and, without -o, writes\n"
            "the deck to standard output. Same article and seed, same deck."
        ),
    ),
    figures: (
        N_("List all figures of an article."),
        N_("List all figures of an article with what they measure, where and when."),
    ),
    check: (
        N_("Check articles and decks."),
        N_(
            "Check articles for doubtful places, and decks for their form, for the\n"
            "grounding of every card and for faults of questions. Prints path:line: message\n"
            "and ends with code 1 when there is anything."
        ),
    ),
    show: (
        N_("Browse and search the cards of a deck."),
        N_("Browse and search the cards of a deck by section, type, tag and text."),
    ),
}
_ABOUT = N_("From a Chinese article to a deck of flashcards, and to learning it.")


def _version(asked: bool) -> None:
    if asked:
        from studykit import __version__

        typer.echo(f"studykit {__version__}")
        raise typer.Exit


def _root(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help=N_("Show the version.")),
    ] = False,
    lang: Lang = None,
) -> None:
    pass


def build() -> Any:
    """The command line as a click command."""
    app = typer.Typer(cls=Group, add_completion=False, no_args_is_help=False, rich_markup_mode=None)
    app.callback(help=_ABOUT)(_root)
    for command, (short, long) in _COMMANDS.items():
        app.command(cls=Command, short_help=short, help=long)(command)
    return typer.main.get_command(app)


def command_line(argv: list[str]) -> object:
    """Run one command; gives its exit code or None."""
    return build()(argv or ["--help"], prog_name="studykit", standalone_mode=False)
