"""`studykit export anki --connect`: decks pushed to a running Anki."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from studykit.errors import ExchangeError
from studykit.messages import N_, _, ngettext

if TYPE_CHECKING:
    from studykit.exchange.anki.connect.client import AnkiConnect
    from studykit.exchange.anki.model import Package

Connect = Annotated[
    bool, typer.Option("--connect", help=N_("Push to a running Anki instead (add-on AnkiConnect)."))
]
Url = Annotated[
    str,
    typer.Option(
        "--url",
        metavar="URL",
        help=N_(
            "Where AnkiConnect listens (default:\nSTUDYKIT_ANKICONNECT, then http://127.0.0.1:8765)."
        ),
    ),
]
Profile = Annotated[
    str,
    typer.Option(
        "--profile", metavar="NAME", help=N_("Push only if this profile is open in Anki.")
    ),
]
DryRun = Annotated[bool, typer.Option("--dry-run", help=N_("Only show what --connect would do."))]
Yes = Annotated[bool, typer.Option("--yes", "-y", help=N_("Push without asking."))]


@dataclass(frozen=True, slots=True)
class Push:
    """How to push: into which Anki, and with which profile open, if that is to be made sure."""

    url: str
    profile: str
    dry_run: bool
    yes: bool


def push_package(
    package: "Package",
    how: Push,
    said: Sequence[str],
    said_of_new: Sequence[str],
    *,
    before: Callable[[], None],
) -> int:
    """Show what a push would do, and do it where that is wanted; gives the exit code.

    The lines `said` are shown with it, those `said_of_new` where there are new notes.
    `before` is called when it is about to be done.
    """
    from studykit.cli.boundary import OK
    from studykit.exchange.anki.connect.plan import plan_of
    from studykit.exchange.anki.connect.push import push
    from studykit.exchange.anki.connect.reading import present_in
    from studykit.terminal.ask import confirmed
    from studykit.terminal.console import make_console
    from studykit.terminal.pushing import print_plan, pushed_line
    from studykit.terminal.text import plain
    from studykit.terminal.wrap import Block

    console = make_console()
    anki = _anki(how.url)
    present = present_in(anki, package)
    if how.profile not in ("", present.profile):
        message = _("{url}: the profile {found} is open in Anki, not {name}")
        raise ExchangeError(message.format(url=anki.url, found=present.profile, name=how.profile))
    plan = plan_of(package, present)
    print_plan(console, plan, present)
    for line in (*said, *(said_of_new if plan.added else ())):
        console.print(Block(plain(line)))
    if how.dry_run or plan.empty:
        return OK
    if not confirmed(_("Push this to Anki?"), how.yes):
        print(_("Nothing was changed."))
        return OK
    before()
    with console.status(_("pushing…")):
        refused = push(anki, package, plan, present)
    print(pushed_line(plan, len(refused)))
    if refused:
        raise ExchangeError(_refusal([note.guid for note in refused]))
    return OK


def _anki(url: str) -> "AnkiConnect":
    from studykit.exchange.anki.connect.client import DEFAULT_URL, AnkiConnect

    where = url or os.environ.get("STUDYKIT_ANKICONNECT") or DEFAULT_URL
    return AnkiConnect(where, os.environ.get("STUDYKIT_ANKICONNECT_KEY", ""))


def _refusal(cards: Sequence[str]) -> str:
    n = len(cards)
    words = ngettext(
        "Anki did not take over {n} note, as it has a later one with the same id: {ids}",
        "Anki did not take over {n} notes, as it has later ones with the same ids: {ids}",
        n,
    )
    return words.format(n=n, ids=", ".join(cards))
