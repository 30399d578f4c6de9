"""What waits for a learner today, found and told."""

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from studykit.messages import _, ngettext

if TYPE_CHECKING:
    from pathlib import Path

    from studykit.progress.folder import Folder
    from studykit.scheduling.outlook import Counts, Next


class DeckDue(NamedTuple):
    """What waits in one deck."""

    title: str
    path: "Path"
    counts: "Counts"


class Due(NamedTuple):
    """What waits for a learner on a day, what is over the day's limit, and what comes next."""

    learner: str
    day: str
    counts: "Counts"
    held_back: int
    next: "Next | None"
    decks: tuple[DeckDue, ...]
    problems: tuple[str, ...]


def tell(
    decks: list[str] | None, *, short: bool, json: bool, learner: str, progress: "Path | None"
) -> None:
    """Print what waits in these decks, or in all that the learner has opened."""
    from studykit.cli.boundary import complain
    from studykit.cli.learners import learner_folder_of

    found = what_is_due(learner_folder_of(progress, learner), decks)
    if json:
        print_json(found)
        return
    for problem in () if short else found.problems:
        complain(problem)
    if short:
        print(found.counts.total)
    else:
        print_due(found)


def what_is_due(folder: "Folder", named: list[str] | None) -> Due:
    """What waits for the learner of a folder in these decks, or in all they have opened."""
    from studykit.cli.learners import clock
    from studykit.cli.shelves import chosen_decks, entries_of
    from studykit.deck.shelf import open_shelf
    from studykit.progress.learner import Learner
    from studykit.scheduling.outlook import counts_of, next_due
    from studykit.scheduling.queue import build_queue

    reader = Learner(folder, clock)
    shelf = open_shelf(folder.index, chosen_decks(named, folder))
    # Only counted, so in whatever order is the quickest.
    settings = replace(reader.settings, due_order="deck", new_order="deck")
    queue = build_queue(
        entries_of(shelf), reader.standings, settings, reader.today(), lambda cards: None
    )
    reader.keep_snapshot()
    horizon = reader.horizon()
    return Due(
        folder.name,
        reader.today(),
        counts_of(queue, shelf.known, horizon),
        queue.held_back,
        next_due(reader.standings, shelf.known, reader.today(), horizon),
        tuple(
            DeckDue(one.index.title, one.path, counts_of(queue, one.index.ids, horizon))
            for one in shelf.decks
        ),
        (*map(str, reader.problems), *shelf.problems),
    )


def print_json(found: Due) -> None:
    """Print it as JSON."""
    import json

    row = {
        "learner": found.learner,
        "day": found.day,
        **_counts(found.counts),
        "held_back": found.held_back,
        "next": found.next._asdict() if found.next else None,
        "decks": [
            {"title": one.title, "path": str(one.path), **_counts(one.counts)}
            for one in found.decks
        ],
        "problems": list(found.problems),
    }
    print(json.dumps(row, ensure_ascii=False, indent=2))


def _counts(counts: "Counts") -> dict[str, int]:
    return {
        "new": counts.new,
        "learning": counts.learning,
        "due": counts.due,
        "total": counts.total,
    }


def print_due(found: Due) -> None:
    """Print it for a person."""
    from studykit.terminal.text import one_line

    if not found.decks:
        print(_("No deck has been opened yet: studykit learn ARTICLE, or studykit review DECK"))
        return
    for one in found.decks:
        print(f"{counts_line(one.counts)}  {one_line(one.title)}")
    if len(found.decks) > 1:
        print(f"{counts_line(found.counts)}  " + _("together"))
    if found.held_back:
        words = ngettext(
            "{n} more card is due, over the day's limit",
            "{n} more cards are due, over the day's limit",
            found.held_back,
        )
        print(words.format(n=found.held_back))
    if not found.counts.total and found.next:
        print(next_line(found.next))


def counts_line(counts: "Counts") -> str:
    """The three counts in one line, each at its place."""
    words = _("new {new:>3}  learning {learning:>3}  due {due:>4}")
    return words.format(new=counts.new, learning=counts.learning, due=counts.due)


def next_line(coming: "Next") -> str:
    """When the next cards come: a day, or a time of today on the machine's clock."""
    from studykit.scheduling.times import moment

    n = coming.cards
    if len(coming.at) == len("2026-11-25"):
        words = ngettext("Next: {n} card on {day}", "Next: {n} cards on {day}", n)
        return words.format(n=n, day=coming.at)
    return _("Next: a card at {time}").format(time=f"{moment(coming.at).astimezone():%H:%M}")
