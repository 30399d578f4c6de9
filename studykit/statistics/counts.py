"""Cards counted by how far they are learned: all, and by deck, section and tag."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from studykit.scheduling.model import CardState
from studykit.statistics.reviews import MATURE_INTERVAL, interval

Stage = Literal["new", "learning", "young", "mature", "suspended"]
STAGES: tuple[Stage, ...] = ("new", "learning", "young", "mature", "suspended")
BEST_KNOWN_FIRST: tuple[Stage, ...] = ("mature", "young", "learning", "new", "suspended")


class Place(NamedTuple):
    """Where a card stands, by the titles of its deck and section, and what it asks."""

    card: str
    deck: str
    section: str = ""
    tags: tuple[str, ...] = ()
    prompt: str = ""


@dataclass(frozen=True, slots=True)
class Counts:
    """Cards by stage, each in one; `leeches` are among them once more."""

    new: int = 0
    learning: int = 0
    young: int = 0
    mature: int = 0
    suspended: int = 0
    leeches: int = 0

    @property
    def total(self) -> int:
        """All cards."""
        return sum(self.stages)

    @property
    def stages(self) -> tuple[int, ...]:
        """The cards in the order of STAGES."""
        return tuple(getattr(self, stage) for stage in STAGES)


@dataclass(frozen=True, slots=True)
class Group:
    """The cards of a deck, of a section of it, or with a tag."""

    name: str
    deck: str
    counts: Counts


@dataclass(frozen=True, slots=True)
class Counted:
    """All cards, and the groups in the order in which their first cards stand."""

    all: Counts
    decks: tuple[Group, ...]
    sections: tuple[Group, ...]
    tags: tuple[Group, ...]


def stage_of(state: CardState) -> Stage:
    """How far a card is learned."""
    if state.suspended:
        return "suspended"
    if state.phase == "new":
        return "new"
    if state.phase != "review":
        return "learning"
    return "mature" if interval(state) >= MATURE_INTERVAL else "young"


def count_cards(
    places: Sequence[Place], states: Mapping[str, CardState], leech_lapses: int
) -> Counted:
    """The cards of these places, each place one card; leeches have lapsed that often or more."""
    found = [(place, _facts(place.card, states, leech_lapses)) for place in places]
    decks = _grouped((("", place.deck), facts) for place, facts in found)
    sections = _grouped(((place.deck, place.section), facts) for place, facts in found)
    tags = _grouped((("", tag), facts) for place, facts in found for tag in place.tags)
    return Counted(_counts(facts for _place, facts in found), decks, sections, tags)


_Facts = tuple[Stage, bool]
"""A card's stage, and whether it is a leech."""


def _facts(card: str, states: Mapping[str, CardState], leech_lapses: int) -> _Facts:
    state = states.get(card)
    if state is None:
        return "new", False
    return stage_of(state), 0 < leech_lapses <= state.lapses


def _counts(facts: Iterable[_Facts]) -> Counts:
    facts = tuple(facts)
    stages = Counter(stage for stage, _leech in facts)
    leeches = sum(leech for _stage, leech in facts)
    return replace(Counts(**{str(stage): n for stage, n in stages.items()}), leeches=leeches)


def _grouped(rows: Iterable[tuple[tuple[str, str], _Facts]]) -> tuple[Group, ...]:
    groups: dict[tuple[str, str], list[_Facts]] = {}
    for key, facts in rows:
        groups.setdefault(key, []).append(facts)
    return tuple(Group(name, deck, _counts(own)) for (deck, name), own in groups.items())
