"""What can happen in a group review. A review is nothing but its events, one after another."""

from dataclasses import dataclass

from studykit.group.model import Pause, Verdict


@dataclass(frozen=True, slots=True)
class Buzzed:
    """A team takes the floor: it was first at its key, or steals."""

    team: int


@dataclass(frozen=True, slots=True)
class Judged:
    """An answer is judged, or judged anew; without a verdict it is taken back.

    `said` is what was chosen or typed; empty where the teacher heard it.
    """

    team: int
    verdict: Verdict | None
    said: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Revealed:
    """The answer is shown to all."""


@dataclass(frozen=True, slots=True)
class WentOn:
    """The question is done with; the next one comes."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """The question does not count; another takes its place while there is one."""


@dataclass(frozen=True, slots=True)
class Paused:
    """Nothing goes on until `Resumed`."""

    why: Pause


@dataclass(frozen=True, slots=True)
class Resumed:
    """It goes on."""


@dataclass(frozen=True, slots=True)
class Ended:
    """The review is over, whatever is left."""


@dataclass(frozen=True, slots=True)
class Undone:
    """The last event that stands, but for pauses, is taken back."""


GroupEvent = Buzzed | Judged | Revealed | WentOn | Skipped | Paused | Resumed | Ended | Undone
