"""What an Anki package holds, as values; the same for a package read and one to be written.

Numbers mean what they mean in Anki's database, so that nothing is lost on the way
through (https://docs.ankiweb.net, https://github.com/ankidroid/Anki-Android/wiki/Database-Structure).
Texts of fields are HTML.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

NoteKind = Literal["standard", "cloze"]


@dataclass(frozen=True, slots=True)
class Template:
    """One card of a note type: what its front and its back are made of."""

    name: str
    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class NoteType:
    """A note type. `id` is milliseconds of when it was made; `modified` seconds.

    `extra` holds what else the package says of it, as in its JSON (schema 11).
    """

    id: int
    name: str
    fields: tuple[str, ...]
    templates: tuple[Template, ...]
    css: str = ""
    kind: NoteKind = "standard"
    sort_field: int = 0
    modified: int = 0
    extra: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AnkiDeck:
    """A deck; `name` holds its parents, parted by `::`. `preset` is the id of its options."""

    id: int
    name: str
    description: str = ""
    preset: int = 1
    modified: int = 0
    extra: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Preset:
    """Deck options, as in the JSON of schema 11."""

    id: int
    name: str
    options: Mapping[str, object] = field(default_factory=dict)


# Tuples where there may be a hundred thousand: made in a fifth of a dataclass's time.
class Note(NamedTuple):
    """A note. `guid` tells it on every device; `modified` is in seconds."""

    id: int
    guid: str
    type: int
    fields: tuple[str, ...]
    tags: tuple[str, ...] = ()
    modified: int = 0


class AnkiCard(NamedTuple):
    """A card of a note, and where its owner stands with it.

    `type` is 0 new, 1 learning, 2 review, 3 relearning; `queue` as well, but 3
    learning on a later day, -1 suspended, -2 and -3 buried. `due` is a position
    (new), seconds since 1970 (learning) or a day counted from the package's
    `created`. `interval` is in days, `factor` in permille. `data` is JSON:
    `s`, `d`, `dr`, `decay`, `lrt` of FSRS.
    """

    id: int
    note: int
    deck: int
    template: int = 0
    modified: int = 0
    type: int = 0
    queue: int = 0
    due: int = 0
    interval: int = 0
    factor: int = 0
    reps: int = 0
    lapses: int = 0
    left: int = 0
    original_due: int = 0
    original_deck: int = 0
    flags: int = 0
    data: str = ""


class Review(NamedTuple):
    """One row of the review log. `id` is the instant in milliseconds since 1970, and unique.

    `ease` is 1 to 4, or 0 where no one answered; intervals are days, or seconds
    where negative; `factor` permille, `ms` the time taken; `kind` is 0 learning,
    1 review, 2 relearning, 3 filtered deck, 4 set by hand, 5 rescheduled.
    """

    id: int
    card: int
    ease: int
    interval: int
    last_interval: int
    factor: int
    ms: int
    kind: int


@dataclass(frozen=True, slots=True)
class Package:
    """A package. The date of `created` in UTC (seconds) is day 0 of those that `due` counts.

    `media` gives the content of each media file by its name; it is read from the
    package when it is asked for.
    """

    created: int
    note_types: tuple[NoteType, ...]
    decks: tuple[AnkiDeck, ...]
    notes: tuple[Note, ...]
    cards: tuple[AnkiCard, ...]
    reviews: tuple[Review, ...] = ()
    presets: tuple[Preset, ...] = ()
    media: Mapping[str, bytes] = field(default_factory=dict)
