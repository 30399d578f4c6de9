"""Small edits to the text of a deck file that leave all else as it is."""

from typing import Any

from studykit.deck.decode import BOM, parse_deck
from studykit.deck.nodes import compose, fields, is_list
from studykit.errors import DeckError


def add_missing_ids(text: str, path: str = "") -> str:
    """The deck file with an `id` for the deck and for every card that has none.

    Comments, order, quoting and line ends stay. The ids are those that reading
    the file gives anyway. A file with problems is refused with `DeckError`.
    """
    file = parse_deck(text, path)
    if file.deck is None or file.problems:
        raise DeckError(str(file.problems[0]))
    bare = text.removeprefix(BOM)
    newline = "\r\n" if "\r\n" in bare else "\n"
    root = compose(bare, path)
    top = fields(root, _ignore)
    nodes = top["cards"].value if is_list(top["cards"]) else []
    wanted = [(root, file.deck.id, "title")]
    wanted += [(node, card.id, "") for node, card in zip(nodes, file.deck.cards, strict=True)]
    edits = [edit for node, id_, at in wanted if (edit := _id_edit(node, id_, at, newline))]
    return text[: len(text) - len(bare)] + apply_edits(bare, edits)


def apply_edits(text: str, edits: list[tuple[int, int, str]]) -> str:
    """The text with each `[start:end]` replaced; edits do not overlap."""
    out: list[str] = []
    last = 0
    for start, end, new in sorted(edits):
        out += [text[last:start], new]
        last = end
    return "".join([*out, text[last:]])


def _id_edit(node: Any, id_: str, before: str, newline: str) -> tuple[int, int, str] | None:
    """How to give a mapping an id, ahead of the key `before` (of its first key if empty)."""
    values = fields(node, _ignore)
    if "id" in values:
        old = values["id"]
        if old.value:
            return None
        start, end = old.start_mark.index, old.end_mark.index
        return start, end, id_ if end > start else f" {id_}"
    first = next((key for key, _value in node.value if key.value == before), node.value[0][0])
    mark = first.start_mark
    gap = ", " if node.flow_style else newline + " " * mark.column
    return mark.index, mark.index, f"id: {id_}{gap}"


def _ignore(_node: Any, _message: str) -> None:
    """Problems are told by the reader; here the file is already in order."""
