"""One review session from the decks on the disk to its summary."""

import gc
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from studykit.errors import DeckError
from studykit.messages import _, ngettext

if TYPE_CHECKING:
    from rich.console import Console

    from studykit.cards.model import CardType
    from studykit.cli.desk import SessionDesk
    from studykit.deck.shelf import Shelf
    from studykit.progress.folder import Folder
    from studykit.progress.session import Session
    from studykit.review import Review
    from studykit.scheduling.queue import Entry, Queue
    from studykit.scheduling.settings import DueOrder, Settings


@dataclass(frozen=True, slots=True)
class Wish:
    """What a learner wants of a session, beside what their settings say.

    `limit` is the most cards, `new` the most new ones; None is what the settings
    say. `ahead` takes cards due within so many days, as practice unless `count`;
    `cram` takes all cards, as practice; `aside` those that are suspended or buried,
    as practice and to be taken back. `typed` None is what the settings say.
    """

    limit: int | None = None
    new: int | None = None
    section: str = ""
    tag: str = ""
    kinds: "tuple[CardType, ...]" = ()
    flagged: bool = False
    order: "DueOrder | None" = None
    ahead: int = 0
    cram: bool = False
    aside: bool = False
    count: bool = False
    typed: bool | None = None
    seed: int = 0


def review_decks(named: list[str] | None, folder: "Folder", wish: Wish = Wish()) -> None:
    """Hold a session with the decks that are named, else with all that the learner has opened."""
    from studykit.cli.shelves import decks_to_learn
    from studykit.cli.usage import WrongUsageError
    from studykit.terminal.console import interactive, make_console

    if not interactive():
        raise WrongUsageError(_("review needs a terminal; studykit due tells what waits"))
    none = _("No deck has been opened yet: studykit learn ARTICLE, or studykit review DECK")
    decks = decks_to_learn(named, folder, none)
    sit(make_console(), folder, decks, wish)


def sit(console: "Console", folder: "Folder", decks: Sequence[Path], wish: Wish) -> None:
    """Hold a session with these decks, and sum it up.

    ProgressError where another session has the learner's progress, DeckError
    where no deck can be used.
    """
    from studykit.cli.desk import SessionDesk
    from studykit.cli.learners import clock
    from studykit.deck.shelf import open_shelf
    from studykit.progress.deck_list import add_decks
    from studykit.progress.session import open_session
    from studykit.review import Review

    with open_session(folder, clock) as session:
        shelf = open_shelf(folder.index, decks, add_ids=True)
        if shelf.problems and not shelf.decks:
            raise DeckError(shelf.problems[0])
        add_decks(folder, [deck.path for deck in shelf.decks])
        queue = _queue(session, shelf, wish)
        practice = wish.cram or wish.aside
        desk = SessionDesk(session, shelf, practice=practice, count=wish.count)
        review = Review.of(queue)
        # What is loaded now stays to the end; what the session makes is looked through again.
        gc.freeze()
        gc.enable()
        if review.current(desk.now(), desk.horizon()) is None:
            _print_nothing(console, desk, queue.held_back)
            return
        hold(console, review, desk, _typed(session.settings, wish))


def hold(console: "Console", review: "Review", desk: "SessionDesk", typed: bool) -> None:
    """Lead a learner through a session on the screen, and say what it came to."""
    from studykit.terminal.keys import terminal_keys
    from studykit.terminal.review.loop import run_review
    from studykit.terminal.screen import Screen

    with terminal_keys() as keys:
        review = run_review(review, desk, Screen(console), keys, typed=typed)
    from studykit.terminal.review.outcome import print_outcome

    print_outcome(console, review, desk)


def _typed(settings: "Settings", wish: Wish) -> bool:
    return settings.answering == "typed" if wish.typed is None else wish.typed


def _queue(session: "Session", shelf: "Shelf", wish: Wish) -> "Queue":
    """The cards of the session, in their order."""
    from studykit.scheduling.queue import Options, build_queue, done_today

    if wish.aside:
        return _set_aside(session, shelf, wish)
    day = session.today()
    settings = session.settings
    if wish.order:
        new_order = "random" if wish.order == "random" else settings.new_order
        settings = replace(settings, due_order=wish.order, new_order=new_order)
    if wish.new is not None:
        begun, _reviewed = done_today(session.standings.values(), day)
        settings = replace(settings, new_per_day=begun + wish.new)

    def shuffle(cards: "list[object]") -> None:
        from random import Random

        Random(f"{day} {wish.seed}").shuffle(cards)

    options = Options(ahead=wish.ahead, cram=wish.cram)
    entries = _wanted(session, shelf, wish)
    queue = build_queue(entries, session.standings, settings, day, shuffle, options)
    return _cut(queue, wish, session.horizon())


def _set_aside(session: "Session", shelf: "Shelf", wish: Wish) -> "Queue":
    """The cards that are suspended, or buried today, in the order of their decks."""
    from studykit.scheduling.queue import Queue

    day = session.today()
    states = (session.state(card) for card, _sibling in _wanted(session, shelf, wish))
    cards = [state.card for state in states if state.suspended or state.buried == day]
    return _cut(Queue((), tuple(cards), frozenset(), {}), wish, session.horizon())


def _wanted(session: "Session", shelf: "Shelf", wish: Wish) -> "Iterable[Entry]":
    """The cards that meet every condition; cards are only read where a condition asks for it."""
    from studykit.cli.shelves import entries_of

    entries: Iterable[Entry] = entries_of(shelf)
    if wish.section or wish.tag or wish.kinds:
        from studykit.deck.file import load_deck
        from studykit.deck.search import matching

        matched = {
            card.id
            for deck in shelf.decks
            for card in matching(load_deck(deck.path).cards, section=wish.section, tag=wish.tag)
            if not wish.kinds or card.type in wish.kinds
        }
        entries = [entry for entry in entries if entry[0] in matched]
    if wish.flagged:
        entries = [entry for entry in entries if session.state(entry[0]).flagged]
    return entries


def _cut(queue: "Queue", wish: Wish, horizon: str) -> "Queue":
    """The first cards of a queue, those in learning that come by the horizon before others."""
    if wish.limit is None:
        return queue
    learning = tuple(pair for pair in queue.learning if pair[0] <= horizon)[: wish.limit]
    main = queue.main[: wish.limit - len(learning)]
    return replace(queue, learning=learning, main=main, due=queue.due & set(main))


def _print_nothing(console: "Console", desk: "SessionDesk", held_back: int) -> None:
    from studykit.terminal.intervals import next_words
    from studykit.terminal.text import one_line, plain

    for note in desk.notes:
        console.print(plain(one_line(note), "yellow"))
    console.print(_("Nothing is to be reviewed now."))
    if held_back:
        words = ngettext(
            "{n} more card is due, over the day's limit",
            "{n} more cards are due, over the day's limit",
            held_back,
        )
        console.print(words.format(n=held_back))
    following = desk.next()
    if following:
        console.print(plain(next_words(following, desk.today(), desk.zone)))
