"""`studykit host`: a live classroom; the class joins from phones and laptops."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from studykit.cli.options import (
    InSection,
    Lang,
    ProgressDir,
    QuestionSeed,
    SessionFile,
    Types,
    WithTag,
)
from studykit.messages import N_, _

if TYPE_CHECKING:
    from studykit.classroom.model import Rules

# More questions than any class answers in one sitting.
MOST_QUESTIONS = 200
_MOST_SECONDS = 3600
_MOST_PORT = 65_535


class Ranks(StrEnum):
    """Who sees ranks."""

    none = "none"
    own = "own"
    board = "board"


def host(
    decks: Annotated[
        list[Path] | None, typer.Argument(metavar="[DECK...]", help=N_("The decks to ask from."))
    ] = None,
    n: Annotated[
        int | None,
        typer.Option(
            "-n",
            metavar="N",
            min=1,
            max=MOST_QUESTIONS,
            help=N_("So many questions (default: 10)."),
        ),
    ] = None,
    types: Types = "",
    section: InSection = "",
    tag: WithTag = "",
    weak: Annotated[
        bool, typer.Option("--weak", help=N_("First what the class has most likely forgotten."))
    ] = False,
    seed: QuestionSeed = None,
    seconds: Annotated[
        int,
        typer.Option(
            "--seconds",
            metavar="N",
            min=0,
            max=_MOST_SECONDS,
            help=N_("Time for a vote (0: until you close it)."),
        ),
    ] = 0,
    speed: Annotated[
        bool, typer.Option("--speed", help=N_("More points for quick answers (with --seconds)."))
    ] = False,
    ranks: Annotated[
        Ranks,
        typer.Option("--ranks", metavar="WHO", help=N_("Who sees ranks: none, own or board.")),
    ] = Ranks.none,
    teams: Annotated[
        str, typer.Option("--teams", metavar="A,B,C", help=N_("Teams to choose from."))
    ] = "",
    roster: Annotated[
        Path | None,
        typer.Option(
            "--roster", metavar="FILE", help=N_("Names to join by, a line each: name[,code].")
        ),
    ] = None,
    self_paced: Annotated[
        bool, typer.Option("--self-paced", help=N_("Everyone at their own pace, as homework."))
    ] = False,
    until: Annotated[
        str,
        typer.Option(
            "--until", metavar="TIME", help=N_("When that ends: 20:30, or 2026-11-27T20:30.")
        ),
    ] = "",
    lan: Annotated[
        bool, typer.Option("--lan", help=N_("Let the local network in (else: this computer)."))
    ] = False,
    bind: Annotated[
        str, typer.Option("--bind", metavar="ADDRESS", help=N_("Listen at this address instead."))
    ] = "",
    port: Annotated[
        int | None,
        typer.Option(
            "--port", metavar="N", min=0, max=_MOST_PORT, help=N_("Listen at this port (0: any).")
        ),
    ] = None,
    address: Annotated[
        str,
        typer.Option(
            "--address",
            metavar="ADDRESS",
            help=N_("What the class types, if not this address (WSL, router)."),
        ),
    ] = "",
    store: Annotated[
        str,
        typer.Option(
            "--store", metavar="URL", help=N_("Share the room over Redis: redis://HOST:PORT.")
        ),
    ] = "",
    join: Annotated[
        str,
        typer.Option(
            "--join", metavar="URL", help=N_("Serve players of a room in Redis; another leads.")
        ),
    ] = "",
    pin: Annotated[
        str, typer.Option("--pin", metavar="PIN", help=N_("The PIN of that room (with --join)."))
    ] = "",
    session: SessionFile = None,
    resume: Annotated[
        bool,
        typer.Option(
            "--resume", help=N_("Go on with a session that was left, or with --session FILE.")
        ),
    ] = False,
    progress: ProgressDir = None,
    lang: Lang = None,
) -> None:
    """Begin a session or go on with one."""
    import os

    from studykit.classroom.address import can_be_known_as
    from studykit.cli.hosting import go_on, hold
    from studykit.cli.usage import WrongUsageError
    from studykit.cli.where import Where
    from studykit.progress.folder import progress_root
    from studykit.terminal.console import interactive

    if lan and bind:
        raise WrongUsageError(_("give --lan or --bind"))
    if address and not can_be_known_as(address):
        message = _("--address: {words} is no name or address, such as 192.168.1.5:8642")
        raise WrongUsageError(message.format(words=address))
    where = Where(lan, bind, port, address, store)
    if join or pin:
        if decks or resume or store or not (join and pin):
            raise WrongUsageError(
                _("--join goes with --pin, and with --lan, --bind, --port or --address")
            )
        from studykit.cli.host_shared import join as stand_by

        stand_by(join, pin, where)
        return
    if not interactive() and not (self_paced or (resume and session)):
        raise WrongUsageError(_("a live classroom needs a terminal, unless it is --self-paced"))
    root = progress_root(progress, os.environ)
    if resume:
        if decks:
            raise WrongUsageError(_("--resume goes on with the decks that there were"))
        from studykit.cli.host_files import left_session

        path = session or left_session(root)
        if path:
            go_on(root, path, where, roster)
        return
    if not decks:
        raise WrongUsageError(_("say which DECK to ask from, or --resume"))
    from studykit.classroom.roster import read_roster
    from studykit.cli.host_new import Wish, new_session
    from studykit.cli.options import card_types
    from studykit.questions.pool import Wanted

    rules = _rules(seconds, speed, ranks, teams, self_paced, until)
    names = read_roster(roster) if roster else None
    wanted = Wanted(card_types(types) if types else (), section, tag)
    wish = Wish(tuple(decks), n, wanted, weak, seed)
    hold(root, session, where, new_session(wish, rules, names, root, roster), names)


def _rules(
    seconds: int, speed: bool, ranks: Ranks, teams: str, self_paced: bool, until: str
) -> "Rules":
    """The rules that the options settle; WrongUsageError where they contradict one another."""
    from datetime import datetime

    from studykit.classroom.model import Rules
    from studykit.cli.group_deal import team_names
    from studykit.cli.host_new import until_of
    from studykit.cli.usage import WrongUsageError

    if speed and not seconds:
        raise WrongUsageError(_("--speed needs --seconds"))
    if until and not self_paced:
        raise WrongUsageError(_("--until goes with --self-paced"))
    if self_paced and seconds:
        raise WrongUsageError(_("--self-paced has no --seconds; it ends at --until"))
    ends = 0
    if until:
        moment = until_of(until, datetime.now().astimezone())
        if moment is None:
            message = _("--until: {words} is no time to come, such as 20:30 or 2026-11-27T20:30")
            raise WrongUsageError(message.format(words=until))
        ends = int(moment.timestamp() * 1000)
    names = team_names(teams) if teams else ()
    return Rules(seconds, speed, ranks.value, True, names, self_paced, ends)
