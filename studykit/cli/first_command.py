"""A group of commands whose first is meant where none of them is named."""

from typing import Any

from studykit.cli.help import Group


class FirstCommand(Group):
    """`studykit group DECK` is `studykit group play DECK`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put the name of the first command before arguments that begin with no command."""
        if not args or args[0] not in (*self.commands, "--help"):
            args = [next(iter(self.commands)), *args]
        return super().parse_args(ctx, args)
