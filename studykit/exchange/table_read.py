"""Cards from a table: CSV or TSV with a heading or without, ours and other programs'.

Without a heading the first column is the prompt and the second the answer. The
encoding, the delimiter and the columns are found out; what is in no known column
is named in the problems and left out.
"""

from collections.abc import Sequence
from pathlib import Path

from studykit.deck.decode import DeckFile, decode_deck
from studykit.deck.nodes import Node
from studykit.errors import Problem
from studykit.exchange.decoding import text_of
from studykit.exchange.nodes import card_node, deck_node
from studykit.exchange.table_cards import own_header, own_values, values_of
from studykit.exchange.table_columns import COLUMNS, column_keys
from studykit.messages import _

DELIMITERS = ",\t;|"
# Rows that decide on the delimiter: enough to be sure, quick on a long file.
_SAMPLE = 50
# A cell is a text that somebody learns; longer than this, a quotation mark was left open.
_LONGEST_CELL = 1 << 20

Row = tuple[int, list[str]]


def read_table(data: bytes, path: str) -> list[DeckFile]:
    """The decks of a table; rows that make no card are problems by line."""
    text = text_of(data, path)
    problems: list[Problem] = []
    rows = _rows(text, _delimiter(text), path, problems)
    keys = column_keys(rows[0][1]) if rows else ()
    if set(COLUMNS) <= set(keys):
        files = _own(rows[1:], keys, path, problems)
    else:
        files = [_foreign(rows, keys, path, problems)]
    first, *rest = files
    found = tuple(sorted((*problems, *first.problems)))
    return [DeckFile(path, first.deck, first.lines, found, 1, first.root), *rest]


def _delimiter(text: str) -> str:
    """The delimiter under which the heading is known, or else most rows have as many cells."""
    best, best_score = DELIMITERS[0], (False, 0)
    for delimiter in DELIMITERS:
        rows = [cells for _line, cells in _rows(text, delimiter, "", [], _SAMPLE)]
        widths = [len(cells) for cells in rows if len(cells) > 1]
        most = max(map(widths.count, set(widths)), default=0)
        score = (bool(rows and column_keys(rows[0])), most)
        if score > best_score:
            best, best_score = delimiter, score
    return best


def _rows(
    text: str, delimiter: str, path: str, problems: list[Problem], limit: int = 0
) -> list[Row]:
    """The rows that are not empty, each with the line that it begins in."""
    import csv
    import io

    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows: list[Row] = []
    line = 1
    try:
        for cells in reader:
            if any(map(str.strip, cells)):
                rows.append((line, cells))
            line = reader.line_num + 1
            if len(rows) == limit > 0:
                break
    except csv.Error:
        message = _("a cell without an end: a quotation mark seems to be left open")
        problems.append(Problem(path, line, message))
    return rows


def _own(
    rows: Sequence[Row], keys: Sequence[str], path: str, problems: list[Problem]
) -> list[DeckFile]:
    """The decks of a table that studykit wrote."""
    decks: list[tuple[int, dict[str, object], list[Node]]] = []
    for line, cells in rows:
        values, title, header = own_values(dict(zip(keys, cells, strict=False)))
        # The rows of a deck are found by its title, in whatever order somebody sorted them.
        places = [at for at, deck in enumerate(decks) if deck[1]["title"] == title]
        found = own_header(header) if header else {}
        if found is None:
            problems.append(Problem(path, line, _("the header of the deck is no JSON")))
        if not places or (header and len(decks[places[-1]][1]) > 1):
            places = [len(decks)]
            decks.append((line, {"title": title}, []))
        deck = decks[places[-1]]
        deck[1].update({**(found or {}), "title": title})
        if values:
            deck[2].append(card_node(values, line))
    if not decks:
        decks = [(1, {"title": Path(path).stem}, [])]
    return [decode_deck(deck_node(header, cards, line), path) for line, header, cards in decks]


def _foreign(
    rows: Sequence[Row], keys: Sequence[str], path: str, problems: list[Problem]
) -> DeckFile:
    """The deck of a table of another program; its title is the name of the file."""
    if keys:
        unknown = [name for name, key in zip(rows[0][1], keys, strict=True) if not key and name]
        if unknown:
            message = _("columns that are left out: {names}")
            names = ", ".join(unknown)
            problems.append(Problem(path, rows[0][0], message.format(names=names)))
        rows = rows[1:]
    else:
        keys = ("prompt", "answer")
    cards = []
    for line, cells in rows:
        if len(cells) > len(keys) and any(cells[len(keys) :]):
            message = _("more cells than columns; from cell {number} on they are left out")
            problems.append(Problem(path, line, message.format(number=len(keys) + 1)))
        cards.append(card_node(values_of(list(zip(keys, cells, strict=False))), line))
    return decode_deck(deck_node({"title": Path(path).stem}, cards), path)
