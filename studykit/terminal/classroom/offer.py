"""The question which of several sessions to go on with."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from studykit.classroom.events import Joined
from studykit.classroom.record import Kept
from studykit.messages import _
from studykit.terminal.classroom.header import players
from studykit.terminal.text import one_line


def ask_which(found: Sequence[tuple[Path, Kept]]) -> Path | None:
    """Ask for one of these sessions; None to leave it. Ctrl-C raises KeyboardInterrupt."""
    import questionary

    choices = [questionary.Choice(_label(kept), path) for path, kept in found]
    asked = questionary.select(
        _("Which session?"),
        choices=[*choices, questionary.Choice(_("Stop here"), "")],
        instruction=_("(arrows, then Enter)"),
        qmark="›",
    )
    try:
        return asked.unsafe_ask() or None
    except EOFError:  # Ctrl-D, or the terminal has gone
        return None


def _label(kept: Kept) -> str:
    began = datetime.fromtimestamp(kept.began / 1000)
    joined = sum(isinstance(event, Joined) for event in kept.events)
    return f"{began:%m-%d %H:%M}  {one_line(kept.session.title)}  {players(joined)}"
