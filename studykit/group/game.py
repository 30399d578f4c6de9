"""A group review as a value: `after(event)` is the next one, and replaying gives the same.

No clock, no files, no screen. Points are not kept but counted (`group.scores`), so
that nothing but an event can change them.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Literal

from studykit.cards.model import Card
from studykit.group.events import (
    Buzzed,
    Ended,
    GroupEvent,
    Judged,
    Paused,
    Resumed,
    Revealed,
    Skipped,
    Undone,
    WentOn,
)
from studykit.group.model import Attempt, Pause, Played, Setup

Phase = Literal["writing", "open", "answering", "shown", "done"]
"""All write; the floor is free; a team has it; the answer is shown; it is over."""


class ImpossibleError(Exception):
    """This cannot happen where the review stands; nothing has changed."""


@dataclass(frozen=True, slots=True)
class Game:
    """Where a group review stands.

    `at` is the place of the current question, `floor` the team that has the
    floor, `played` the questions that are done with. `before` is what undoing
    comes back to.
    """

    setup: Setup
    at: int = 0
    floor: int | None = None
    shown: bool = False
    attempts: tuple[Attempt, ...] = ()
    played: tuple[Played, ...] = ()
    pause: Pause = ""
    ended: bool = False
    before: "Game | None" = field(default=None, compare=False, repr=False)

    @classmethod
    def of(cls, setup: Setup) -> "Game":
        """A review before its first answer."""
        return cls(setup)._asked()

    @property
    def phase(self) -> Phase:
        """What is going on, but for a pause."""
        if self.ended or len(self.played) >= self.total:
            return "done"
        if self.shown:
            return "shown"
        if self.floor is not None:
            return "answering"
        return "writing" if self.setup.mode == "all-write" else "open"

    @property
    def card(self) -> Card:
        """The current question; IndexError when it is over."""
        return self.setup.questions[self.at]

    @property
    def total(self) -> int:
        """How many questions there will have been: fewer where skipped ones have no substitute."""
        left = len(self.setup.questions) - self.at
        return min(self.setup.total, len(self.played) + left)

    @property
    def turn(self) -> int | None:
        """The team whose turn it is; None where there are no turns."""
        if self.setup.mode != "turns":
            return None
        return len(self.played) % len(self.setup.teams)

    @property
    def current(self) -> Played:
        """The current question with the attempts so far."""
        return Played(self.at, self.attempts)

    @property
    def free(self) -> tuple[int, ...]:
        """The teams that may take the floor: all that have not answered yet."""
        if self.phase != "open":
            return ()
        teams = range(len(self.setup.teams))
        return tuple(team for team in teams if self.current.of(team) is None)

    @property
    def can_undo(self) -> bool:
        """Whether anything is left to be taken back."""
        return self.before is not None

    def after(self, event: GroupEvent) -> "Game":
        """The review after this event; ImpossibleError where it cannot happen now."""
        match event:
            case Resumed():
                _only_if(bool(self.pause))
                return replace(self, pause="")
            case Paused(why):
                _only_if(not self.pause and bool(why) and self.phase != "done")
                return replace(self, pause=why)
        _only_if(not self.pause)
        if isinstance(event, Undone):
            _only_if(self.before is not None)
            assert self.before is not None
            return self.before
        return replace(self._changed(event), before=self)

    def _changed(self, event: GroupEvent) -> "Game":
        phase = self.phase
        match event:
            case Buzzed(team):
                _only_if(team in self.free)
                return replace(self, floor=team)
            case Judged():
                return self._judged(event)
            case Revealed():
                _only_if(phase in ("writing", "open", "answering"))
                return replace(self, shown=True, floor=None)
            case WentOn():
                _only_if(phase == "shown")
                return replace(self, at=self.at + 1, played=(*self.played, self.current))._asked()
            case Skipped():
                _only_if(phase != "done")
                return replace(self, at=self.at + 1)._asked()
            case Ended():
                _only_if(phase != "done")
                played = (*self.played, self.current) if self.attempts else self.played
                return replace(self, played=played, ended=True)
        raise ImpossibleError

    def _asked(self) -> "Game":
        """The review with its current question newly asked."""
        fresh = replace(self, floor=None, shown=False, attempts=())
        return fresh if fresh.phase == "done" else replace(fresh, floor=fresh.turn)

    def _judged(self, event: Judged) -> "Game":
        team = event.team
        _only_if(0 <= team < len(self.setup.teams))
        old = self.current.of(team)
        stolen = old.stolen if old else self._steals(team)
        said = event.said or (old.said if old else ())
        judged = replace(self, attempts=self._with(team, event, said, stolen))
        if self.phase == "shown":
            return judged
        if self._overturns(event):
            return replace(judged, shown=True)
        _only_if(self.phase == "answering" and team == self.floor and event.verdict is not None)
        judged = replace(judged, floor=None)
        goes_on = event.verdict == "wrong" and judged._worth_stealing
        return replace(judged, shown=not goes_on)

    def _overturns(self, event: Judged) -> bool:
        """Whether the answer that has just been found wrong was right after all."""
        last = self.attempts[-1].team if self.attempts else None
        return self.phase == "open" and event.team == last and event.verdict in ("right", "near")

    @property
    def _worth_stealing(self) -> bool:
        """Whether others may answer: not where the wrong answer tells the right one."""
        return bool(self.free) and self.card.type != "truefalse"

    def _steals(self, team: int) -> bool:
        if self.setup.mode == "all-write":
            return False
        return self.turn not in (None, team) or any(one.team != team for one in self.attempts)

    def _with(
        self, team: int, event: Judged, said: tuple[str, ...], stolen: bool
    ) -> tuple[Attempt, ...]:
        """The attempts with this team's in its place or at the end; without it for no verdict."""
        new = Attempt(team, event.verdict, said, stolen) if event.verdict else None
        kept = [new if one.team == team else one for one in self.attempts]
        if self.current.of(team) is None:
            kept.append(new)
        return tuple(one for one in kept if one is not None)


def replayed(setup: Setup, events: Iterable[GroupEvent]) -> tuple[Game, int]:
    """The review after these events, and how many of them could not happen and were passed over."""
    game, passed = Game.of(setup), 0
    for event in events:
        try:
            game = game.after(event)
        except ImpossibleError:
            passed += 1
    return game, passed


def _only_if(possible: bool) -> None:
    if not possible:
        raise ImpossibleError
