"""Cards from the text that Quizlet and its like export: a term and its definition each.

Nothing is quoted there: a tab parts term and definition, a line break the cards, or
whatever a person chose for the two when exporting.
"""

from pathlib import Path

from studykit.deck.decode import DeckFile, decode_deck
from studykit.errors import Problem
from studykit.exchange.decoding import text_of
from studykit.exchange.nodes import card_node, deck_node
from studykit.messages import _

BETWEEN, ROWS = "\t", "\n"


def read_terms(data: bytes, path: str, between: str = BETWEEN, rows: str = ROWS) -> list[DeckFile]:
    """The deck of a text; what has no definition is a problem by line."""
    text = text_of(data, path).replace("\r\n", "\n")
    problems: list[Problem] = []
    cards = []
    line = 1
    for row in text.split(rows):
        begins = line + len(row[: len(row) - len(row.lstrip())].split("\n")) - 1
        line += (row + rows).count("\n")
        term, found, definition = row.partition(between)
        if not row.strip():
            continue
        if not found:
            message = _("nothing parts the term from its definition: {row}")
            problems.append(Problem(path, begins, message.format(row=row.strip())))
            continue
        values = {"prompt": term.strip(), "answer": definition.strip()}
        cards.append(card_node(values, begins))
    file = decode_deck(deck_node({"title": Path(path).stem}, cards), path)
    told = tuple(sorted((*problems, *file.problems)))
    return [DeckFile(path, file.deck, file.lines, told, 1, file.root)]
