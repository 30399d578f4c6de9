"""Group reviews of a few questions, for tests."""

from dataclasses import replace

from studykit.group.game import Game
from studykit.group.model import Setup
from tests.terminal.samples import CHOICE, CLOZE, LIST, NUMERIC, QA, TRUEFALSE

CARDS = (QA, CHOICE, NUMERIC, TRUEFALSE, CLOZE, LIST)
TEAMS = ("红队", "蓝队", "绿队")


def setup(mode="turns", *, teams=TEAMS, cards=CARDS, total=None, **others) -> Setup:
    return Setup(mode, tuple(teams), tuple(cards), total or len(cards), **others)


def game(mode="turns", *events, **settings) -> Game:
    """A review after these events."""
    found = Game.of(setup(mode, **settings))
    for event in events:
        found = found.after(event)
    return found


def copies(card, count):
    """So many cards like this one, with ids of their own."""
    return tuple(replace(card, id=f"copy{number}") for number in range(count))
