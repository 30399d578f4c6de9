"""Help in the reader's language, aligned by the width of Chinese characters.

Typer's own help is English around our texts, and its Rich form takes longer to
import than studykit takes to start.
"""

from collections.abc import Iterable
from typing import Any

from typer.core import TyperCommand, TyperGroup

from studykit.messages import _


class Command(TyperCommand):
    """A command whose help is ours."""

    def get_help(self, ctx: Any) -> str:
        """The help text."""
        return _help_of(self, ctx)


class Group(TyperGroup):
    """The command line as a whole."""

    def get_help(self, ctx: Any) -> str:
        """The help text."""
        return _help_of(self, ctx)


def _help_of(command: Any, ctx: Any) -> str:
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    options = [p for p in command.params if p.param_type_name == "option"]
    commands = getattr(command, "commands", {})
    words = [ctx.command_path, _("[options]"), *(p.metavar for p in arguments)]
    if commands:
        words.append(_("COMMAND"))
    blocks = [
        [_("Usage: {words}").format(words=" ".join(words))],
        [_(command.help)],
        _section(_("Arguments:"), [(p.metavar, _(p.help)) for p in arguments]),
        _section(_("Commands:"), [(name, _(c.short_help)) for name, c in commands.items()]),
        _section(
            _("Options:"),
            [*((_option(p), _(p.help)) for p in options), ("--help", _("Show this help."))],
        ),
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block)


def _option(param: Any) -> str:
    names = ", ".join([*param.opts, *param.secondary_opts])
    return names if param.is_flag else f"{names} {param.metavar}"


def _section(title: str, rows: Iterable[tuple[str, str]]) -> list[str]:
    rows = list(rows)
    if not rows:
        return []
    left = max(len(name) for name, _text in rows) + 2
    lines = [title]
    for name, text in rows:
        first, *rest = text.splitlines()
        lines.append(f"  {name:<{left}}{first}")
        lines += [" " * (left + 2) + line for line in rest]
    return lines
