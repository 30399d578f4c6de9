"""The cards of one day: what is in learning, what is due, what is new, in order."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from studykit.scheduling.settings import Settings
from studykit.scheduling.times import days_between, days_later

if TYPE_CHECKING:  # making a protocol takes a millisecond
    from typing import Protocol

    from studykit.scheduling.model import Phase

    class Standing(Protocol):
        """What of a card's state the queue has to know; see `CardState`."""

        @property
        def phase(self) -> Phase: ...  # noqa: D102
        @property
        def due(self) -> str: ...  # noqa: D102
        @property
        def day(self) -> str: ...  # noqa: D102
        @property
        def first(self) -> str: ...  # noqa: D102
        @property
        def suspended(self) -> bool | str: ...  # noqa: D102
        @property
        def buried(self) -> str: ...  # noqa: D102
        @property
        def stability(self) -> float: ...  # noqa: D102


Shuffle = Callable[[list[Any]], None]
"""Puts a list into a random order in place, as `random.Random(seed).shuffle` does."""

Entry = tuple[str, str]
"""A card's id and its sibling key; cards with the same key, unless empty, ask for one fact."""


@dataclass(frozen=True, slots=True)
class Queue:
    """The cards of a day. `learning` has pairs of due instant and card, soonest first.

    `main` are the due and new cards in the order to show them. `siblings` gives
    each card's key where it has one. `held_back` counts due cards over the
    day's limit.
    """

    learning: tuple[tuple[str, str], ...]
    main: tuple[str, ...]
    due: frozenset[str]
    siblings: Mapping[str, str]
    held_back: int = 0


@dataclass(frozen=True, slots=True)
class Options:
    """What a session takes beside what is due now.

    `ahead` is how many days beyond today; `cram` takes every card, whatever its
    state; `new` False leaves new cards out.
    """

    ahead: int = 0
    cram: bool = False
    new: bool = True


def build_queue(
    entries: Iterable[Entry],
    standings: "Mapping[str, Standing]",
    settings: Settings,
    day: str,
    shuffle: Shuffle,
    options: Options = Options(),
) -> Queue:
    """The queue of a day for these cards, in the order of their decks.

    `standings` are the learner's, those of other decks too: the limits of a day
    hold for all together.
    """
    entries = tuple(entries)
    if options.cram:
        return _everything(entries, standings, settings, day, shuffle)
    until = days_later(day, options.ahead)
    learning: list[tuple[str, str]] = []
    due: list[Entry] = []
    new: list[Entry] = []
    busy: set[str] = set()
    for card, sibling in entries:
        standing = standings.get(card)
        if standing is None:
            new.append((card, sibling))
            continue
        if standing.day == day and sibling:
            busy.add(sibling)
        if standing.suspended or standing.buried == day:
            continue
        phase = standing.phase
        if phase == "review":
            if standing.due <= until:
                due.append((card, sibling))
        elif phase == "new":
            new.append((card, sibling))
        else:
            learning.append((standing.due, card))
            busy.add(sibling)
    due = _ordered_due(due, standings, settings, day, shuffle)
    if settings.new_order == "random":
        shuffle(new)
    if settings.bury_siblings:
        busy.discard("")
        due = list(_one_a_fact(due, busy))
        new = list(_one_a_fact(new, busy))
    begun, reviewed = done_today(standings.values(), day)
    room_due = max(0, settings.reviews_per_day - reviewed)
    room_new = max(0, settings.new_per_day - begun) if options.new else 0
    taken_due = [card for card, _sibling in due[:room_due]]
    taken_new = [card for card, _sibling in new[:room_new]]
    return Queue(
        tuple(sorted(learning)),
        tuple(_placed(taken_due, taken_new, settings)),
        frozenset(taken_due),
        _siblings(entries, {*taken_due, *taken_new}) if settings.bury_siblings else {},
        len(due) - len(taken_due),
    )


def done_today(standings: "Iterable[Standing]", day: str) -> tuple[int, int]:
    """How many cards were begun on a day, and how many others were reviewed on it."""
    begun = reviewed = 0
    for standing in standings:
        if standing.first == day:
            begun += 1
        elif standing.day == day:
            reviewed += 1
    return begun, reviewed


def _everything(
    entries: tuple[Entry, ...],
    standings: "Mapping[str, Standing]",
    settings: Settings,
    day: str,
    shuffle: Shuffle,
) -> Queue:
    cards = [
        card
        for card, _sibling in entries
        if (standing := standings.get(card)) is None
        or not (standing.suspended or standing.buried == day)
    ]
    if settings.due_order == "random":
        shuffle(cards)
    return Queue((), tuple(cards), frozenset(), {})


def _ordered_due(
    due: list[Entry],
    standings: "Mapping[str, Standing]",
    settings: Settings,
    day: str,
    shuffle: Shuffle,
) -> list[Entry]:
    match settings.due_order:
        case "random":
            shuffle(due)
        case "due":
            due.sort(key=lambda entry: standings[entry[0]].due)
        case "retrievability":
            # Least likely to be recalled first. Retrievability falls with elapsed days over
            # stability, whatever the parameters, so there is no need to compute it.
            elapsed = {
                one: days_between(one, day)
                for one in {standings[card].day for card, _sibling in due}
            }

            def forgotten(entry: Entry) -> float:
                standing = standings[entry[0]]
                return -elapsed[standing.day] / standing.stability

            due.sort(key=forgotten)
    return due


def _one_a_fact(entries: Iterable[Entry], busy: set[str]) -> Iterator[Entry]:
    """The first entry of each fact that is not busy; `busy` grows along."""
    for entry in entries:
        sibling = entry[1]
        if sibling not in busy:
            if sibling:
                busy.add(sibling)
            yield entry


_T = TypeVar("_T")


def _placed(due: list[_T], new: list[_T], settings: Settings) -> list[_T]:
    if settings.new_cards == "first":
        return new + due
    if settings.new_cards == "last":
        return due + new
    return spread(due, new)


def spread(many: list[_T], few: list[_T]) -> list[_T]:
    """Both lists in one, each in its own order and spread evenly over the whole."""
    keyed = [((at + 0.5) / len(many), 0, at, one) for at, one in enumerate(many)]
    keyed += [((at + 0.5) / len(few), 1, at, one) for at, one in enumerate(few)]
    return [one for *_key, one in sorted(keyed, key=lambda key: key[:3])]


def _siblings(entries: tuple[Entry, ...], cards: set[str]) -> dict[str, str]:
    return {card: sibling for card, sibling in entries if card in cards and sibling}
