"""A new quiz: which decks, which questions."""

import os
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from studykit.cli.learners import clock
from studykit.deck.file import load_deck
from studykit.deck.shelf import Shelf, open_shelf
from studykit.errors import DeckError, StudykitError
from studykit.messages import _, ngettext
from studykit.questions.pool import EVERY, Wanted
from studykit.quiz.events import PRACTICE, Rules, Started
from studykit.scheduling.times import instant

if TYPE_CHECKING:
    from studykit.cards.model import Card
    from studykit.progress.folder import Folder

# About ten minutes of work.
DEFAULT_QUESTIONS = 20
# Seeds that are short enough to be typed again.
_SEEDS = 1_000_000


@dataclass(frozen=True, slots=True)
class Wish:
    """What a learner wants of a quiz; `n` and `seed` None is what we think fit.

    `weak` asks first what has most likely been forgotten.
    """

    n: int | None = None
    wanted: Wanted = EVERY
    weak: bool = False
    seed: int | None = None
    rules: Rules = PRACTICE


def quiz_shelf(named: list[str] | None, folder: "Folder") -> Shelf:
    """The decks that are named, else all the learner has opened; DeckError if none can be used."""
    from studykit.cli.shelves import decks_to_learn

    none = _("No deck has been opened yet: studykit learn ARTICLE, or studykit quiz DECK")
    decks = decks_to_learn(named, folder, none)
    shelf = open_shelf(folder.index, decks, add_ids=True)
    if shelf.problems and not shelf.decks:
        raise DeckError(shelf.problems[0])
    return shelf


def new_quiz(shelf: Shelf, folder: "Folder", wish: Wish) -> tuple[Started, tuple[str, ...]]:
    """A new quiz of cards of these decks, and what the learner should know of it.

    StudykitError where no card is what is wished for.
    """
    from studykit.questions.select import select

    seed = Random().randrange(_SEEDS) if wish.seed is None else wish.seed
    weights = _weights(shelf, folder) if wish.weak else None
    n = wish.n or DEFAULT_QUESTIONS
    questions = select(cards_of(shelf), n, Random(seed), wish.wanted, weights)
    if not questions:
        raise StudykitError(_("No card of these decks is of that type, section and tag"))
    notes: tuple[str, ...] = ()
    if wish.n and len(questions) < wish.n:
        m = len(questions)
        words = ngettext(
            "Only {n} question: no other card goes with it.",
            "Only {n} questions: no other card goes with them.",
            m,
        )
        notes = (words.format(n=m),)
    decks = tuple(os.path.abspath(deck.path) for deck in shelf.decks)
    titles = tuple(deck.index.title for deck in shelf.decks)
    return Started(instant(clock()), decks, titles, seed, wish.rules, questions), notes


def cards_of(shelf: Shelf) -> "list[tuple[Card, ...]]":
    """The cards of each deck."""
    return [load_deck(deck.path).cards for deck in shelf.decks]


def _weights(shelf: Shelf, folder: "Folder") -> dict[str, float]:
    from studykit.cli.recalled import recalled
    from studykit.questions.forgotten import forgotten

    return forgotten(shelf.known, [recalled(folder, shelf.known)])
