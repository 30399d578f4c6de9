"""The cards of one day: what is in learning, what is due, what is new, in order."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from random import Random
from typing import NamedTuple, Protocol, TypeVar

from studykit.scheduling.model import Phase
from studykit.scheduling.settings import Settings
from studykit.scheduling.times import days_between, days_later


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


class Entry(NamedTuple):
    """A card of a deck; cards with the same sibling key, unless empty, ask for the same fact."""

    card: str
    sibling: str


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
    standings: Mapping[str, Standing],
    settings: Settings,
    day: str,
    rng: Random,
    options: Options = Options(),
) -> Queue:
    """The queue of a day for these cards, in the order of their decks.

    `standings` are the learner's, those of other decks too: the limits of a day
    hold for all together.
    """
    entries = tuple(entries)
    if options.cram:
        return _everything(entries, standings, settings, day, rng)
    until = days_later(day, options.ahead)
    learning: list[tuple[str, str]] = []
    due: list[Entry] = []
    new: list[Entry] = []
    busy: set[str] = set()
    for entry in entries:
        standing = standings.get(entry.card)
        if standing is None:
            new.append(entry)
            continue
        if standing.day == day and entry.sibling:
            busy.add(entry.sibling)
        if standing.suspended or standing.buried == day:
            continue
        if standing.phase == "review":
            if standing.due <= until:
                due.append(entry)
        elif standing.phase == "new":
            new.append(entry)
        else:
            learning.append((standing.due, entry.card))
            busy.add(entry.sibling)
    due = _ordered_due(due, standings, settings, day, rng)
    if settings.new_order == "random":
        rng.shuffle(new)
    if settings.bury_siblings:
        busy.discard("")
        due = list(_one_a_fact(due, busy))
        new = list(_one_a_fact(new, busy))
    begun, reviewed = done_today(standings.values(), day)
    room_due = max(0, settings.reviews_per_day - reviewed)
    room_new = max(0, settings.new_per_day - begun) if options.new else 0
    taken_due = [entry.card for entry in due[:room_due]]
    taken_new = [entry.card for entry in new[:room_new]]
    return Queue(
        tuple(sorted(learning)),
        tuple(_placed(taken_due, taken_new, settings)),
        frozenset(taken_due),
        _siblings(entries, {*taken_due, *taken_new}) if settings.bury_siblings else {},
        len(due) - len(taken_due),
    )


def done_today(standings: Iterable[Standing], day: str) -> tuple[int, int]:
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
    standings: Mapping[str, Standing],
    settings: Settings,
    day: str,
    rng: Random,
) -> Queue:
    cards = [
        entry.card
        for entry in entries
        if (standing := standings.get(entry.card)) is None
        or not (standing.suspended or standing.buried == day)
    ]
    if settings.due_order == "random":
        rng.shuffle(cards)
    return Queue((), tuple(cards), frozenset(), {})


def _ordered_due(
    due: list[Entry],
    standings: Mapping[str, Standing],
    settings: Settings,
    day: str,
    rng: Random,
) -> list[Entry]:
    match settings.due_order:
        case "random":
            rng.shuffle(due)
        case "due":
            due.sort(key=lambda entry: standings[entry.card].due)
        case "retrievability":
            # Least likely to be recalled first. Retrievability falls with elapsed days over
            # stability, whatever the parameters, so there is no need to compute it.
            elapsed = {one: days_between(one, day) for one in {standings[e.card].day for e in due}}

            def forgotten(entry: Entry) -> float:
                standing = standings[entry.card]
                return -elapsed[standing.day] / standing.stability

            due.sort(key=forgotten)
    return due


def _one_a_fact(entries: Iterable[Entry], busy: set[str]) -> Iterator[Entry]:
    """The first entry of each fact that is not busy; `busy` grows along."""
    for entry in entries:
        if entry.sibling not in busy:
            if entry.sibling:
                busy.add(entry.sibling)
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
    return dict(entry for entry in entries if entry.card in cards and entry.sibling)
