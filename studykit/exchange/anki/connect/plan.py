"""What to do so that Anki has what a package holds: a pure function of the two.

The rules are those of Anki's own import: of two versions of a note the later
counts, and learning is never touched. Besides, cards follow their section into
another sub-deck, as an import does not let them, unless a person took them out
of the deck's tree; and of the tags only those go that came from here, since
`leech`, `marked` and a person's own are Anki's.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping

from studykit.exchange.anki.connect.model import Change, Plan, Present, PresentNote, PresentType
from studykit.exchange.anki.connect.wanted import Wanted, wanted_of
from studykit.exchange.anki.model import NoteType, Package
from studykit.exchange.anki.note_types import edition_line

TAGS = "tags"
# What Anki takes out of any field.
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_EDITION = re.compile(re.escape(edition_line(0)).replace("0", r"(\d{1,12})", 1))


def plan_of(package: Package, present: Present) -> Plan:
    """What a push of this package into this Anki would do."""
    wanted = wanted_of(package)
    found = _found(wanted, present.notes)
    new = [one for one in wanted if one.note.id not in found]
    changes = [
        (change, found[one.note.id].modified)
        for one in wanted
        if one.note.id in found and (change := _change(one, found[one.note.id])).parts
    ]
    updated = tuple(change for change, theirs in changes if change.note.modified > theirs)
    moved = _moved(wanted, found, present)
    used = {one.type.id for one in new} | {change.note.type for change in updated}
    restyled, own_looks = _looks(package.note_types, present.note_types)
    return Plan(
        note_types=tuple(
            one for one in package.note_types if one.id in used - present.note_types.keys()
        ),
        restyled=restyled,
        own_looks=own_looks,
        decks=_new_names([*(home for one in new for home in one.homes), *moved], present.decks),
        added=tuple(one.note for one in new),
        updated=updated,
        moved=moved,
        edited=tuple(change for change, theirs in changes if change.note.modified < theirs),
        gone=_gone(wanted, present.notes),
    )


def _found(wanted: Iterable[Wanted], notes: Iterable[PresentNote]) -> dict[int, PresentNote]:
    """The note in Anki for each wanted note that is there, by the id of the wanted one.

    A copy made in Anki bears the key of its original: the older one is that.
    """
    by_key = {note.key: note for note in sorted(notes, key=lambda n: -n.id) if note.key}
    by_id = {(note.id, note.type): note for note in notes if not note.key}
    pairs = (
        (one, by_key.get(one.key) if one.key else by_id.get((one.note.id, one.note.type)))
        for one in wanted
    )
    return {one.note.id: note for one, note in pairs if note}


def _change(one: Wanted, note: PresentNote) -> Change:
    fields = zip(one.type.fields, one.note.fields, strict=True)
    parts = [name for name, text in fields if _kept(text) != note.fields.get(name)]
    tags = _tags(one.note.tags, note)
    if set(map(_tag, tags)) != set(map(_tag, note.tags)):
        parts.append(TAGS)
    return Change(one.note._replace(tags=tags), tuple(parts))


def _tags(wanted: tuple[str, ...], note: PresentNote) -> tuple[str, ...]:
    """The tags that a note is to have: those Anki has, without what is given no more."""
    asked = {_tag(tag): tag for tag in wanted}
    dropped = set(map(_tag, note.given)) - asked.keys()
    kept = {_tag(tag): tag for tag in note.tags if _tag(tag) not in dropped}
    return tuple({**asked, **kept}.values())


def _kept(text: str) -> str:
    """A field as Anki keeps it."""
    return unicodedata.normalize("NFC", _CONTROLS.sub("", text))


def _tag(tag: str) -> str:
    return unicodedata.normalize("NFC", tag).casefold()


def _moved(
    wanted: Iterable[Wanted], found: Mapping[int, PresentNote], present: Present
) -> dict[str, tuple[int, ...]]:
    moved: dict[str, list[int]] = {}
    for one in wanted:
        note = found.get(one.note.id)
        for card, home in zip(note.cards, one.homes, strict=False) if note and one.key else ():
            if present.homes.get(card, home).casefold() != home.casefold():
                moved.setdefault(home, []).append(card)
    return {home: tuple(cards) for home, cards in moved.items()}


def _new_names(names: Iterable[str], present: Iterable[str]) -> tuple[str, ...]:
    known = {name.casefold() for name in present}
    return tuple(sorted({name for name in names if name.casefold() not in known}))


def _looks(
    note_types: Iterable[NoteType], present: Mapping[int, PresentType]
) -> tuple[tuple[NoteType, ...], tuple[NoteType, ...]]:
    """Our note types whose templates in Anki are of an older edition, and those changed there."""
    older, changed = [], []
    for ours in note_types:
        theirs = present.get(ours.id)
        edition = _edition(ours.css)
        if theirs is None or edition is None or _look(ours) == _look(theirs):
            continue
        found = _edition(theirs.css)
        if found is not None and found < edition:
            older.append(ours)
        elif found is None or found == edition:
            changed.append(ours)
    return tuple(older), tuple(changed)


def _edition(css: str) -> int | None:
    match = _EDITION.match(css)
    return int(match[1]) if match else None


def _look(one: NoteType | PresentType) -> tuple[object, ...]:
    return one.css, {t.name: (t.question, t.answer) for t in one.templates}


def _gone(wanted: Iterable[Wanted], notes: Iterable[PresentNote]) -> tuple[PresentNote, ...]:
    keys = {one.key for one in wanted if one.key}
    decks = {key.deck for key in keys}
    return tuple(n for n in notes if n.key and n.key.deck in decks and n.key not in keys)
