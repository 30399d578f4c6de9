"""Reading from a running Anki what a push needs to know."""

import json
import re
from collections.abc import Collection, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from studykit.cards.model import CARD_TYPES
from studykit.errors import ExchangeError
from studykit.exchange.anki.connect.client import VERSION, Action, AnkiConnect
from studykit.exchange.anki.connect.model import Key, Present, PresentNote, PresentType
from studykit.exchange.anki.connect.wanted import Wanted, root_of, wanted_of
from studykit.exchange.anki.fields import html_of
from studykit.exchange.anki.hidden import hidden_of
from studykit.exchange.anki.model import Package, Template
from studykit.exchange.anki.names import tag_name
from studykit.exchange.anki.note_types import DATA, note_type_id
from studykit.messages import _

# Ids in one search: Anki makes one condition of them, and SQLite's have their limits.
_BATCH = 1000
# In a search `_` is any one character, so that nothing has to be escaped.
_SPECIAL = re.compile(r"[^\w-]")


def present_in(anki: AnkiConnect, package: Package) -> Present:
    """What Anki has of what a package holds; `ExchangeError` where it cannot be asked."""
    try:
        return _present(anki, package)
    # An answer of another shape than AnkiConnect's.
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise anki.strange() from error


def _present(anki: AnkiConnect, package: Package) -> Present:
    if anki.call("version") < VERSION:
        message = _("{url}: this AnkiConnect is too old; update it in Anki under Tools, Add-ons")
        raise ExchangeError(message.format(url=anki.url))
    profile, media, types, decks = anki.calls(
        [
            ("getActiveProfile", {}),
            ("getMediaDirPath", {}),
            ("modelNamesAndIds", {}),
            ("deckNamesAndIds", {}),
        ]
    )
    known = {number for number in types.values() if number in {t.id for t in package.note_types}}
    return Present(
        profile=str(profile),
        folder=str(Path(media).parent),
        note_types=_note_types(anki, known),
        notes=tuple(_notes(anki, wanted_of(package), types)),
        decks=frozenset(decks),
        homes=_homes(anki, {root_of(deck.name).casefold() for deck in package.decks}, decks),
    )


def _note_types(anki: AnkiConnect, known: Collection[int]) -> dict[int, PresentType]:
    found = anki.call("findModelsById", modelIds=sorted(known)) if known else []
    return {
        row["id"]: PresentType(
            id=row["id"],
            name=row["name"],
            templates=tuple(Template(t["name"], t["qfmt"], t["afmt"]) for t in row["tmpls"]),
            css=row["css"],
        )
        for row in found
    }


def _notes(
    anki: AnkiConnect, wanted: tuple[Wanted, ...], types: Mapping[str, int]
) -> Iterator[PresentNote]:
    """The notes of the decks that are pushed, and those that came from this Anki before."""
    ours = {note_type_id(type_) for type_ in CARD_TYPES} & set(types.values())
    decks = {one.key.deck for one in wanted if one.key} if ours else set()
    foreign = iter(sorted(one.note.id for one in wanted if not one.key))
    searches = [_own_search(deck, ours) for deck in sorted(decks)]
    while batch := list(islice(foreign, _BATCH)):
        searches.append(f"nid:{','.join(map(str, batch))}")
    for search in searches:
        for row in anki.call("notesInfo", query=search):
            yield _note(row, types)


def _own_search(deck: str, ours: Collection[int]) -> str:
    """The search for all notes that were made of this deck, and maybe of a few more.

    A field that Anki would normalize has references in place of all that is not ASCII.
    """
    any_type = " or ".join(f"mid:{number}" for number in sorted(ours))
    written = html_of(json.dumps(deck, ensure_ascii=False)[1:-1])
    spellings = {written, "".join(c if c.isascii() else f"&#{ord(c)};" for c in written)}
    any_spelling = " or ".join(f'"{DATA}:*{_SPECIAL.sub("_", one)}*"' for one in sorted(spellings))
    return f"({any_type}) ({any_spelling})"


def _note(row: Mapping[str, Any], types: Mapping[str, int]) -> PresentNote:
    fields = {name: content["value"] for name, content in row["fields"].items()}
    hidden = hidden_of(fields.get(DATA, ""))
    return PresentNote(
        id=row["noteId"],
        type=types[row["modelName"]],
        key=Key(hidden.deck, hidden.id) if hidden.id else None,
        fields=fields,
        tags=tuple(row["tags"]),
        given=tuple(map(tag_name, hidden.tags)),
        modified=row["mod"],
        cards=tuple(row["cards"]),
    )


def _homes(anki: AnkiConnect, roots: Collection[str], decks: Mapping[str, int]) -> dict[int, str]:
    """The deck of each card in the trees of these decks; for one in a filtered deck, its own."""
    names = [name for name in decks if root_of(name).casefold() in roots]
    searches: list[Action] = [("findCards", {"query": f"did:{decks[name]}"}) for name in names]
    found = anki.calls(searches)
    return {card: name for name, cards in zip(names, found, strict=True) for card in cards}
