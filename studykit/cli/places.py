"""The article that a deck was made from, while it is at hand."""

from pathlib import Path

from studykit.deck.model import Deck
from studykit.errors import StudykitError
from studykit.messages import _
from studykit.terminal.answering.original import Original
from studykit.terminal.card import LineOf


def lines_of_deck(deck: Deck, path: Path) -> LineOf:
    """Lines of the article a deck was made from, if it is still there and the same."""
    return original_of(deck, path).line_of


def original_of_deck(path: Path) -> Original:
    """The article of a deck file; without a text where the deck cannot be read."""
    from studykit.deck.file import load_deck

    try:
        return original_of(load_deck(path), path)
    except StudykitError as error:
        return Original(missing=str(error))


def original_of(deck: Deck, path: Path) -> Original:
    """The article of the deck at `path`: as it was, or changed, or why it is not to be had."""
    from studykit.article.reading import read_source
    from studykit.deck.check import find_source

    if deck.source is None:
        return Original(missing=_("This deck names no article."))
    changed: Original | None = None
    missing = ""
    for file in find_source(deck, path):
        if not file.exists():
            continue
        try:
            source = read_source(file)
        except StudykitError as error:
            missing = str(error)
            continue
        if source.sha256 == deck.source.sha256:
            return Original(str(file), source.text)
        changed = changed or Original(str(file), source.text, changed=True)
    if changed:
        return changed
    words = _("The article {path} is not there.")
    return Original(deck.source.path, missing=missing or words.format(path=deck.source.path))
