"""Taking the progress of an Anki package into a learner's log."""

from collections.abc import Collection, Mapping
from pathlib import Path

from studykit.cli.learners import clock
from studykit.exchange.anki.model import Package
from studykit.exchange.anki.presets import changed_settings, settings_of_package
from studykit.exchange.anki.progress import progress_of, progress_of_learner
from studykit.messages import _, ngettext
from studykit.progress.config import change_setting
from studykit.progress.deck_list import add_decks
from studykit.progress.folder import Folder
from studykit.progress.learner import Learner
from studykit.progress.lock import locked
from studykit.progress.merge import add_records
from studykit.scheduling.settings import Settings


def import_progress(
    folder: Folder,
    package: Package,
    cards: Mapping[int, str],
    gone: Collection[str],
    decks: list[Path],
) -> list[str]:
    """Add to a learner's log what a package holds and the log does not; gives what to say.

    `cards` gives the id of each card by its number in the package; `decks` go on the
    learner's list. Someone who has no progress yet gets the package's settings.
    """
    begins = not (folder.log.exists() or folder.config.exists())
    folder.create()
    with locked(folder.lock):
        lines = _take_settings(folder, package) if begins else []
        progress = progress_of_learner(Learner(folder, clock))
        taken = progress_of(package, cards, progress, gone)
        add_records(folder, taken.records)
        add_decks(folder, decks)
    Learner(folder, clock).keep_snapshot()
    words = ngettext(
        "{n} review came over, {known} were here already",
        "{n} reviews came over, {known} were here already",
        taken.grades,
    )
    lines.insert(0, words.format(n=taken.grades, known=taken.known))
    if taken.aside:
        words = ngettext(
            "{n} entry of Anki's log is no answer (a date set by hand) and stays out",
            "{n} entries of Anki's log are no answers (dates set by hand) and stay out",
            taken.aside,
        )
        lines.append(words.format(n=taken.aside))
    return lines


def _take_settings(folder: Folder, package: Package) -> list[str]:
    changed = changed_settings(Settings(), settings_of_package(package, Settings()))
    for name, value in changed.items():
        change_setting(folder.config, name, value)
    if not changed:
        return []
    return [_("Settings as in Anki: {names}").format(names=", ".join(changed))]
