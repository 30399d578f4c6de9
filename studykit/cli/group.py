"""`studykit group`: a group review at one screen."""

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
    pass


class Mode(StrEnum):
    """Who answers a question."""

    turns = "turns"
    buzz = "buzz"
    all_write = "all-write"


def play(
    deck: Annotated[
        Path | None, typer.Argument(metavar="[DECK]", help=N_("The deck to ask from."))
    ] = None,
    teams: Annotated[
        str,
        typer.Option("--teams", metavar="A,B,C", help=N_("The teams (asked for if not given).")),
    ] = "",
    players: Annotated[
        str, typer.Option("--players", metavar="A,B,C", help=N_("Players instead of teams."))
    ] = "",
    rounds: Annotated[
        int | None,
        typer.Option(
            "--rounds",
            metavar="N",
            min=1,
            help=N_(
                "So many rounds: in turns a question for each team\n(4), else a question (10)."
            ),
        ),
    ] = None,
    mode: Annotated[
        Mode,
        typer.Option(
            "--mode",
            metavar="MODE",
            help=N_("turns; buzz (first at the key); all-write (on paper)."),
        ),
    ] = Mode.turns,
    big: Annotated[bool, typer.Option("--big", help=N_("Large, for the back row."))] = False,
    seconds: Annotated[
        int,
        typer.Option("--seconds", metavar="N", min=0, help=N_("Time for an answer (0: none).")),
    ] = 0,
    streaks: Annotated[
        bool,
        typer.Option("--streaks", help=N_("A point more from the third right answer in a row.")),
    ] = False,
    weak: Annotated[
        bool,
        typer.Option(
            "--weak",
            help=N_("Ask what learners with the players' names have most\nlikely forgotten."),
        ),
    ] = False,
    types: Types = "",
    section: InSection = "",
    tag: WithTag = "",
    seed: QuestionSeed = None,
    keys: Annotated[
        str,
        typer.Option("--keys", metavar="KEYS", help=N_("A key for each team to buzz in, as asdf.")),
    ] = "",
    session: SessionFile = None,
    resume: Annotated[
        bool,
        typer.Option("--resume", help=N_("Go on with the last session, or with --session FILE.")),
    ] = False,
    progress: ProgressDir = None,
    lang: Lang = None,
) -> None:
    """Begin a session or go on with one."""
    import os

    from studykit.cli.group_session import go_on, hold
    from studykit.cli.usage import WrongUsageError
    from studykit.progress.folder import progress_root
    from studykit.terminal.console import interactive

    if not interactive():
        raise WrongUsageError(_("a group review needs a terminal"))
    root = progress_root(progress, os.environ)
    if resume:
        if deck or teams or players:
            raise WrongUsageError(_("--resume goes on with the deck and teams that there were"))
        go_on(root, session, keys, big=big)
        return
    if deck is None:
        raise WrongUsageError(_("say which DECK to ask from, or --resume"))
    if teams and players:
        raise WrongUsageError(_("give --teams or --players"))
    from studykit.cli.group_deal import Wish, deal
    from studykit.cli.options import card_types
    from studykit.questions.pool import Wanted

    wish = Wish(
        deck,
        mode.value,
        teams or players,
        rounds,
        Wanted(card_types(types) if types else (), section, tag),
        seconds=seconds,
        streaks=streaks,
        weak=weak,
        seed=seed,
    )
    hold(root, session, lambda: deal(wish, root), keys, big=big)
