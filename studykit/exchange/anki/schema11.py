"""Note types, decks and options as the JSON that schema 11 keeps them in, and back.

What our values do not name stays in `extra` under the same keys, so that it
reaches Anki again; keys that hold what Anki puts where nothing is said are left
out of it. In `extra["flds"]` and `extra["tmpls"]` is what is said of each field
and template besides name and sides.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from studykit.exchange.anki.model import AnkiDeck, NoteType, Preset, Template

Json = Mapping[str, Any]

LATEX_PRE = (
    "\\documentclass[12pt]{article}\n"
    "\\special{papersize=3in,5in}\n"
    "\\usepackage[utf8]{inputenc}\n"
    "\\usepackage{amssymb,amsmath}\n"
    "\\pagestyle{empty}\n"
    "\\setlength{\\parindent}{0in}\n"
    "\\begin{document}\n"
)
LATEX_POST = "\\end{document}"
# What Anki writes where nothing else is said.
_NOTE_TYPE: Json = {
    "did": None,
    "latexPre": LATEX_PRE,
    "latexPost": LATEX_POST,
    "latexsvg": False,
    "originalStockKind": 0,
    "originalId": None,
}
_FIELD: Json = {
    "sticky": False,
    "rtl": False,
    "font": "Arial",
    "size": 20,
    "description": "",
    "plainText": False,
    "collapsed": False,
    "excludeFromSearch": False,
    "id": None,
    "tag": None,
    "preventDeletion": False,
}
_TEMPLATE: Json = {
    "bqfmt": "",
    "bafmt": "",
    "did": None,
    "bfont": "",
    "bsize": 0,
    "id": None,
}
_DECK: Json = {
    "lrnToday": [0, 0],
    "revToday": [0, 0],
    "newToday": [0, 0],
    "timeToday": [0, 0],
    "collapsed": False,
    "browserCollapsed": False,
    "dyn": 0,
}
_NORMAL: Json = {
    "extendNew": 0,
    "extendRev": 0,
    "reviewLimit": None,
    "newLimit": None,
    "reviewLimitToday": None,
    "newLimitToday": None,
    "desiredRetention": None,
    "md": False,
}
_FILTERED: Json = {
    "resched": True,
    "terms": [],
    "separate": True,
    "delays": None,
    "previewDelay": 0,
    "previewAgainSecs": 0,
    "previewHardSecs": 0,
    "previewGoodSecs": 0,
}
_PRESET: Json = {
    "mod": 0,
    "maxTaken": 60,
    "autoplay": True,
    "timer": 0,
    "replayq": True,
    "new": {
        "bury": False,
        "delays": [1.0, 10.0],
        "initialFactor": 2500,
        "ints": [1, 4, 0],
        "order": 1,
        "perDay": 20,
    },
    "rev": {
        "bury": False,
        "ease4": 1.3,
        "ivlFct": 1.0,
        "maxIvl": 36500,
        "perDay": 200,
        "hardFactor": 1.2,
    },
    "lapse": {"delays": [10.0], "leechAction": 1, "leechFails": 8, "minInt": 1, "mult": 0.0},
    "dyn": False,
}
# Worked out from the rest, or of no meaning outside the collection it comes from.
_DERIVED = {"req", "usn"}
_NAMED = re.compile(r"\{\{(?:[^{}]*?:)?\s*([^{}:]+?)\s*\}\}")


def note_type_of(json: Json) -> NoteType:
    """A note type from its JSON; `KeyError`, `TypeError` or `ValueError` where it is none."""
    fields, templates = _ordered(json["flds"]), _ordered(json["tmpls"])
    known = {"id", "name", "type", "sortf", "mod", "css", "flds", "tmpls"}
    extra = _besides(json, _NOTE_TYPE, known)
    for key, items, default, named in (
        ("flds", fields, _FIELD, {"name", "ord"}),
        ("tmpls", templates, _TEMPLATE, {"name", "ord", "qfmt", "afmt"}),
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
            {"name": t.name, "ord": ord_, "qfmt": t.question, "afmt": t.answer, **_TEMPLATE, **more}
            for ord_, (t, more) in enumerate(zip(note_type.templates, templates, strict=True))
        ],
        "flds": [
            {"name": name, "ord": ord_, **_FIELD, **more}
            for ord_, (name, more) in enumerate(zip(note_type.fields, fields, strict=True))
        ],
        "css": note_type.css,
        "req": _requirements(note_type),
        **_NOTE_TYPE,
        **extra,
    }


def deck_of(json: Json) -> AnkiDeck:
    """A deck from its JSON; `KeyError`, `TypeError` or `ValueError` where it is none."""
    kind = _FILTERED if json.get("dyn") else _NORMAL
    return AnkiDeck(
        id=int(json["id"]),
        name=_text(json["name"]),
        description=_text(json.get("desc", "")),
        preset=int(json.get("conf", 1)),
        modified=int(json.get("mod", 0)),
        extra=_besides(json, {**_DECK, **kind}, {"id", "name", "desc", "conf", "mod"}),
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
        **_DECK,
        **(_FILTERED if filtered else {**_NORMAL, "conf": deck.preset}),
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
    out: dict[str, Any] = {**_PRESET, **options}
    for part in ("new", "rev", "lapse"):
        out[part] = {**_PRESET[part], **options.get(part, {})}
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
