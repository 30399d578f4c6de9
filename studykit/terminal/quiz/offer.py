"""The question whether to go on with a quiz that was left half-way."""

from typing import Literal, cast

from studykit.messages import _
from studykit.quiz.quiz import Quiz
from studykit.terminal.intervals import when
from studykit.terminal.text import one_line

Choice = Literal["on", "new", "stop"]


def ask_to_go_on(quiz: Quiz) -> Choice:
    """Ask what to do with it; Ctrl-C raises KeyboardInterrupt."""
    import questionary

    words = _("The quiz of {when} was left half-way: {title}, {done} of {n} answered.")
    said = words.format(
        when=when(quiz.start.at, None),
        title=one_line(", ".join(quiz.start.titles)),
        done=quiz.done,
        n=len(quiz.questions),
    )
    choices = [
        questionary.Choice(_("Go on with it"), "on"),
        questionary.Choice(_("Close it as it is, and begin a new one"), "new"),
        questionary.Choice(_("Stop here"), "stop"),
    ]
    asked = questionary.select(
        said, choices=choices, instruction=_("(arrows, then Enter)"), qmark="›"
    )
    try:
        return cast(Choice, asked.unsafe_ask())
    except EOFError:  # Ctrl-D, or the terminal has gone
        return "stop"
