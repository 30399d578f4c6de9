"""Tables of HTML and docx as lines of text."""

from collections.abc import Sequence

# A cell with more text than this, or with several paragraphs, makes it a table for layout.
_CELL_LIMIT = 80


def table_blocks(rows: Sequence[Sequence[Sequence[str]]]) -> list[str]:
    """Rows of cells of paragraphs as blocks of text.

    A table of data becomes one block with a `| a | b |` line for each row. A
    table that only lays out a page (one column, or cells that hold prose)
    becomes its paragraphs, in reading order. Empty cells stay, empty rows go.
    """
    filled = [row for row in rows if any(cell for cell in row)]
    cells = [cell for row in filled for cell in row]
    layout = max((len(row) for row in filled), default=0) < 2 or any(
        len(cell) > 1 or sum(map(len, cell)) > _CELL_LIMIT for cell in cells
    )
    if layout:
        return [block for cell in cells for block in cell]
    lines = ("| " + " | ".join(_one_line(cell) for cell in row) + " |" for row in filled)
    return ["\n".join(lines)]


def _one_line(cell: Sequence[str]) -> str:
    return " ".join(" ".join(cell).split()).replace("|", "｜")
