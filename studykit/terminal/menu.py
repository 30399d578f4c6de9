"""The question between the summary and the review."""

from typing import Literal, cast

from studykit.messages import _, ngettext

Choice = Literal["review", "browse", "stop"]


def ask_next(cards: int) -> Choice:
    """Ask what to do with a deck of so many cards; Ctrl-C raises KeyboardInterrupt."""
    import questionary

    review = ngettext("Review {n} card", "Review {n} cards", cards).format(n=cards)
    choices = [
        questionary.Choice(review, "review"),
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
