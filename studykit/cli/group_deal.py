"""What is settled before a group review begins: who plays, and which questions come."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from studykit.errors import DeckError, StudykitError
from studykit.group.model import MOST_TEAMS, Mode, Setup
from studykit.messages import _
from studykit.questions.pool import Wanted

if TYPE_CHECKING:
    from studykit.cards.model import Card

# Some ten minutes for three teams, and for a class on paper.
ROUNDS_IN_TURNS, ROUNDS = 4, 10
# To take the places of questions that are skipped.
SPARE = 5
LEAST_TEAMS = 2
_LONGEST_NAME = 40
_SEPARATORS = re.compile(r"[,，、;；\n]")


@dataclass(frozen=True, slots=True)
class Wish:
    """What the command line says; `names` is what it says of the teams, empty to be asked for."""

    deck: Path
    mode: Mode
    names: str
    rounds: int | None
    wanted: Wanted
    seconds: int = 0
    streaks: bool = False
    weak: bool = False
    seed: int | None = None


def deal(wish: Wish, root: Path) -> tuple[Setup, list[str]]:
    """The review that is wished for, and what the teacher should be told, a line each.

    `root` is where learners have their progress.

    DeckError where the deck cannot be used or has no such cards, StudykitError
    where names do not do.
    """
    from random import Random

    from studykit.deck.file import load_deck
    from studykit.questions.select import select

    deck = load_deck(wish.deck)
    teams = team_names(wish.names) if wish.names else _asked_names()
    count = wish.rounds or (ROUNDS_IN_TURNS if wish.mode == "turns" else ROUNDS)
    number = count * len(teams) if wish.mode == "turns" else count
    notes: list[str] = []
    weights = _forgotten(deck.cards, teams, root, notes) if wish.weak else None
    rng = Random(wish.seed) if wish.seed is not None else Random()
    questions = select([deck.cards], number + SPARE, rng, wish.wanted, weights)
    if not questions:
        message = _("{deck}: no card is of this kind; see them with: studykit show {deck}")
        raise DeckError(message.format(deck=wish.deck))
    total = _even(min(number, len(questions)), len(teams) if wish.mode == "turns" else 1)
    if total < number:
        words = _("There are {n} questions, not {wanted}: so many fit together.")
        notes.append(words.format(n=total, wanted=number))
    setup = Setup(
        wish.mode,
        teams,
        tuple(question.card for question in questions),
        total,
        wish.seconds,
        wish.streaks,
        deck.title,
        str(wish.deck.resolve()),
    )
    return setup, notes


def _even(total: int, teams: int) -> int:
    """So many questions that every team has as many turns, where there are enough for that."""
    return total - total % teams if total >= teams else total


def team_names(words: str) -> tuple[str, ...]:
    """The names in a list such as `A,B,C` or `甲、乙`; StudykitError where they do not do."""
    wrong = names_problem(words)
    if wrong:
        raise StudykitError(wrong)
    return _split(words)


def names_problem(words: str) -> str:
    """What is wrong with a list of names; empty where nothing is."""
    names = _split(words)
    if len(names) < LEAST_TEAMS:
        return _("give at least two names, separated by commas")
    if len(names) > MOST_TEAMS:
        return _("there can be {n} teams at most").format(n=MOST_TEAMS)
    twice = next((name for name in names if names.count(name) > 1), "")
    if twice:
        return _("two teams are called {name}").format(name=twice)
    long = next((name for name in names if len(name) > _LONGEST_NAME), "")
    return _("a shorter name is needed for {name}").format(name=long) if long else ""


def _split(words: str) -> tuple[str, ...]:
    names = (" ".join(name.split()) for name in _SEPARATORS.split(words))
    return tuple(name for name in names if name)


def _asked_names() -> tuple[str, ...]:
    import questionary

    question = questionary.text(
        _("Teams or players, separated by commas:"),
        validate=lambda words: names_problem(words) or True,
        qmark="›",
    )
    try:
        return team_names(question.unsafe_ask())
    except EOFError:  # Ctrl-D, or the terminal has gone
        raise StudykitError(_("give at least two names, separated by commas")) from None


def _forgotten(
    cards: "tuple[Card, ...]", teams: tuple[str, ...], root: Path, notes: list[str]
) -> dict[str, float]:
    """How likely the players who are learners here have forgotten each card, on the average."""
    from studykit.cli.recalled import recalled
    from studykit.progress.folder import learner_folder, learners
    from studykit.questions.forgotten import forgotten

    ids = [card.id for card in cards]
    known = set(learners(root))
    found = [recalled(learner_folder(root, name), ids) for name in teams if name in known]
    if not found:
        notes.append(_("No learner here is called like a player: --weak changes nothing."))
    return forgotten(ids, found)
