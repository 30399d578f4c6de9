"""A group review from its file to its outcome, begun or gone on with."""

import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from studykit.cards.model import Card
from studykit.errors import ProgressError, StudykitError
from studykit.group.events import GroupEvent
from studykit.group.fields import begun_fields, event_fields, game_of
from studykit.group.game import Game
from studykit.journal.journal import Journal, journals, new_journal, open_journal
from studykit.journal.lines import Event, Format
from studykit.journal.read import read_journal
from studykit.messages import _, ngettext
from studykit.scheduling.times import instant
from studykit.terminal.answering.original import Original
from studykit.terminal.group.look import Look

if TYPE_CHECKING:
    from studykit.grading.verdict import Verdict
    from studykit.group.model import Setup

Deal = Callable[[], "tuple[Setup, list[str]]"]
"""Gives what is settled before a session, and what the teacher should be told."""

FORMAT = Format("studykit-group", 1)


def sessions_folder(root: Path) -> Path:
    """Where sessions are kept, beside the learners."""
    return root / "sessions"


class JournalTable:
    """See `terminal.group.table.Table`: events go to a journal."""

    def __init__(self, journal: Journal, original: Original, notes: Sequence[str]) -> None:
        self._journal = journal
        self.original = original
        self._notes = tuple(notes)

    @property
    def notes(self) -> tuple[str, ...]:
        """What the teacher should be told."""
        return (*self._notes, *self._journal.notes)

    def seconds(self) -> float:
        """Seconds of a clock that only goes forward."""
        return time.monotonic()

    def prepare(self) -> None:
        """Import the grading."""
        import studykit.grading.judge  # noqa: F401

    def judge(self, card: Card, typed: Sequence[str]) -> "Verdict":
        """How right a typed answer is."""
        from studykit.grading.judge import judge

        return judge(card, typed)

    def record(self, event: GroupEvent, game: Game) -> None:
        """Keep an event; it is on the disk when this returns."""
        keep(self._journal, event_fields(event, game))


def keep(journal: Journal, fields: dict[str, Any]) -> None:
    """Write what happened now to the journal."""
    journal.append({"at": instant(datetime.now(UTC)), **fields})


def hold(
    root: Path,
    file: Path | None,
    deal: "Callable[[], tuple[Setup, list[str]]]",
    keys: str,
    *,
    big: bool,
) -> None:
    """Hold a new session, kept in a file of its own or in this one, which must not be there."""
    if file and file.exists() and file.stat().st_size:
        raise _there_already(file)
    setup, notes = deal()
    look = _look(setup, keys, big)
    path = file or new_journal(sessions_folder(root), datetime.now())
    with open_journal(path, FORMAT) as journal:
        if journal.events:  # another window was quicker
            raise _there_already(path)
        keep(journal, begun_fields(setup))
        _sit(journal, Game.of(setup), look, notes)


def _there_already(path: Path) -> ProgressError:
    message = _("{path}: is there already; go on with it by --resume")
    return ProgressError(message.format(path=path))


def go_on(root: Path, file: Path | None, keys: str, *, big: bool) -> None:
    """Go on with the session in this file, else with the last that is not finished.

    StudykitError where there is none, ProgressError where it cannot be used.
    """
    path = file or _last(sessions_folder(root))
    if not path.exists():
        raise ProgressError(_("{path}: there is no such session").format(path=path))
    with open_journal(path, FORMAT) as journal:
        game, passed = game_in(path, journal.events)
        notes = []
        if passed:
            words = ngettext(
                "{n} event of the session could not be followed",
                "{n} events of the session could not be followed",
                passed,
            )
            notes.append(words.format(n=passed))
        _sit(journal, game, _look(game.setup, keys, big), notes)


def game_in(path: Path, events: Sequence[Event]) -> tuple[Game, int]:
    """The review that a journal tells of; ProgressError where it tells of none."""
    try:
        return game_of(events)
    except ValueError:
        message = _("{path}: does not say who plays what; the session cannot be used")
        raise ProgressError(message.format(path=path)) from None


def _last(folder: Path) -> Path:
    """The youngest session in which something happened and which has not come to its end."""
    for path in reversed(journals(folder)):
        try:
            game, _passed = game_in(path, read_journal(path, FORMAT).events)
        except ProgressError:
            continue  # of a newer studykit, or spoilt: `report` says so
        if game.can_undo and game.phase != "done":
            return path
    raise StudykitError(_("{path}: no session waits to be gone on with").format(path=folder))


def _look(setup: "Setup", keys: str, big: bool) -> Look:
    from studykit.cli.usage import WrongUsageError
    from studykit.terminal.group.team_keys import team_keys, usable

    count = len(setup.teams)
    if keys and not usable(keys.lower(), count):
        message = _("--keys needs a different key for each of {n} teams, none of {taken}")
        raise WrongUsageError(message.format(n=count, taken="r n w p q u x z - ?"))
    return Look(tuple(keys.lower()) if keys else team_keys(setup.mode, count), big)


def _sit(journal: Journal, game: Game, look: Look, notes: Sequence[str] = ()) -> None:
    from studykit.cli.places import original_of_deck
    from studykit.terminal.console import make_console
    from studykit.terminal.group.loop import run_group
    from studykit.terminal.group.outcome import print_outcome
    from studykit.terminal.keys import terminal_keys
    from studykit.terminal.screen import Screen

    console = make_console()
    table = JournalTable(journal, original_of_deck(Path(game.setup.deck)), notes)
    with terminal_keys() as keys:
        game = run_group(game, table, Screen(console), keys, look)
    print_outcome(console, game, table.original, str(journal.path))
