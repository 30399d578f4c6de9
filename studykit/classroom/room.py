"""The room: what its events add up to, and which events may come next.

Values in, values out: the clock, chance and judging are the caller's. The same
questions, rules and events make the same room, so a journal brings it back.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from studykit.classroom.asked import Asked, read_answer
from studykit.classroom.events import (
    Accepted,
    Answered,
    Boarded,
    Closed,
    Discussed,
    Ended,
    Event,
    Joined,
    Kicked,
    Locked,
    Paused,
    Revealed,
    Revoted,
)
from studykit.classroom.events import Asked as AskedEvent
from studykit.classroom.marking import Judge, mark
from studykit.classroom.model import Given, Marked, Phase, Player, Rules
from studykit.classroom.names import key_of

Refusal = Literal[
    "",
    "already",  # answered in this round
    "closed",  # no vote is open, or not on this question and round
    "early",
    "ended",
    "full",
    "invalid",  # no answer to this question
    "late",
    "locked",
    "paused",
    "phase",  # not now
    "taken",  # the name or the place in the roster
    "unknown",  # no such player or question
]

# A button pressed at the last moment arrives a little later; nobody can use so little time.
GRACE_MS = 500
MOST_PLAYERS = 10_000

Vote = tuple[int, int]
"""A question's place and a round, from 1."""


@dataclass(slots=True)
class Room:
    """Where a session stands. Only `apply` changes it."""

    questions: Sequence[Asked]
    rules: Rules
    judge: Judge
    phase: Phase = "lobby"
    question: int = -1
    round: int = 0
    opened: int = 0
    paused: int = 0
    stood_still: int = 0
    locked: bool = False
    players: dict[int, Player] = field(default_factory=dict)
    votes: dict[Vote, dict[int, Given]] = field(default_factory=dict)
    marks: dict[Vote, dict[int, Marked]] = field(default_factory=dict)
    shown: set[int] = field(default_factory=set)
    accepted: dict[int, set[tuple[str, ...]]] = field(default_factory=dict)
    points: dict[int, int] = field(default_factory=dict)
    _names: set[str] = field(default_factory=set)

    # What a front end asks.

    @property
    def here(self) -> list[Player]:
        """The players who were not sent away, in the order in which they joined."""
        return [player for player in self.players.values() if not player.kicked]

    @property
    def names(self) -> set[str]:
        """The keys of the names that are taken; see `names.key_of`."""
        return self._names

    @property
    def vote(self) -> Vote:
        """The vote that is open, or was last."""
        return self.question, self.round

    @property
    def deadline(self) -> int:
        """When the vote closes; 0 where it does not by itself."""
        if self.rules.self_paced:
            return self.rules.until
        if not self.rules.seconds or self.phase != "open":
            return 0
        return self.opened + self.stood_still + self.rules.seconds * 1000

    def answers(self, question: int, round_: int) -> Mapping[int, Given]:
        """The answers to a question in a round, by player."""
        return self.votes.get((question, round_), {})

    def last_round(self, question: int) -> int:
        """The last round in which a question was voted on; 0 for none."""
        return max((number for one, number in self.votes if one == question), default=0)

    def place_of(self, player: int) -> int:
        """The question that a player is at: the room's, or with self-paced play their own next."""
        if not self.rules.self_paced:
            return self.question
        at = 0
        while at < len(self.questions) and player in self.answers(at, 1):
            at += 1
        return at

    def is_revealed(self, question: int, player: int = -1) -> bool:
        """Whether the solution of a question may be shown (to this player)."""
        if self.rules.self_paced:
            return self.phase == "ended" or player in self.answers(question, 1)
        return question in self.shown

    # What may happen.

    def refusal(self, event: Event) -> Refusal:
        """Why an event may not happen now; empty where it may."""
        if self.phase == "ended":
            return "ended"
        match event:
            case Joined():
                return self._joining(event)
            case Answered():
                return self._answering(event)
            case Kicked(player=player):
                known = self.players.get(player)
                return "" if known and not known.kicked else "unknown"
            case Accepted(question=question):
                typed = 0 <= question < len(self.questions) and self._is_typed(question)
                return "" if typed and question in self.shown else "unknown"
            case AskedEvent(question=question):
                return self._asking(question)
        return "" if self._allowed(event) else "phase"

    def _joining(self, event: Joined) -> Refusal:
        if event.player in self.players or key_of(event.nick) in self._names or not event.nick:
            return "taken"
        if event.learner and any(one.learner == event.learner for one in self.here):
            return "taken"
        if self.locked:
            return "locked"
        if not -1 <= event.team < len(self.rules.teams):
            return "invalid"
        return "full" if len(self.players) >= MOST_PLAYERS else ""

    def _asking(self, question: int) -> Refusal:
        if not 0 <= question < len(self.questions):
            return "unknown"
        if self.rules.self_paced:
            return "" if self.phase == "lobby" and question == 0 else "phase"
        if question <= self.question or self.phase == "open":
            return "phase"
        return ""

    def _answering(self, event: Answered) -> Refusal:
        player = self.players.get(event.player)
        if player is None or player.kicked:
            return "unknown"
        if not 0 <= event.question < len(self.questions):
            return "unknown"
        vote = event.question, event.round
        if event.player in self.votes.get(vote, {}):
            return "already"
        if self.phase == "lobby" or event.question > self.place_of(event.player):
            return "early"
        if self.phase != "open" or (not self.rules.self_paced and vote != self.vote):
            return "closed"
        if self.rules.self_paced and vote != (self.place_of(event.player), 1):
            return "closed"
        if self.paused:
            return "paused"
        if self.deadline and event.at > self.deadline + GRACE_MS:
            return "late"
        raw = list(event.answer) if isinstance(event.answer, tuple) else event.answer
        answer = read_answer(self.questions[event.question], raw)
        return "" if answer is not None and answer == event.answer else "invalid"

    def _allowed(self, event: Event) -> bool:
        phase, led = self.phase, not self.rules.self_paced
        match event:
            case Locked():
                return event.locked != self.locked
            case Ended():
                return True
            case Closed():
                return led and phase == "open"
            case Discussed():
                return led and phase == "closed"
            case Revoted():
                return led and phase in ("closed", "discuss")
            case Revealed():
                return led and phase in ("closed", "discuss", "open")
            case Boarded():
                return led and phase == "reveal"
            case Paused():
                return phase == "open" and event.paused != bool(self.paused)
        return False

    # What it makes of the room.

    def apply(self, event: Event) -> Refusal:
        """Let an event happen, unless it may not: then nothing changes, and it says why."""
        refusal = self.refusal(event)
        if not refusal:
            self._applied(event)
        return refusal

    def _applied(self, event: Event) -> None:
        match event:
            case Answered():
                self._answered(event)
            case Joined():
                team = event.team
                self.players[event.player] = Player(
                    event.player, event.nick, event.secret, event.learner, team
                )
                self._names.add(key_of(event.nick))
            case Kicked():
                gone = replace(self.players[event.player], kicked=True)
                self.players[event.player] = gone
                self._names.discard(key_of(gone.name))
            case Locked():
                self.locked = event.locked
            case AskedEvent():
                self._open(event.question, 1, event.at)
            case Revoted():
                self._open(self.question, self.round + 1, event.at)
            case Closed():
                self.phase, self.paused = "closed", 0
            case Discussed():
                self.phase = "discuss"
            case Revealed():
                self.phase, self.paused = "reveal", 0
                self.shown.add(self.question)
                self._mark(self.question)
            case Boarded():
                self.phase = "board"
            case Paused():
                if event.paused:
                    self.paused = max(1, event.at)
                else:
                    self.stood_still += max(0, event.at - self.paused)
                    self.paused = 0
            case Accepted():
                self.accepted.setdefault(event.question, set()).add((event.text,))
                self._mark(event.question)
            case Ended():
                self.phase = "ended"

    def _open(self, question: int, round_: int, at: int) -> None:
        self.phase, self.question, self.round = "open", question, round_
        self.opened, self.paused, self.stood_still = at, 0, 0
        self.votes.setdefault((question, round_), {})

    def _answered(self, event: Answered) -> None:
        vote = event.question, event.round
        ms = 0 if self.rules.self_paced else max(0, event.at - self.opened - self.stood_still)
        given = Given(event.answer, event.at, ms, event.sure)
        self.votes.setdefault(vote, {})[event.player] = given
        if self.rules.self_paced:
            marked = mark(self.questions[event.question], given, self.rules, self.judge)
            self.marks.setdefault(vote, {})[event.player] = marked
            self.points[event.player] = self.points.get(event.player, 0) + marked.points

    def _is_typed(self, question: int) -> bool:
        return self.questions[question].kind == "text"

    def _mark(self, question: int) -> None:
        """Mark every vote on a question; points are of each player's last vote on it."""
        earned = self._earned(question)
        one, rules = self.questions[question], self.rules
        known: dict[object, float] = {}
        alike: dict[Marked, Marked] = {}  # of a class of thousands, few differ
        accepted = self.accepted.get(question, set())

        def judge(card: object, typed: Sequence[str]) -> float:
            texts = tuple(typed)
            if texts in accepted:
                return 1.0
            if texts not in known:
                known[texts] = self.judge(one.card, texts)
            return known[texts]

        for vote, answers in self.votes.items():
            if vote[0] == question:
                marks = (
                    (player, mark(one, given, rules, judge)) for player, given in answers.items()
                )
                self.marks[vote] = {player: alike.setdefault(each, each) for player, each in marks}
        after = self._earned(question)
        for player in earned.keys() | after.keys():
            change = after.get(player, 0) - earned.get(player, 0)
            self.points[player] = self.points.get(player, 0) + change

    def _earned(self, question: int) -> dict[int, int]:
        earned: dict[int, int] = {}
        for round_ in range(1, self.last_round(question) + 1):
            marks = self.marks.get((question, round_), {})
            earned.update((player, marked.points) for player, marked in marks.items())
        return earned


def replayed(
    questions: Sequence[Asked],
    rules: Rules,
    judge: Judge,
    events: Iterable[Event],
    on_refusal: Callable[[Event, Refusal], None] = lambda event, why: None,
) -> Room:
    """The room that these events lead to; those that could not have happened are left out."""
    room = Room(questions, rules, judge)
    for event in events:
        why = room.apply(event)
        if why:
            on_refusal(event, why)
    return room
