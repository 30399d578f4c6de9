"""The table of formats: what decks are written as and read from, Anki's packages apart.

A writer makes the content of one file of decks, a reader decks of the content of a
file. They are named, not imported: only the one that is used is loaded.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

from studykit.messages import N_

if TYPE_CHECKING:
    from studykit.deck.decode import DeckFile
    from studykit.deck.model import Deck
    from studykit.exchange.model import Written

    Write = Callable[[Sequence[Deck]], Written]
    Read = Callable[[bytes, str], list[DeckFile]]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, what its files end in, its writer and its reader (`MODULE:NAME`).

    `together` says whether one file holds several decks. `lacks` tells a person what
    of a deck the format has no room for, if anything.
    """

    name: str
    suffixes: tuple[str, ...]
    writer: str = ""
    reader: str = ""
    together: bool = True
    lacks: str = ""

    def write(self, decks: "Sequence[Deck]") -> "Written":
        """The content of a file with these decks (one, if the format keeps them apart)."""
        write: Write = _named(self.writer)
        return write(decks)

    def read(self, data: bytes, path: str) -> "list[DeckFile]":
        """The decks of a file's content; `path` is for the problems."""
        read: Read = _named(self.reader)
        return read(data, path)


FORMATS = {
    one.name: one
    for one in (
        Format("csv", (".csv",), "table_write:write_csv", "table_read:read_table"),
        Format("tsv", (".tsv", ".tab"), "table_write:write_tsv", "table_read:read_table"),
        Format(
            "markdown",
            (".md", ".markdown"),
            "markdown_write:write_markdown",
            "markdown_read:read_markdown",
            together=False,
        ),
        Format("json", (".json",), "deck_json:write_json", "deck_json:read_json", together=False),
        Format("terms", (".txt",), reader="quizlet:read_terms"),
        Format(
            "gift",
            (".gift", ".txt"),
            "gift:write_gift",
            lacks=N_(
                "GIFT marks lists and long answers by hand, and has one gap a question: "
                "a cloze with several becomes several questions."
            ),
        ),
        Format(
            "moodle",
            (".xml",),
            "moodle_xml:write_moodle",
            lacks=N_("Moodle marks lists and long answers by hand."),
        ),
        Format(
            "qti",
            (".zip",),
            "qti:write_qti",
            lacks=N_("In QTI lists and long answers are marked by hand, and there are no tags."),
        ),
        Format(
            "kahoot",
            (".xlsx",),
            "kahoot:write_kahoot",
            lacks=N_(
                "Kahoot takes choices and true/false alone: 120 characters a question, "
                "4 answers of 75; no explanations and quotes."
            ),
        ),
    )
}


def _named(function: str) -> Any:
    module, _colon, name = function.partition(":")
    return getattr(import_module(f"studykit.exchange.{module}"), name)
