"""What a deck cannot hold of notes that came from Anki, kept in a file beside it.

`NAME.anki.yaml` beside `NAME.yaml` holds note types, decks and notes as they
were, and which of our cards came of which. Each entry is a line of JSON, which is
YAML too:

    format: studykit-anki/1
    note_types:
    - {"id": 1, "name": "Basic", …}
    decks:
    - {"id": 2, "name": "History::Rome", …}
    notes:
    - {"id": 3, "guid": "t;Xp9", "type": 1, "fields": ["…"], …}
    cards:
    - {"id": 4, "card": "t;Xp9", "note": 3, "deck": 2, "template": 0, "text": "1f00aa21"}
"""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from studykit.cards.model import Card
from studykit.deck.dump import dump_card
from studykit.errors import ExchangeError
from studykit.exchange.anki.model import AnkiDeck, Note, NoteType
from studykit.exchange.anki.schema11 import deck_json, deck_of, note_type_json, note_type_of
from studykit.messages import _

FORMAT = "studykit-anki/1"
_HEAD = f"format: {FORMAT}"
_KEYS = ("note_types", "decks", "notes", "cards")
# What YAML 1.1 does not allow, or takes for a line break.
_STRANGE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Link:
    """One card that came from Anki: its own id there, its note, deck and template.

    `card` is our card's id, `text` tells whether it still says what it said when it came.
    """

    id: int
    card: str
    note: int
    deck: int
    template: int
    text: str


@dataclass(frozen=True, slots=True)
class Sidecar:
    """Anki's side of a deck's cards that came from there."""

    note_types: tuple[NoteType, ...] = ()
    decks: tuple[AnkiDeck, ...] = ()
    notes: tuple[Note, ...] = ()
    links: tuple[Link, ...] = ()


def sidecar_path(deck_path: Path) -> Path:
    """Where the sidecar of a deck file lies."""
    return deck_path.with_name(f"{deck_path.stem}.anki.yaml")


def media_folder(deck_path: Path) -> Path:
    """Where the media of a deck file lie."""
    return deck_path.with_name(f"{deck_path.stem}.media")


def text_print(card: Card) -> str:
    """Eight hex digits for what a card says: all of it but id, section, tags and siblings."""
    bare = replace(card, id="", section="", tags=(), fact="", gone=False)
    return hashlib.sha256(dump_card(bare).encode("utf-8", "replace")).hexdigest()[:8]


def dump_sidecar(sidecar: Sidecar) -> str:
    """The file of a sidecar."""
    parts: tuple[Iterable[Mapping[str, Any]], ...] = (
        map(note_type_json, sidecar.note_types),
        map(deck_json, sidecar.decks),
        (note._asdict() for note in sidecar.notes),
        map(_link_json, sidecar.links),
    )
    lines = [_HEAD]
    for key, items in zip(_KEYS, parts, strict=True):
        rows = [f"- {_dumps(item)}" for item in items]
        lines += [f"{key}:", *rows] if rows else [f"{key}: []"]
    return "\n".join(lines) + "\n"


def parse_sidecar(text: str, path: str) -> Sidecar:
    """The sidecar of a file's text; `ExchangeError` with the line where it is not in order."""
    found: dict[str, list[Any]] = {key: [] for key in _KEYS}
    readers = {
        "note_types": note_type_of,
        "decks": deck_of,
        "notes": _note_of,
        "cards": _link_of,
    }
    head, *lines = text.replace("\r\n", "\n").rstrip("\n").split("\n")
    if head != _HEAD:
        raise _refusal(path, 1)
    key = ""
    for number, line in enumerate(lines, 2):
        try:
            if line.startswith("- "):
                found[key].append(readers[key](json.loads(line[2:])))
            else:
                key = _KEYS[_KEYS.index(line.removesuffix(" []").removesuffix(":"))]
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            raise _refusal(path, number) from error
    return Sidecar(
        tuple(found["note_types"]), tuple(found["decks"]), tuple(found["notes"]),
        tuple(found["cards"]),
    )  # fmt: skip


def _refusal(path: str, line: int) -> ExchangeError:
    message = _("{path}:{line}: not as studykit wrote it; import the package again, or delete it")
    return ExchangeError(message.format(path=path, line=line))


def _dumps(value: Mapping[str, Any]) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return _STRANGE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _note_of(json_: Mapping[str, Any]) -> Note:
    return Note(
        int(json_["id"]),
        str(json_["guid"]),
        int(json_["type"]),
        tuple(map(str, json_["fields"])),
        tuple(map(str, json_["tags"])),
        int(json_["modified"]),
    )


def _link_json(link: Link) -> dict[str, Any]:
    return {
        "id": link.id,
        "card": link.card,
        "note": link.note,
        "deck": link.deck,
        "template": link.template,
        "text": link.text,
    }


def _link_of(json_: Mapping[str, Any]) -> Link:
    return Link(
        int(json_["id"]),
        str(json_["card"]),
        int(json_["note"]),
        int(json_["deck"]),
        int(json_["template"]),
        str(json_["text"]),
    )
