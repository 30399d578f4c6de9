"""Note types, decks and options as the JSON that schema 11 keeps them in, and back.

What our values do not name stays in `extra` under the same keys, so that it
reaches Anki again; keys that hold what Anki puts where nothing is said are left
out of it. In `extra["flds"]` and `extra["tmpls"]` is what is said of each field
and template besides name and sides.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from studykit.exchange.anki.defaults import (
    DECK,
    FIELD,
    FILTERED,
    NORMAL,
    NOTE_TYPE,
    PRESET,
    TEMPLATE,
    Json,
)
from studykit.exchange.anki.model import AnkiDeck, NoteType, Preset, Template

# Worked out from the rest, or of no meaning outside the collection it comes from.
_DERIVED = {"req", "usn"}
_NAMED = re.compile(r"\{\{(?:[^{}]*?:)?\s*([^{}:]+?)\s*\}\}")


def note_type_of(json: Json) -> NoteType:
    """A note type from its JSON; `KeyError`, `TypeError` or `ValueError` where it is none."""
    fields, templates = _ordered(json["flds"]), _ordered(json["tmpls"])
    known = {"id", "name", "type", "sortf", "mod", "css", "flds", "tmpls"}
    extra = _besides(json, NOTE_TYPE, known)
    for key, items, default, named in (
        ("flds", fields, FIELD, {"name", "ord"}),
        ("tmpls", templates, TEMPLATE, {"name", "ord", "qfmt", "afmt"}),
    ):
        more = [_besides(item, default, named) for item in items]
        if any(more):
            extra[key] = more
    if not fields or not templates:
        raise ValueError
    return NoteType(
        id=int(json["id"]),
        name=_text(json["name"]),
        fields=tuple(_text(field["name"]) for field in fields),
        templates=tuple(
            Template(_text(item["name"]), _text(item["qfmt"]), _text(item.get("afmt", "")))
            for item in templates
        ),
        css=_text(json.get("css", "")),
        kind="cloze" if json.get("type") == 1 else "standard",
        sort_field=_sort_field(json.get("sortf", 0), len(fields)),
        modified=int(json.get("mod", 0)),
        extra=extra,
    )


def note_type_json(note_type: NoteType) -> Json:
    """The JSON of a note type."""
    extra: dict[str, Any] = dict(note_type.extra)
    fields = _padded(extra.pop("flds", ()), len(note_type.fields))
    templates = _padded(extra.pop("tmpls", ()), len(note_type.templates))
    return {
        "id": note_type.id,
        "name": note_type.name,
        "type": 1 if note_type.kind == "cloze" else 0,
        "mod": note_type.modified,
        "usn": -1,
        "sortf": note_type.sort_field,
        "tmpls": [
            {"name": t.name, "ord": ord_, "qfmt": t.question, "afmt": t.answer, **TEMPLATE, **more}
            for ord_, (t, more) in enumerate(zip(note_type.templates, templates, strict=True))
        ],
        "flds": [
            {"name": name, "ord": ord_, **FIELD, **more}
            for ord_, (name, more) in enumerate(zip(note_type.fields, fields, strict=True))
        ],
        "css": note_type.css,
        "req": _requirements(note_type),
        **NOTE_TYPE,
        **extra,
    }


def deck_of(json: Json) -> AnkiDeck:
    """A deck from its JSON; `KeyError`, `TypeError` or `ValueError` where it is none."""
    kind = FILTERED if json.get("dyn") else NORMAL
    return AnkiDeck(
        id=int(json["id"]),
        name=_text(json["name"]),
        description=_text(json.get("desc", "")),
        preset=int(json.get("conf", 1)),
        modified=int(json.get("mod", 0)),
        extra=_besides(json, {**DECK, **kind}, {"id", "name", "desc", "conf", "mod"}),
    )


def deck_json(deck: AnkiDeck) -> Json:
    """The JSON of a deck."""
    filtered = bool(deck.extra.get("dyn"))
    return {
        "id": deck.id,
        "mod": deck.modified,
        "name": deck.name,
        "usn": -1,
        "desc": deck.description,
        **DECK,
        **(FILTERED if filtered else {**NORMAL, "conf": deck.preset}),
        **deck.extra,
    }


def preset_of(json: Json) -> Preset:
    """Options from their JSON; `KeyError`, `TypeError` or `ValueError` where it is none."""
    options = {key: value for key, value in json.items() if key not in {"id", "name", "usn"}}
    return Preset(int(json["id"]), _text(json["name"]), options)


def preset_json(preset: Preset) -> Json:
    """The JSON of options, with Anki's own defaults where they say nothing."""
    return {"id": preset.id, "name": preset.name, "usn": -1, **complete(preset.options)}


def complete(options: Json) -> Json:
    """Options with Anki's own defaults where they say nothing."""
    out: dict[str, Any] = {**PRESET, **options}
    for part in ("new", "rev", "lapse"):
        out[part] = {**PRESET[part], **options.get(part, {})}
    return out


def _besides(json: Json, default: Json, known: set[str]) -> dict[str, Any]:
    """What a JSON object says beyond what is known otherwise, and beyond the defaults."""
    missing = object()
    return {
        key: value
        for key, value in json.items()
        if key not in known and key not in _DERIVED and default.get(key, missing) != value
    }


def _ordered(items: Any) -> list[Json]:
    """Fields or templates in their order."""
    if not isinstance(items, list) or not all(isinstance(item, Mapping) for item in items):
        raise TypeError
    return sorted(items, key=lambda item: int(item.get("ord") or 0))


def _padded(items: Sequence[Json], length: int) -> list[Json]:
    return [*items[:length], *[{}] * (length - len(items))]


def _sort_field(value: Any, fields: int) -> int:
    return int(value) if 0 <= int(value) < fields else 0


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _requirements(note_type: NoteType) -> list[list[object]]:
    """Which fields a card needs, as old clients want it: any of those its front names.

    Today's Anki works it out from the templates and does not read it.
    """
    places = {name: place for place, name in enumerate(note_type.fields)}
    out: list[list[object]] = []
    for ord_, template in enumerate(note_type.templates):
        named = {places[name] for name in _NAMED.findall(template.question) if name in places}
        out.append([ord_, "any", sorted(named)])
    return out
