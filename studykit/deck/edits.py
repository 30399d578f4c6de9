"""Small edits to the text of a deck file that leave all else as it is."""

from studykit.deck.decode import BOM, parse_deck
from studykit.deck.nodes import Node, fields, is_list


def add_missing_ids(text: str, path: str = "") -> str:
    """The deck file with an `id` for the deck and for every card that has none.

    Comments, order, quoting and line ends stay. The ids are those that reading
    the file gives anyway. A file with problems is refused with `DeckError`.
    """
    deck, root = parse_deck(text, path).in_order()
    bare = text.removeprefix(BOM)
    newline = "\r\n" if "\r\n" in bare else "\n"
    cards = fields(root)["cards"]
    nodes = cards.value if is_list(cards) else []
    wanted = [(root, deck.id, "title")]
    wanted += [(node, card.id, "") for node, card in zip(nodes, deck.cards, strict=True)]
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


def _id_edit(node: Node, id_: str, before: str, newline: str) -> tuple[int, int, str] | None:
    """How to give a mapping an id, ahead of the key `before` (of its first key if empty)."""
    values = fields(node)
    if "id" in values:
        old = values["id"]
        if old.value:
            return None
        start, end = old.start.index, old.end.index
        return start, end, id_ if end > start else f" {id_}"
    first = next((key for key, _value in node.value if key.value == before), node.value[0][0])
    mark = first.start
    gap = ", " if node.flow else newline + " " * mark.column
    return mark.index, mark.index, f"id: {id_}{gap}"
