"""A quiz from the decks on the disk, or from where it was left, to its results."""

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from studykit.cli.learners import clock
from studykit.cli.quiz_desk import QuizDesk
from studykit.cli.quiz_files import quizzes_of, unfinished
from studykit.cli.quiz_new import Wish, cards_of, new_quiz, quiz_shelf
from studykit.deck.shelf import Shelf, open_shelf
from studykit.errors import ProgressError, StudykitError
from studykit.journal.journal import Journal, new_journal, open_journal
from studykit.messages import _
from studykit.quiz.codec import FORM, decode_quiz, encode, encode_start
from studykit.quiz.events import Ended, Rules
from studykit.quiz.quiz import Quiz, begun, with_cards
from studykit.scheduling.times import instant

if TYPE_CHECKING:
    from rich.console import Console

    from studykit.progress.folder import Folder
    from studykit.progress.session import Session


@dataclass(frozen=True, slots=True)
class Held:
    """A quiz that was held: where it stands, the cards' decks, and what the learner wants then."""

    quiz: Quiz
    shelf: Shelf
    desk: QuizDesk
    again: bool


def hold_quiz(
    named: list[str] | None, folder: "Folder", wish: Wish, *, resume: bool, json: bool
) -> None:
    """Hold a quiz with the decks that are named, else with all that the learner has opened.

    `resume` goes on with the latest that was left half-way; without it a person is
    asked where there is one. `json` prints the results as JSON.
    """
    from studykit.cli.usage import WrongUsageError
    from studykit.terminal.console import interactive, make_console

    # With its output in a file a quiz is held on standard error.
    screen = sys.stderr if json and not sys.stdout.isatty() else sys.stdout
    if not interactive(screen):
        raise WrongUsageError(_("quiz needs a terminal; studykit quiz --history --json does not"))
    console = make_console(screen)
    with ExitStack() as stack:
        left = _left_half_way(stack, folder, must=resume)
        if left and not resume:
            from studykit.terminal.quiz.offer import ask_to_go_on

            asked = ask_to_go_on(left.quiz)
            if asked == "stop":
                return
            if asked == "new":
                _give_up(left, folder)
                left = None
        if left:
            held = _go_on(stack, console, folder, left)
        else:
            held = _begin(stack, console, folder, named, wish)
    if json:
        from json import dumps

        from studykit.quiz.report import report_of

        print(dumps({"learner": folder.name, **report_of(held.quiz)}, ensure_ascii=False, indent=2))
    else:
        from studykit.terminal.quiz.results import print_results

        print_results(console, held.quiz, held.desk.original, held.desk.notes)
    if held.again:
        _review_missed(console, folder, held)


@dataclass(frozen=True, slots=True)
class _Left:
    """A quiz that was left half-way, its journal open, and what of that cannot be read."""

    quiz: Quiz
    journal: Journal
    problems: tuple[str, ...]


def _left_half_way(stack: ExitStack, folder: "Folder", *, must: bool) -> _Left | None:
    """The latest quiz that is not over nor being held; StudykitError where there `must` be one."""
    busy: ProgressError | None = None
    for kept in unfinished(folder):
        if not (must or kept.quiz.done):
            continue  # nobody misses a quiz that was only looked at
        try:
            journal = stack.enter_context(open_journal(kept.path, FORM))
        except ProgressError as error:
            busy = busy or error
            continue
        # As it is now that nobody else has it.
        quiz, problems = decode_quiz(journal.events)
        if not quiz.ended:
            return _Left(quiz, journal, problems)
    if must:
        raise busy or StudykitError(_("No quiz was left half-way: studykit quiz DECK begins one"))
    return None


def _give_up(left: _Left, folder: "Folder") -> None:
    """Close a quiz that is not to be gone on with; what was answered stays."""
    quiz = left.quiz
    with _session(folder, quiz.rules) as session:
        QuizDesk(left.journal, open_shelf(folder.index, []), session).settle(quiz)
        left.journal.append(encode(Ended(instant(clock()), "given up")))


@contextmanager
def _session(folder: "Folder", rules: Rules) -> Iterator["Session | None"]:
    """The learner's progress, open for grades, where the quiz is to be recorded."""
    if not rules.record:
        yield None
        return
    from studykit.progress.session import open_session

    with open_session(folder, clock) as session:
        yield session


def _go_on(stack: ExitStack, console: "Console", folder: "Folder", left: _Left) -> Held:
    """Hold the rest of a quiz, with the cards as their decks have them now."""
    kept = left.quiz
    session = stack.enter_context(_session(folder, kept.rules))
    shelf = open_shelf(folder.index, [Path(deck) for deck in kept.start.decks])
    cards = {card.id: card for deck in cards_of(shelf) for card in deck}
    quiz = Quiz(with_cards(kept.start, cards), kept.answers, kept.before)
    desk = QuizDesk(left.journal, shelf, session, left.problems)
    return _run(console, quiz, shelf, desk)


def _begin(
    stack: ExitStack, console: "Console", folder: "Folder", named: list[str] | None, wish: Wish
) -> Held:
    """Choose the questions of a new quiz, and hold it."""
    shelf = quiz_shelf(named, folder)
    start, notes = new_quiz(shelf, folder, wish)
    folder.create()
    session = stack.enter_context(_session(folder, wish.rules))
    if session:
        from studykit.progress.deck_list import add_decks

        add_decks(folder, [deck.path for deck in shelf.decks])
    path = new_journal(quizzes_of(folder), clock().astimezone())
    journal = stack.enter_context(open_journal(path, FORM))
    desk = QuizDesk(journal, shelf, session, notes)
    journal.append(encode_start(start))
    return _run(console, begun(start), shelf, desk)


def _run(console: "Console", quiz: Quiz, shelf: Shelf, desk: QuizDesk) -> Held:
    from studykit.terminal.keys import terminal_keys
    from studykit.terminal.quiz.loop import run_quiz
    from studykit.terminal.screen import Screen

    with terminal_keys() as keys:
        end, again = run_quiz(quiz, desk, Screen(console), keys)
    return Held(end, shelf, desk, again)


def _review_missed(console: "Console", folder: "Folder", held: Held) -> None:
    """Review at once what was missed, as practice: the quiz itself is what counts."""
    from studykit.cli.desk import SessionDesk
    from studykit.cli.sitting import hold
    from studykit.progress.session import open_session
    from studykit.review import Review
    from studykit.scheduling.queue import Queue

    missed = [held.quiz.questions[at].card.id for at in held.quiz.missed]
    cards = tuple(card for card in missed if card in held.shelf.known)
    with open_session(folder, clock) as session:
        desk = SessionDesk(session, held.shelf, practice=True)
        review = Review.of(Queue((), cards, frozenset(), {}))
        hold(console, review, desk, session.settings.answering == "typed")
