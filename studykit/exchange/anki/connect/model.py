"""What a running Anki has, and what a push would do there, as values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from studykit.exchange.anki.model import Note, NoteType, Template


class Key(NamedTuple):
    """What tells one of our notes in Anki: in its field `Data`, since no search finds a GUID."""

    deck: str
    card: str


@dataclass(frozen=True, slots=True)
class PresentType:
    """A note type in Anki."""

    id: int
    name: str
    templates: tuple[Template, ...]
    css: str


@dataclass(frozen=True, slots=True)
class PresentNote:
    """A note in Anki; `key` is None where it is none of ours. `modified` is in seconds.

    `given` are those of its tags that came with it when it was pushed last.
    """

    id: int
    type: int
    key: Key | None
    fields: Mapping[str, str]
    tags: tuple[str, ...]
    given: tuple[str, ...]
    modified: int
    cards: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Present:
    """What Anki has of what a package holds.

    `note_types` by their ids. `decks` are the names of all decks; `homes` gives the deck
    of each card that lies in a deck of the package or below it.
    """

    profile: str
    folder: str
    note_types: Mapping[int, PresentType]
    notes: tuple[PresentNote, ...]
    decks: frozenset[str]
    homes: Mapping[int, str]


class Change(NamedTuple):
    """A note that is to be updated; `parts` are the fields that differ, and `tags`."""

    note: Note
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What a push would do: nothing in Anki is ever deleted.

    `moved` gives by the name of a deck the cards that go there. `edited` notes were
    changed in Anki later than here and `gone` ones are no longer in their deck: both
    stay as they are. `own_looks` are note types whose templates a person has changed.
    """

    note_types: tuple[NoteType, ...] = ()
    restyled: tuple[NoteType, ...] = ()
    own_looks: tuple[NoteType, ...] = ()
    decks: tuple[str, ...] = ()
    added: tuple[Note, ...] = ()
    updated: tuple[Change, ...] = ()
    moved: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    edited: tuple[Change, ...] = ()
    gone: tuple[PresentNote, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether there is nothing to do."""
        return not (self.added or self.updated or self.moved or self.restyled)
