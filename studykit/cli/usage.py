"""Wrong usage, said in the reader's language.

Typer carries its own copy of click, so its errors are known by what they have,
not by their class.
"""

import re

from studykit.errors import StudykitError
from studykit.messages import N_, _


class WrongUsageError(StudykitError):
    """A command line that parses but does not make sense."""


_BAD_VALUE = r"Invalid value for '?(.+?)'?: "
# What typer says in English, and how we say it; {0} and {1} are the groups.
_MESSAGES = [
    (r"No such command '(.+?)'\.?", N_("there is no command {0}")),
    (r"Missing command\.?", N_("a command is missing")),
    (r"No such option: (\S+)", N_("there is no option {0}")),
    (r"Missing (?:argument|option|parameter) '?(.+?)'?\.", N_("{0} is missing")),
    (r"Option '?(.+?)'? requires an argument\.?", N_("{0} needs a value")),
    (r"Option '?(.+?)'? does not take a value\.?", N_("{0} takes no value")),
    (r"Got unexpected extra argument(?:s|\(s\))? \((.+)\)", N_("too many arguments: {0}")),
    (rf"{_BAD_VALUE}.*valid int.*", N_("{0} takes a whole number")),
    (rf"{_BAD_VALUE}.*(?:greater than or equal to|x>=) ?(\d+).*", N_("{0} must be at least {1}")),
    (rf"{_BAD_VALUE}.*is not one of (.+?)\.?$", N_("{0} must be one of {1}")),
    (rf"{_BAD_VALUE}(.+)", N_("{0}: {1}")),
]
_SUGGESTION = re.compile(r"(?:Did you mean|Possible options:) '?([^?)']+)")


def is_usage_error(error: Exception) -> bool:
    """Whether typer raised this because the command line is wrong."""
    return hasattr(error, "format_message") and getattr(error, "exit_code", None) == 2


def usage_lines(error: Exception) -> list[str]:
    """What is wrong and where help is, one line each."""
    english = error.format_message()  # type: ignore[attr-defined]
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "studykit"
    return [
        _in_our_words(english),
        _("See `{command} --help`.").format(command=path),
    ]


def _in_our_words(english: str) -> str:
    for pattern, message in _MESSAGES:
        match = re.match(pattern, english)
        if match:
            said = _(message).format(*match.groups())
            meant = _SUGGESTION.search(english, match.end())
            return said + _(" (did you mean {names}?)").format(names=meant[1]) if meant else said
    return english
