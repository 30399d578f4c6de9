"""What a deck is: cards with where they came from and what is doubtful there."""

from dataclasses import dataclass

from studykit.cards.model import Card


@dataclass(frozen=True, slots=True)
class Source:
    """The article that a deck was made from."""

    path: str
    sha256: str
    author: str = ""
    published: str = ""
    publisher: str = ""


@dataclass(frozen=True, slots=True)
class Warning:
    """A problem of the source that a learner should know of."""

    kind: str
    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Deck:
    """A deck, format studykit-deck/1. `language` is zh-Hans or zh-Hant.

    `made` records what the generator wrote, so that a later run can tell a
    person's edits and deletions: see `deck.made`.
    """

    id: str
    title: str
    language: str
    cards: tuple[Card, ...]
    source: Source | None = None
    warnings: tuple[Warning, ...] = ()
    made: tuple[str, ...] = ()
