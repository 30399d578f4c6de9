"""Many articles at once: each becomes a deck or an error, none stops the others."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from studykit.cards.model import CARD_TYPES
from studykit.cli.articles import STDIN, deck_path
from studykit.cli.making import Made, make, save
from studykit.cli.usage import WrongUsageError
from studykit.deck.generate import Options
from studykit.errors import StudykitError
from studykit.messages import _, speak, spoken
from studykit.terminal.merged import merged_lines


@dataclass(frozen=True, slots=True)
class Task:
    """One article to make a deck of; `out` is None for standard output."""

    article: str
    out: Path | None
    options: Options


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a task.

    `error` is empty when it went well, `bug` says that it was our fault. `text`
    is the deck itself where it goes to standard output. `notes` tell of a merge.
    """

    article: str
    out: str = ""
    error: str = ""
    bug: bool = False
    report: dict[str, Any] = field(default_factory=dict)
    text: str = ""
    notes: tuple[str, ...] = ()


def targets(articles: list[str], output: Path | None) -> list[Path | None]:
    """Where each deck goes, None for standard output.

    Raises WrongUsageError where two decks would go to one place.
    """
    if output is None:
        alone = len(articles) == 1
        out = [None if alone and name == STDIN else deck_path(name) for name in articles]
    elif str(output) == STDIN:
        out = [None] * len(articles)
    elif output.is_dir() or (len(articles) > 1 and output.suffix == ""):
        out = [deck_path(name, output) for name in articles]
    else:
        out = [output] * len(articles)
    taken: dict[Path | None, str] = {}
    for name, path in zip(articles, out, strict=True):
        if path in taken:
            raise WrongUsageError(
                _("{one} and {two} would both be written to {path}; use -o FOLDER").format(
                    one=taken[path], two=name, path=path or _("standard output")
                )
            )
        taken[path] = name
    return out


def run_all(tasks: list[Task], jobs: int) -> Iterator[Outcome]:
    """The outcomes in the order of the tasks, whatever the number of processes."""
    if jobs == 1 or len(tasks) == 1:
        yield from map(make_one, tasks)
        return
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    workers = min(jobs, len(tasks))
    with ProcessPoolExecutor(workers, initializer=_begin_worker, initargs=(spoken(),)) as pool:
        try:
            yield from pool.map(make_one, tasks)
        except BrokenProcessPool:
            raise StudykitError(
                _("a worker process was killed, perhaps for lack of memory; try fewer --jobs")
            ) from None
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _begin_worker(language: str) -> None:
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's business
    speak(language)


def make_one(task: Task) -> Outcome:
    """Make and write one deck; raises nothing."""
    from studykit.cli.boundary import bug_line, os_error_line
    from studykit.deck.dump import dump_deck

    try:
        made = make(task.article, task.options)
        if task.out is None:
            return Outcome(task.article, text=dump_deck(made.deck))
        made = save(made, task.out)
    except StudykitError as error:
        return Outcome(task.article, error=str(error))
    except OSError as error:
        return Outcome(task.article, error=os_error_line(error))
    except Exception as error:
        return Outcome(task.article, error=f"{task.article}: {bug_line(error)}", bug=True)
    notes = tuple(merged_lines(made.saved))
    return Outcome(task.article, str(task.out), report=_report(made), notes=notes)


def _report(made: Made) -> dict[str, Any]:
    counts = Counter(card.type for card in made.deck.cards)
    return {
        "title": made.deck.title,
        "cards": len(made.deck.cards),
        "types": {kind: counts[kind] for kind in CARD_TYPES},
        "coverage": asdict(made.coverage),
        "warnings": [asdict(warning) for warning in made.deck.warnings],
    }
