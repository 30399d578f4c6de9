"""Note types, decks and options of schema 18, as the JSON that schema 11 has them in.

The tables of messages below are those of Anki's protocol (proto/anki/notetypes.proto,
decks.proto, deck_config.proto), the names those of the older JSON: both kinds of
package then give the same values. `ValueError` where bytes are none of theirs.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from studykit.exchange.anki.wire import (
    FLAG,
    NUMBER,
    OPTIONAL_NUMBER,
    OPTIONAL_REAL,
    RAW,
    REAL,
    REALS,
    TEXT,
    Table,
    decode,
    message,
    messages,
)

# Whatever Anki did not know when it read the older JSON, as JSON.
_OTHER = ("other", RAW)
_NOTE_TYPE: Table = {
    1: ("type", NUMBER),
    2: ("sortf", NUMBER),
    3: ("css", TEXT),
    4: ("did", NUMBER),
    5: ("latexPre", TEXT),
    6: ("latexPost", TEXT),
    7: ("latexsvg", FLAG),
    9: ("originalStockKind", NUMBER),
    10: ("originalId", OPTIONAL_NUMBER),
    255: _OTHER,
}
_FIELD: Table = {
    1: ("sticky", FLAG),
    2: ("rtl", FLAG),
    3: ("font", TEXT),
    4: ("size", NUMBER),
    5: ("description", TEXT),
    6: ("plainText", FLAG),
    7: ("collapsed", FLAG),
    8: ("excludeFromSearch", FLAG),
    9: ("id", OPTIONAL_NUMBER),
    10: ("tag", OPTIONAL_NUMBER),
    11: ("preventDeletion", FLAG),
    255: _OTHER,
}
_TEMPLATE: Table = {
    1: ("qfmt", TEXT),
    2: ("afmt", TEXT),
    3: ("bqfmt", TEXT),
    4: ("bafmt", TEXT),
    5: ("did", NUMBER),
    6: ("bfont", TEXT),
    7: ("bsize", NUMBER),
    8: ("id", OPTIONAL_NUMBER),
    255: _OTHER,
}
_COMMON: Table = {
    1: ("collapsed", FLAG),
    2: ("browserCollapsed", FLAG),
    3: ("day", NUMBER),
    4: ("newToday", NUMBER),
    5: ("revToday", NUMBER),
    6: ("lrnToday", NUMBER),
    7: ("timeToday", NUMBER),
    255: _OTHER,
}
_DAY_LIMIT: Table = {1: ("limit", NUMBER), 2: ("today", NUMBER)}
_NORMAL: Table = {
    1: ("conf", NUMBER),
    2: ("extendNew", NUMBER),
    3: ("extendRev", NUMBER),
    4: ("desc", TEXT),
    5: ("md", FLAG),
    6: ("reviewLimit", OPTIONAL_NUMBER),
    7: ("newLimit", OPTIONAL_NUMBER),
    8: ("reviewLimitToday", message(_DAY_LIMIT)),
    9: ("newLimitToday", message(_DAY_LIMIT)),
    10: ("desiredRetention", OPTIONAL_REAL),
}
_TERM: Table = {1: ("search", TEXT), 2: ("limit", NUMBER), 3: ("order", NUMBER)}
_FILTERED: Table = {
    1: ("resched", FLAG),
    2: ("terms", messages(_TERM)),
    3: ("delays", REALS),
    4: ("previewDelay", NUMBER),
    5: ("previewHardSecs", NUMBER),
    6: ("previewGoodSecs", NUMBER),
    7: ("previewAgainSecs", NUMBER),
}
_DECK_KIND: Table = {1: ("normal", message(_NORMAL)), 2: ("filtered", message(_FILTERED))}
# A name with a dot belongs into a part of the JSON; one with an underscore is worked on below.
_PRESET: Table = {
    1: ("new.delays", REALS),
    2: ("lapse.delays", REALS),
    3: ("fsrsWeights", REALS),
    4: ("easyDaysPercentages", REALS),
    5: ("fsrsParams5", REALS),
    6: ("fsrsParams6", REALS),
    9: ("new.perDay", NUMBER),
    10: ("rev.perDay", NUMBER),
    11: ("_ease", REAL),
    12: ("rev.ease4", REAL),
    13: ("rev.hardFactor", REAL),
    14: ("lapse.mult", REAL),
    15: ("rev.ivlFct", REAL),
    16: ("rev.maxIvl", NUMBER),
    17: ("lapse.minInt", NUMBER),
    18: ("_good", NUMBER),
    19: ("_easy", NUMBER),
    20: ("_random", NUMBER),
    21: ("lapse.leechAction", NUMBER),
    22: ("lapse.leechFails", NUMBER),
    23: ("_silent", FLAG),
    24: ("maxTaken", NUMBER),
    25: ("timer", NUMBER),
    26: ("_skips", FLAG),
    27: ("new.bury", FLAG),
    28: ("rev.bury", FLAG),
    29: ("buryInterdayLearning", FLAG),
    30: ("newMix", NUMBER),
    31: ("interdayLearningMix", NUMBER),
    32: ("newSortOrder", NUMBER),
    33: ("reviewOrder", NUMBER),
    34: ("newGatherPriority", NUMBER),
    35: ("newPerDayMinimum", NUMBER),
    36: ("questionAction", NUMBER),
    37: ("desiredRetention", REAL),
    38: ("stopTimerOnAnswer", FLAG),
    40: ("sm2Retention", REAL),
    41: ("secondsToShowQuestion", REAL),
    42: ("secondsToShowAnswer", REAL),
    43: ("answerAction", NUMBER),
    44: ("waitForAudio", FLAG),
    45: ("weightSearch", TEXT),
    46: ("ignoreRevlogsBeforeDate", TEXT),
    255: _OTHER,
}


def note_type(
    head: Mapping[str, Any],
    config: bytes,
    fields: Iterable[tuple[str, bytes]],
    templates: Iterable[tuple[str, bytes]],
) -> dict[str, Any]:
    """The JSON of a note type from its rows; `head` is its id, name and modification."""
    out = {**_with_other(decode(config, _NOTE_TYPE)), **head}
    out["did"] = out["did"] or None
    out["flds"] = [
        {**_with_other(decode(more, _FIELD)), "name": name, "ord": ord_}
        for ord_, (name, more) in enumerate(fields)
    ]
    out["tmpls"] = [
        {**_with_other(decode(more, _TEMPLATE)), "name": name, "ord": ord_}
        for ord_, (name, more) in enumerate(templates)
    ]
    for template in out["tmpls"]:
        template["did"] = template["did"] or None
    return out


def deck(head: Mapping[str, Any], common: bytes, kind: bytes) -> dict[str, Any]:
    """The JSON of a deck from its row."""
    kinds = decode(kind, _DECK_KIND)
    filtered = kinds["filtered"]
    out = {**_with_other(decode(common, _COMMON)), **head, "dyn": int(filtered is not None)}
    day = out.pop("day")
    for key in ("newToday", "revToday", "lrnToday", "timeToday"):
        out[key] = [day, out[key]]
    if filtered is None:
        normal = kinds["normal"] or decode(b"", _NORMAL)
        if normal["desiredRetention"] is not None:  # of a deck, unlike of options, in per cent
            normal["desiredRetention"] = round(normal["desiredRetention"] * 100)
        return {**out, **normal}
    filtered["terms"] = [list(term.values()) for term in filtered["terms"]]
    filtered["delays"] = filtered["delays"] or None
    return {**out, **filtered}


def preset(head: Mapping[str, Any], config: bytes) -> dict[str, Any]:
    """The JSON of deck options from their row."""
    flat = decode(config, _PRESET)
    other = _json(flat.pop("other"))
    out: dict[str, Any] = {"dyn": False, "new": {}, "rev": {}, "lapse": {}}
    for name, value in flat.items():
        part, _, key = name.rpartition(".")
        if not name.startswith("_"):
            (out[part] if part else out)[key] = value
    out["autoplay"], out["replayq"] = not flat["_silent"], not flat["_skips"]
    # In 32 bits, as Anki takes it: 2.3 times 1000 is 2299.9999 in 64.
    out["new"]["initialFactor"] = round(flat["_ease"] * 1000)
    out["new"]["ints"] = [flat["_good"], flat["_easy"], 0]
    out["new"]["order"] = int(not flat["_random"])
    for part in ("new", "rev", "lapse"):
        more = other.pop(part, {})
        out[part] = {**more, **out[part]} if isinstance(more, dict) else out[part]
    return {**other, **out, **head}


def _with_other(message: dict[str, Any]) -> dict[str, Any]:
    return {**_json(message.pop("other")), **message}


def _json(data: bytes) -> dict[str, Any]:
    found = json.loads(data) if data else {}
    return found if isinstance(found, dict) else {}
