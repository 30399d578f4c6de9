"""One row of a table as the values of a card."""

import re
from collections.abc import Mapping, Sequence

from studykit.cards.model import BLANK
from studykit.exchange.cells import split_items, unguarded
from studykit.exchange.span_cells import spans_of
from studykit.exchange.table_columns import OPTION, card_type

_LISTS = ("options", "accept", "quote", "tags")
_TAGS = re.compile(r"[\s,;，；、|]+")
# A blank as question banks write it: a line or a pair of brackets with nothing between.
_BLANK = re.compile(r"_{2,}|[(（]\s*[)）]")
_PARTS = re.compile(r"\s*[;；|]\s*")
_LETTER = re.compile(r"\s*([A-Ha-h])\s*[.．、]?\s*")


def own_values(cells: Mapping[str, str]) -> tuple[dict[str, object], str, str]:
    """The card of a row that studykit wrote, the title of its deck, and the deck's header."""
    texts = {key: unguarded(cell) for key, cell in cells.items()}
    title, header = texts.pop("deck", ""), texts.pop("header", "")
    values: dict[str, object] = {}
    for key, text in texts.items():
        if not key or not text:
            continue
        if key in _LISTS or (key == "answer" and texts.get("type") in ("cloze", "list")):
            values[key] = split_items(text)
        elif key == "span":
            values[key] = spans_of(text)
        else:
            values[key] = text
    return values, title, header


def own_header(cell: str) -> dict[str, object] | None:
    """The header of a deck; None where it is no JSON."""
    import json

    try:
        value = json.loads(cell)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def values_of(pairs: Sequence[tuple[str, str]]) -> dict[str, object]:
    """The card of a row of another program, its cells with what their columns hold."""
    values: dict[str, object] = {}
    options = [text.strip() for key, text in pairs if key == OPTION and text.strip()]
    for key, cell in pairs:
        text = cell.strip()
        if key in ("", OPTION) or not text or key in values:
            continue
        if key == "tags":
            values[key] = [tag for tag in _TAGS.split(text) if tag]
        elif key in ("options", "accept"):
            values[key] = list(split_items(text))
        else:
            values[key] = card_type(text) if key == "type" else text
    if options:
        values.setdefault("options", options)
    _settle(values)
    return values


def _settle(values: dict[str, object]) -> None:
    """Bring the answer into the form that a card of this kind has."""
    prompt, answer = str(values.get("prompt", "")), str(values.get("answer", ""))
    options = values.get("options")
    if isinstance(options, list) and answer not in options:
        letter = _LETTER.fullmatch(answer)
        at = ord(letter[1].upper()) - ord("A") if letter else len(options)
        if at < len(options):
            values["answer"] = options[at]
    elif values.get("type") == "cloze" or (not options and BLANK in prompt):
        prompt = _BLANK.sub(BLANK, prompt)
        values["prompt"] = prompt
        blanks = prompt.count(BLANK)
        parts = _PARTS.split(answer) if blanks > 1 else [answer]
        values["answer"] = parts if len(parts) == blanks else [answer]
    elif values.get("type") == "list":
        values["answer"] = [part for part in _PARTS.split(answer) if part]
