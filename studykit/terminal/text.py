"""Text of articles and decks made harmless for a terminal.

Nothing that comes out of a file may move the cursor, change colours, or be read
as Rich markup. Every string of a card goes through `safe` before it is shown.
"""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.text import Text

# C0 and C1 controls but for the line break, and the characters that reorder a line.
_CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def _picture(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code == 0x09:
        return " "
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"‹{code:02X}›"


def safe(text: str) -> str:
    """The text with every control character replaced by a visible sign of it."""
    return _CONTROLS.sub(_picture, text)


def one_line(text: str) -> str:
    """The text made harmless and in one line."""
    return " ".join(safe(text).split())


def plain(text: str, style: str = "") -> "Text":
    """The text for Rich, never read as markup."""
    from rich.text import Text

    return Text(safe(text), style=style)
