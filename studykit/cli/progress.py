"""`studykit progress …`: a learner's progress checked, mended, joined, exported, taken back."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from studykit.cli.learners import existing_learner
from studykit.cli.options import Json, Lang, LearnerName, ProgressDir
from studykit.messages import N_, _, ngettext

if TYPE_CHECKING:
    from studykit.progress.folder import Folder

Yes = Annotated[bool, typer.Option("--yes", "-y", help=N_("Do it without asking."))]


def verify(
    learner: LearnerName = "",
    progress: ProgressDir = None,
    json: Json = False,
    lang: Lang = None,
) -> int:
    """Print every problem; gives the exit code."""
    from studykit.cli.boundary import FAILED, OK
    from studykit.cli.learners import clock
    from studykit.progress.learner import Learner
    from studykit.progress.verify import verify as verified
    from studykit.terminal.text import one_line

    folder = existing_learner(progress, learner)
    reader = Learner(folder, clock)
    found = verified(folder, reader.settings_mark, lambda: reader.scheduler, reader.now())
    if json:
        _print_json(found)
    else:
        for problem in found.problems:
            print(one_line(str(problem)))
        words = _("{files} files, {records} records, {reviews} reviews of {cards} cards")
        said = words.format(
            files=found.files, records=found.records, reviews=found.reviews, cards=found.cards
        )
        n = len(found.problems)
        print(said + ": " + (ngettext("{n} problem", "{n} problems", n).format(n=n)))
    return FAILED if found.problems else OK


def repair(
    learner: LearnerName = "",
    progress: ProgressDir = None,
    lang: Lang = None,
) -> None:
    """Set aside what cannot be read and make the snapshot anew."""
    from studykit.progress.lock import locked
    from studykit.progress.repair import repair as repaired
    from studykit.terminal.text import one_line

    folder = existing_learner(progress, learner)
    with locked(folder.lock):
        done = repaired(folder)
    _keep_snapshot(folder)
    for line in done or [_("Nothing had to be repaired.")]:
        print(one_line(line))


def merge(
    other: Annotated[
        Path, typer.Argument(metavar="FOLDER", help=N_("Another copy of the learner's folder."))
    ],
    learner: LearnerName = "",
    progress: ProgressDir = None,
    lang: Lang = None,
) -> int:
    """Add the records of another copy; gives the exit code."""
    from studykit.cli.boundary import FAILED, OK, complain
    from studykit.errors import ProgressError
    from studykit.progress.folder import Folder
    from studykit.progress.lock import locked
    from studykit.progress.merge import merge_from

    folder = _folder(progress, learner)
    copy = Folder(other if (other / "log").is_dir() else other / folder.name)
    if not copy.log.is_dir():
        message = _("{path}: no progress of a learner is here: there is no folder log in it")
        raise ProgressError(message.format(path=other))
    if copy.path.resolve() == folder.path.resolve():
        raise ProgressError(_("{path}: is this learner's progress itself").format(path=other))
    folder.create()
    with locked(folder.lock):
        merged = merge_from(folder, copy)
    _keep_snapshot(folder)
    for problem in merged.problems:
        complain(str(problem))
    words = _("{added} records came over, {known} were here already")
    print(words.format(added=merged.added, known=merged.known))
    return FAILED if merged.problems else OK


def export(
    cards: Annotated[
        bool, typer.Option("--cards", help=N_("The states of cards instead of the reviews."))
    ] = False,
    json: Json = False,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help=N_("Write to a file.")),
    ] = None,
    learner: LearnerName = "",
    progress: ProgressDir = None,
    lang: Lang = None,
) -> None:
    """Print reviews or states of cards as CSV or JSON."""
    from studykit.cli.learners import clock
    from studykit.files import write_atomically
    from studykit.progress.export import CARD_COLUMNS, REVIEW_COLUMNS, card_rows, review_rows
    from studykit.progress.learner import Learner

    reader = Learner(existing_learner(progress, learner), clock)
    if cards:
        rows = card_rows(reader.state(card) for card in reader.standings)
    else:
        rows = review_rows(reader.records())
    text = _json(rows) if json else _csv(CARD_COLUMNS if cards else REVIEW_COLUMNS, rows)
    if output:
        write_atomically(output, text)
    else:
        sys.stdout.write(text)


def undo_day(
    day: Annotated[
        str, typer.Argument(metavar="[DAY]", help=N_("A day such as 2026-11-25 (default: today)."))
    ] = "",
    yes: Yes = False,
    learner: LearnerName = "",
    progress: ProgressDir = None,
    lang: Lang = None,
) -> int:
    """Take back all reviews of a day; gives the exit code."""
    from studykit.cli.boundary import FAILED, OK
    from studykit.cli.learners import clock
    from studykit.progress.session import open_session
    from studykit.terminal.ask import confirmed

    with open_session(existing_learner(progress, learner), clock) as session:
        found = session.standing_on(day or session.today())
        if not found:
            print(_("There is nothing to take back on {day}.").format(day=day or session.today()))
            return OK
        n = len(found)
        question = ngettext("Take back {n} record of {day}?", "Take back {n} records of {day}?", n)
        if not confirmed(question.format(n=n, day=day or session.today()), yes):
            print(_("Nothing was changed."))
            return FAILED
        session.take_back(found)
    print(ngettext("{n} record taken back.", "{n} records taken back.", n).format(n=n))
    return OK


def _folder(progress: Path | None, learner: str) -> "Folder":
    from studykit.cli.learners import learner_folder_of

    return learner_folder_of(progress, learner)


def _keep_snapshot(folder: "Folder") -> None:
    from studykit.cli.learners import clock
    from studykit.progress.learner import Learner

    Learner(folder, clock).keep_snapshot()


def _print_json(value: Any) -> None:
    from dataclasses import asdict

    sys.stdout.write(_json(asdict(value)))


def _json(value: Any) -> str:
    import json

    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _csv(columns: tuple[str, ...], rows: list[dict[str, Any]]) -> str:
    import csv
    import io

    out = io.StringIO()
    writer = csv.DictWriter(out, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()
