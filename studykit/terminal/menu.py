"""The question between the summary and the review."""

from typing import Literal, cast

from studykit.messages import _, ngettext

Choice = Literal["review", "practise", "browse", "stop"]


def ask_next(waiting: int) -> Choice:
    """Ask what to do with a deck in which so many cards wait; Ctrl-C raises KeyboardInterrupt."""
    import questionary

    review = ngettext("Review {n} card", "Review {n} cards", waiting).format(n=waiting)
    practise = _("Nothing waits now: practise, which moves no schedule")
    choices = [
        questionary.Choice(review, "review")
        if waiting
        else questionary.Choice(practise, "practise"),
        questionary.Choice(_("Look through them with answers"), "browse"),
        questionary.Choice(_("Stop here"), "stop"),
    ]
    asked = questionary.select(
        _("What next?"), choices=choices, instruction=_("(arrows, then Enter)"), qmark="›"
    )
    try:
        return cast(Choice, asked.unsafe_ask())
    except EOFError:  # Ctrl-D, or the terminal has gone
        return "stop"
