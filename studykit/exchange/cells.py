"""Texts and lists of texts in the cells of a table.

A spreadsheet takes a cell that begins with = + - or @ for a formula, and may run it
(https://owasp.org/www-community/attacks/CSV_Injection). Such a cell gets an apostrophe
in front, the mark of plain text in spreadsheets, and loses it when it is read back.
"""

import re
from collections.abc import Iterable

SEPARATOR = "|"
# Full-width signs as well: where Chinese is written, spreadsheets take them for the others.
_FORMULA = tuple("=+-@＝＋－＠\t\r")
_MARK = "'"
_SPECIAL = re.compile(r"[\\|]|^\s|\s$")
_PIECES = re.compile(r"\\(.?)|(\|)|(\s+)|([^\\|\s]+)", re.DOTALL)


def guarded(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return _MARK + text if text.startswith((*_FORMULA, _MARK)) else text


def unguarded(cell: str) -> str:
    """The text of a guarded cell; any other is as it was."""
    return cell[1:] if cell.startswith(_MARK) and cell[1:].startswith((*_FORMULA, _MARK)) else cell


def join_items(items: Iterable[str]) -> str:
    r"""A list in one cell: `a | b`; a backslash goes before what would be read otherwise.

    No item at all is an empty cell, one empty item a lone backslash.
    """
    cells = [_SPECIAL.sub(r"\\\g<0>", item) for item in items]
    return f" {SEPARATOR} ".join(cells) if cells != [""] else "\\"


def split_items(cell: str) -> tuple[str, ...]:
    """The list of a cell; blanks around the items do not count."""
    if not cell:
        return ()
    items, item, blanks = [], "", ""
    for escaped, bar, blank, text in _PIECES.findall(cell):
        if bar:
            items.append(item)
            item = blanks = ""
        elif blank:
            blanks = blank if item else ""
        else:
            item += blanks + escaped + text
            blanks = ""
    return (*items, item)
