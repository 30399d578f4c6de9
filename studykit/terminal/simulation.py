"""Workload against desired retention: a bar and the figures for each."""

from typing import TYPE_CHECKING

from studykit.messages import _, ngettext
from studykit.scheduling.habits import Habits
from studykit.scheduling.model import RATINGS
from studykit.scheduling.settings import Settings
from studykit.scheduling.simulate import Simulation, Workload
from studykit.terminal.names import rating_name
from studykit.terminal.text import plain
from studykit.terminal.wrap import Block

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

_EIGHTHS = " ▏▎▍▌▋▊▉"
# Cells for everything but the bars, in the wider of the languages; what is left is theirs.
_FIGURES_WIDTH = 63
_SHORTEST_BAR, _LONGEST_BAR = 4, 30


def print_simulation(
    console: "Console", simulation: Simulation, habits: Habits, settings: Settings
) -> None:
    """Print the workloads, which retention costs least, and what was assumed."""
    from rich.padding import Padding

    own = settings.desired_retention
    console.print()
    console.print(Block(plain(_title(simulation), "bold")))
    console.print(Padding(_table(simulation, own, console.width), (0, 0, 0, 2)))
    for line in (_advice(simulation, own), _assumed(habits)):
        console.print(Block(plain(line)))


def percent(retention: float) -> str:
    """A retention as it is spoken of: 90%, 87.5%."""
    return f"{retention * 100:g}%"


def bar(share: float, width: int) -> str:
    """A bar as long as a share, 0 to 1, of so many cells."""
    whole, eighths = divmod(round(share * width * 8), 8)
    return ("█" * whole + _EIGHTHS[eighths]).rstrip()


def _title(simulation: Simulation) -> str:
    plan = simulation.plan
    cards = ngettext("{n} card", "{n} cards", plan.cards).format(n=plan.cards)
    days = ngettext("{n} day", "{n} days", plan.days).format(n=plan.days)
    words = _("Simulated: {cards}, {new} new a day, {days}")
    return words.format(cards=cards, new=plan.new_per_day, days=days)


def _table(simulation: Simulation, own: float, console_width: int) -> "Table":
    from rich import box
    from rich.table import Table

    width = max(_SHORTEST_BAR, min(console_width - _FIGURES_WIDTH, _LONGEST_BAR))
    most = max(one.reviews for one in simulation.workloads)
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), show_edge=False)
    table.add_column(_("retention"), justify="right", no_wrap=True)
    table.add_column(_("reviews a day"), no_wrap=True)
    table.add_column("", justify="right", no_wrap=True)
    table.add_column(_("minutes a day"), justify="right", width=9)
    table.add_column(_("remembered"), justify="right", no_wrap=True)
    table.add_column(_("minutes a card"), justify="right", width=9)
    table.add_column("", no_wrap=True)
    for one in simulation.workloads:
        table.add_row(
            percent(one.retention),
            plain(bar(one.reviews / most, width), "cyan"),
            f"{one.reviews:.1f}",
            f"{one.minutes:.1f}",
            f"{one.remembered:.0f}",
            f"{one.minutes_per_card:.1f}",
            _note(one, simulation, own),
            style="bold" if one.retention == own else "",
        )
    return table


def _note(one: Workload, simulation: Simulation, own: float) -> str:
    if one.retention == own:
        return _("yours")
    return _("least") if one.retention == simulation.cheapest else ""


def _advice(simulation: Simulation, own: float) -> str:
    if own == simulation.cheapest:
        return _("Your {own} costs the least time for each card remembered.").format(
            own=percent(own)
        )
    words = _(
        "{cheapest} costs the least time for each card remembered, but more retention remembers "
        "more cards. To set it: studykit config desired_retention {value}"
    )
    return words.format(cheapest=percent(simulation.cheapest), value=f"{simulation.cheapest:g}")


def _assumed(habits: Habits) -> str:
    pairs = zip(RATINGS, habits.seconds, strict=True)
    answers = ", ".join(f"{rating_name(rating)} {seconds:.1f}" for rating, seconds in pairs)
    if habits.reviews:
        words = ngettext(
            "Seconds an answer takes, from {n} review of yours and those of other learners: "
            "{answers}",
            "Seconds an answer takes, from {n} reviews of yours and those of other learners: "
            "{answers}",
            habits.reviews,
        )
    else:
        words = _("Seconds an answer takes, from reviews of other learners: {answers}")
    return words.format(n=habits.reviews, answers=answers)
