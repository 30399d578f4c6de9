"""A deck file cut into lines that belong together: header, one block a card, foot.

Put together again they are the file, to the byte. Regenerating replaces whole
blocks, so what a person wrote elsewhere (order, quoting, comments) stays.
"""

from dataclasses import dataclass

from studykit.cards.model import Card
from studykit.deck.decode import parse_deck
from studykit.deck.model import Deck
from studykit.deck.nodes import Node, is_list, is_map, is_text
from studykit.errors import DeckError
from studykit.messages import _


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of one card, and the comments and blank lines between it and what follows.

    `indent` is the column that its keys stand in.
    """

    card: Card
    text: str
    tail: str = ""
    indent: int = 2


@dataclass(frozen=True, slots=True)
class Blocks:
    """A deck file in pieces; `opening` is the line `cards:` with what stands under it."""

    deck: Deck
    header: str
    opening: str
    cards: tuple[Block, ...]
    foot: str


def split_deck(text: str, path: str) -> Blocks:
    """Cut a deck file (with `\\n` line ends); `DeckError` where it is not in order."""
    deck, root = parse_deck(text, path).in_order()
    key, node = next(pair for pair in root.value if pair[0].value == "cards")
    first = key.start.line
    lines = text.splitlines(keepends=True)
    if not is_list(node) or not node.value:
        return _no_cards(deck, first, lines, path, node)
    if node.flow or not all(is_map(item) and not item.flow for item in node.value):
        raise DeckError(_not_in_lines(path, node))
    column = node.start.column
    starts = [_dash_line(lines, item.value[0][0].start.line, column) for item in node.value]
    end = _end(root, node, len(lines))
    blocks = []
    stops = [*starts[1:], end]
    for card, item, start, stop in zip(deck.cards, node.value, starts, stops, strict=True):
        own = _after(item)
        indent = item.value[0][0].start.column
        blocks.append(Block(card, "".join(lines[start:own]), "".join(lines[own:stop]), indent))
    header, opening = "".join(lines[:first]), "".join(lines[first : starts[0]])
    return Blocks(deck, header, opening, tuple(blocks), "".join(lines[end:]))


def joined(blocks: Blocks) -> str:
    """The file that the pieces are."""
    cards = "".join(block.text + block.tail for block in blocks.cards)
    return blocks.header + blocks.opening + cards + blocks.foot


def _after(node: Node) -> int:
    """The first line (from 0) after the last value of a block."""
    while not is_text(node) and not node.flow:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    mark = node.end
    return int(mark.line + (mark.column > 0))


def _dash_line(lines: list[str], line: int, column: int) -> int:
    while not lines[line].startswith(" " * column + "-"):
        line -= 1
    return line


def _end(root: Node, cards: Node, last: int) -> int:
    """The line after the cards: that of the next key of the deck, or the end of the file."""
    after = [key.start.line for key, _value in root.value if key.start.index > cards.start.index]
    return int(min(after, default=last))


def _not_in_lines(path: str, node: Node) -> str:
    message = _("{path}:{line}: cards in brackets cannot be merged; write each as “- prompt: …”")
    return message.format(path=path, line=node.line)


def _no_cards(deck: Deck, first: int, lines: list[str], path: str, node: Node) -> Blocks:
    """A deck without cards: its line `cards: []` becomes `cards:`."""
    bare = lines[first].split("#")[0].strip()
    if bare != ("cards: []" if is_list(node) else "cards:"):
        raise DeckError(_not_in_lines(path, node))
    header, foot = "".join(lines[:first]), "".join(lines[first + 1 :])
    return Blocks(deck, header, "cards:\n", (), foot)
