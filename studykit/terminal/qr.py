"""A QR code in half-blocks, two modules in a character."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.text import Text

# The standard (ISO/IEC 18004) wants four modules of quiet around it; phones do with two,
# and a terminal of 24 lines has no more.
_QUIET = 2
# By whether the upper and the lower module are light. What is drawn is the light, so
# that without colours it is right on a dark terminal.
_BLOCKS = {(True, True): "█", (True, False): "▀", (False, True): "▄", (False, False): " "}


def qr_lines(text: str) -> "list[Text]":
    """The lines of the code of a text, such as an address."""
    import segno
    from rich.text import Text

    code = segno.make_qr(text, error="l", boost_error=False)
    rows = [[not dark for dark in row] for row in code.matrix_iter(border=_QUIET)]
    if len(rows) % 2:
        rows.append([True] * len(rows[0]))
    return [
        Text("".join(_BLOCKS[pair] for pair in zip(upper, lower, strict=True)), _STYLE)
        for upper, lower in zip(rows[::2], rows[1::2], strict=True)
    ]


_STYLE = "bright_white on black"
