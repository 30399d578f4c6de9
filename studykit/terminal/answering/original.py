"""The article of a deck, for the lines around a quote."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Original:
    """The article of a deck: its text where it is at hand, as the reader decoded it.

    `changed` says that it is no longer as it was when the deck was made: spans
    count for nothing then. `missing` is a line that says why there is no text.
    """

    path: str = ""
    text: str | None = None
    changed: bool = False
    missing: str = ""

    def line_of(self, offset: int) -> int | None:
        """The line, from 1, of an offset; None where the text is not at hand or has changed."""
        if self.text is None or self.changed:
            return None
        return self.text.count("\n", 0, offset) + 1
