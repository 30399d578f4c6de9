"""The stages from article to deck, shown while they run."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from studykit.messages import N_, _

if TYPE_CHECKING:
    from rich.console import Console

_STAGES = {
    "read": N_("reading the article"),
    "words": N_("loading the dictionary"),
    "facts": N_("finding facts"),
    "cards": N_("writing cards"),
    "select": N_("choosing cards"),
    "save": N_("saving the deck"),
}


@contextmanager
def shown_stages(console: "Console") -> Iterator[Callable[[str], None]]:
    """Give a function to call with the name of each stage as it begins.

    On a terminal a bar moves on with each and is gone at the end; elsewhere
    nothing is printed.
    """
    if not console.is_terminal or console.is_dumb_terminal:
        yield lambda stage: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn

    columns = (
        SpinnerColumn(),
        BarColumn(bar_width=20),
        MofNCompleteColumn(),
        TextColumn("{task.description}", markup=False),
    )
    names = list(_STAGES)
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("", total=len(names))

        def begin(stage: str) -> None:
            done = names.index(stage) if stage in _STAGES else None
            words = _(_STAGES.get(stage, stage))
            progress.update(task, completed=done, description=words, refresh=True)

        yield begin
