"""`studykit simulate`: what a desired retention costs, and which costs least."""

from typing import TYPE_CHECKING, Annotated

import typer

from studykit.cli.learners import clock, learner_folder_of
from studykit.cli.options import Json, Lang, LearnerName, ProgressDir
from studykit.messages import N_, _

if TYPE_CHECKING:
    from studykit.scheduling.habits import Habits
    from studykit.scheduling.simulate import Simulation


def simulate(
    days: Annotated[
        int, typer.Option("--days", metavar="N", min=1, help=N_("How many days."))
    ] = 365,
    cards: Annotated[
        int, typer.Option("--cards", metavar="N", min=1, help=N_("A deck of so many cards."))
    ] = 1000,
    new: Annotated[
        int | None,
        typer.Option(
            "--new", metavar="N", min=1, help=N_("New cards a day (default: your setting).")
        ),
    ] = None,
    seed: Annotated[
        int, typer.Option("--seed", metavar="N", help=N_("Another seed, other luck."))
    ] = 0,
    json: Json = False,
    learner: LearnerName = "",
    progress: ProgressDir = None,
    lang: Lang = None,
) -> None:
    """Print the workload of several desired retentions."""
    from random import Random

    from studykit.progress.learner import Learner
    from studykit.scheduling.habits import habits_of
    from studykit.scheduling.metrics import histories
    from studykit.scheduling.simulate import Plan
    from studykit.scheduling.simulate import simulate as simulated
    from studykit.terminal.console import make_console
    from studykit.terminal.simulation import print_simulation

    reader = Learner(learner_folder_of(progress, learner), clock)
    settings = reader.settings
    habits = habits_of(histories(reader.records()))
    # A learner who takes no new cards for now has still to be shown something.
    new = new or settings.new_per_day or Plan().new_per_day
    plan = Plan(days, cards, new, settings.reviews_per_day)
    console = make_console()
    with console.status(_("simulating…")):
        simulation = simulated(settings, habits, plan, Random(seed))
    if json:
        _print_json(simulation, habits)
    else:
        print_simulation(console, simulation, habits, settings)


def _print_json(simulation: "Simulation", habits: "Habits") -> None:
    import json
    from dataclasses import asdict

    row = {**asdict(simulation), "habits": asdict(habits)}
    print(json.dumps(row, ensure_ascii=False, indent=2))
