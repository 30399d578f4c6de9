"""What a broken rule looks like."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Flaw:
    """A broken rule: its number in the quality guide, and what is wrong in words.

    `message` is English and marked for the catalogue; `detail` is the text at fault.
    """

    rule: int
    message: str
    detail: str = ""
