"""Decks as a table, CSV (RFC 4180) or TSV: a row a card, with all that a card holds.

UTF-8 with a byte order mark, without which Excel takes it for another encoding.
Lists stand in one cell (`cells`), spans as `start-end`.
"""

from collections.abc import Sequence

from studykit.cards.model import Card
from studykit.deck.model import Deck
from studykit.exchange.cells import guarded, join_items
from studykit.exchange.fields import card_fields, header_fields
from studykit.exchange.model import Written
from studykit.exchange.span_cells import join_spans
from studykit.exchange.table_columns import COLUMNS
from studykit.exchange.text import utf8

BOM = "\ufeff"
_LISTS = ("options", "accept", "quote", "tags")


def write_csv(decks: Sequence[Deck]) -> Written:
    """Decks as a table with commas."""
    return _written(decks, ",")


def write_tsv(decks: Sequence[Deck]) -> Written:
    """Decks as a table with tabs; quoted as in CSV where a cell needs it."""
    return _written(decks, "\t")


def _written(decks: Sequence[Deck], delimiter: str) -> Written:
    import csv
    import io

    page = io.StringIO(newline="")
    writer = csv.writer(page, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for deck in decks:
        for row in _rows(deck):
            writer.writerow([guarded(row.get(column, "")) for column in COLUMNS])
    return Written(utf8(BOM + page.getvalue()))


def _rows(deck: Deck) -> list[dict[str, str]]:
    """A row for each card; one for a deck without any."""
    import json

    header = header_fields(deck)
    title = str(header.pop("title"))
    del header["format"]
    rows = [_cells(card) for card in deck.cards] or [{}]
    rows[0]["header"] = json.dumps(header, ensure_ascii=False)
    return [row | {"deck": title} for row in rows]


def _cells(card: Card) -> dict[str, str]:
    cells = {}
    for key, value in card_fields(card).items():
        if isinstance(value, bool):
            cells[key] = "true" if value else "false"
        elif key == "span":
            cells[key] = join_spans(card.spans)
        elif key in _LISTS or isinstance(value, tuple):
            cells[key] = join_items(value)  # type: ignore[arg-type]
        else:
            cells[key] = str(value)
    return cells
