"""`studykit optimize`: FSRS fitted to a learner's own reviews."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from studykit.cli.learners import clock, existing_learner
from studykit.cli.options import Json, Lang, LearnerName, ProgressDir
from studykit.messages import N_, _

if TYPE_CHECKING:
    from studykit.progress.learner import Learner
    from studykit.scheduling.optimize import Fit, Moves


def optimize(
    yes: Annotated[
        bool, typer.Option("--yes", "-y", help=N_("Take the parameters without asking."))
    ] = False,
    json: Json = False,
    learner: LearnerName = "",
    progress: ProgressDir = None,
    lang: Lang = None,
) -> None:
    """Show what fitted parameters would gain; take them where that is wanted."""
    from studykit.progress.config import change_setting
    from studykit.progress.learner import Learner
    from studykit.terminal.console import make_console
    from studykit.terminal.fit import print_fit
    from studykit.terminal.text import plain
    from studykit.terminal.wrap import Block

    reader = Learner(existing_learner(progress, learner), clock)
    console = make_console()
    with console.status(_("fitting…")):
        found, moved = _fitted(reader)
    if not json:
        print_fit(console, found, moved)
    taken = found.better and _wanted(yes, json)
    if taken:
        change_setting(reader.folder.config, "parameters", [*map(repr, found.parameters)])
    if json:
        _print_json(found, moved, taken)
    elif found.better:
        console.print(Block(plain(_outcome(taken))))


def _fitted(reader: "Learner") -> "tuple[Fit, Moves]":
    from studykit.scheduling.fold import fold
    from studykit.scheduling.metrics import histories
    from studykit.scheduling.optimize import fit, moves
    from studykit.scheduling.scheduler import Scheduler

    records = reader.records()
    found = fit(histories(records), reader.settings)
    scheduler = Scheduler(replace(reader.settings, parameters=found.parameters))
    present = {card: reader.state(card) for card in reader.standings}
    return found, moves(present, fold(records, scheduler), reader.today())


def _wanted(yes: bool, json: bool) -> bool:
    from studykit.terminal.ask import confirmed
    from studykit.terminal.console import interactive

    if yes or json or not interactive():
        return yes
    return confirmed(_("Use the fitted parameters from now on?"), yes)


def _outcome(taken: bool) -> str:
    if taken:
        return _("The fitted parameters hold from now on.")
    return _("Nothing was changed; to take them: studykit optimize --yes")


def _print_json(found: "Fit", moved: "Moves", taken: bool) -> None:
    import json
    from dataclasses import asdict

    row = {**asdict(found), "moves": asdict(moved), "taken": taken}
    print(json.dumps(row, ensure_ascii=False, indent=2))
