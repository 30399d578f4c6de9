"""An imported deck put into the file of the deck that is there already.

A person's file is worked on by the lines of its cards: a card that is as it was
imported before keeps its lines to the byte, one that changed elsewhere gets new
ones, and a card that changed here stays unless the caller knows better.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from studykit.cards.model import Card
from studykit.deck.blocks import Block, joined, split_deck
from studykit.deck.decode import BOM, parse_deck
from studykit.deck.dump import dump_card
from studykit.deck.model import Deck
from studykit.deck.nodes import Node, is_list, is_map, parse_nodes
from studykit.errors import DeckError
from studykit.messages import _

Supersedes = Callable[[Card, Card], bool | None]
"""Of a card here and the imported one whether the imported one counts; None if nobody can tell."""

_KEYS = frozenset(
    (
        "id", "type", "fact", "section", "prompt", "answer", "options", "ordered", "derived",
        "accept", "explanation", "quote", "span", "tags", "gone",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Merged:
    """The new text of the file and what was done, by the ids of cards.

    `disputed` differ here and there, and it cannot be told which is newer: they stayed.
    """

    text: str
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    disputed: tuple[str, ...] = ()


def merge_imported(old_text: str, path: str, deck: Deck, supersedes: Supersedes) -> Merged:
    """The file at `path` with the cards of an imported deck.

    Cards that the import lacks stay, and so does everything that is not a card.
    `DeckError` where the file is not in order.
    """
    body = old_text.removeprefix(BOM)
    text = body.replace("\r\n", "\n")
    text += "" if text.endswith("\n") else "\n"
    old = split_deck(text, path)
    incoming = {card.id: card for card in deck.cards}
    changed: list[str] = []
    disputed: list[str] = []
    blocks: list[Block] = []
    for block in old.cards:
        new = incoming.pop(block.card.id, block.card)
        if new != block.card:
            counts = supersedes(block.card, new)
            if counts:
                changed.append(new.id)
                block = replace(block, card=new, text=_rewritten(block, new))
            elif counts is None:
                disputed.append(new.id)
        blocks.append(block)
    column = _column(old.cards[0].text) if old.cards else 0
    indent = old.cards[0].indent if old.cards else 2
    blocks += [Block(card, _lines(card, column, indent)) for card in incoming.values()]
    merged = text
    if changed or incoming:
        merged = joined(replace(old, cards=tuple(blocks)))
        _verify(merged, tuple(block.card for block in blocks), path)
    if "\r\n" in body:
        merged = merged.replace("\n", "\r\n")
    whole = old_text[: len(old_text) - len(body)] + merged
    kept = whole if changed or incoming else old_text
    return Merged(kept, tuple(incoming), tuple(changed), tuple(disputed))


def _rewritten(block: Block, card: Card) -> str:
    """The new lines of a card, and after them those of keys that only a person knows."""
    return _lines(card, _column(block.text), block.indent) + _own_lines(block.text)


def _lines(card: Card, column: int, indent: int) -> str:
    """The lines of a card whose dash stands in this column, and whose keys in that."""
    first, *rest = dump_card(card).splitlines()
    dash = f"{' ' * column}-{' ' * (indent - column - 1)}"
    return "".join([dash, first[2:], "\n", *(f"{' ' * indent}{line[2:]}\n" for line in rest)])


def _own_lines(text: str) -> str:
    """The lines of a block's keys that are not of a card."""
    root = parse_nodes(text, "")
    lines = text.splitlines(keepends=True)
    if not isinstance(root, Node) or not is_list(root) or not is_map(root.value[0]):
        return ""
    keys = [key for key, _value in root.value[0].value]
    starts = [key.start.line for key in keys]
    kept = []
    for key, start, stop in zip(keys, starts, [*starts[1:], len(lines)], strict=True):
        if key.value not in _KEYS:
            first = " " * key.start.column + lines[start][key.start.column :]
            kept += [first, *lines[start + 1 : stop]]
    return "".join(kept)


def _column(text: str) -> int:
    return text.index("-")


def _verify(text: str, cards: tuple[Card, ...], path: str) -> None:
    """Read the result back: it has to be in order and hold just these cards."""
    file = parse_deck(text, path)
    if file.problems or file.deck is None or file.deck.cards != cards:
        message = _("{path}: the imported cards cannot be put into it; nothing was changed")
        raise DeckError(message.format(path=path))
