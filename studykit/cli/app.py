"""The command line, put together; each command lives in a file of its own.

Only the file of the command that is asked for is imported.
"""

from collections.abc import Sequence
from importlib import import_module
from typing import Annotated, Any

import typer

from studykit.cli.commands import COMMANDS, FIRST_IS_MEANT, GROUPS, Entry
from studykit.cli.first_command import FirstCommand
from studykit.cli.help import Command, Group
from studykit.cli.options import Lang
from studykit.messages import N_

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


def build(only: str = "") -> Any:
    """The command line as a click command: with all its commands, or with this one alone."""
    app = typer.Typer(cls=Group, add_completion=False, no_args_is_help=False, rich_markup_mode=None)
    app.callback(help=_ABOUT)(_root)
    for name, entry in COMMANDS.items():
        if only in ("", name):
            _add(app, name, entry)
    for name, (short, entries) in GROUPS.items():
        if only in ("", name):
            kind = FirstCommand if name in FIRST_IS_MEANT else Group
            group = typer.Typer(cls=kind, add_completion=False, rich_markup_mode=None)
            group.callback(help=short)(_group_root)
            for own, entry in entries.items():
                _add(group, own, entry)
            app.add_typer(group, name=name, short_help=short)
    return typer.main.get_command(app)


def _add(app: typer.Typer, name: str, entry: Entry) -> None:
    module, _colon, function = entry.function.partition(":")
    command = getattr(import_module(f"studykit.cli.{module}"), function)
    app.command(name, cls=Command, short_help=entry.short, help=entry.long)(command)


def _group_root(lang: Lang = None) -> None:
    pass


def named_command(argv: Sequence[str]) -> str:
    """The command that the arguments begin with; empty where they name none that there is."""
    words = iter(argv)
    for word in words:
        if word == "--lang":
            next(words, None)
        elif not word.startswith("--lang="):
            return word if word in COMMANDS or word in GROUPS else ""
    return ""


def command_line(argv: list[str]) -> object:
    """Run one command, or without arguments the menu; gives its exit code or None."""
    if not argv:
        from studykit.cli.home import home

        argv = home()
        if not argv:
            return None
    command = build(named_command(argv))
    return command(argv, prog_name="studykit", standalone_mode=False)
