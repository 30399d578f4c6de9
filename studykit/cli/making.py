"""From an article on the disk to its deck on the disk."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from studykit.article.model import Article
from studykit.cards.model import CARD_TYPES
from studykit.cli.articles import load_article
from studykit.cli.collecting import without_collecting
from studykit.deck.file import load_deck
from studykit.deck.generate import Coverage, Options, generate
from studykit.deck.made import stamp
from studykit.deck.model import Deck
from studykit.deck.save import Saved, save_deck
from studykit.errors import DeckError
from studykit.facts.tagger import Tagger, load_tagger
from studykit.messages import _


@dataclass(frozen=True, slots=True)
class Made:
    """An article, the deck made of it, and what the deck covers.

    `partial` if not all its cards were asked for; `saved` what saving did.
    """

    article: Article
    deck: Deck
    coverage: Coverage
    partial: bool
    saved: Saved | None = None


@cache
def tagger() -> Tagger:
    """The tagger, loaded once in a process."""
    return load_tagger()


@without_collecting()
def make(path: str, options: Options, on_stage: Callable[[str], None] = lambda stage: None) -> Made:
    """Make a deck of the article at a path; raises StudykitError.

    `on_stage` is told "read", "words" and the stages of `generate` as they begin.
    """
    on_stage("read")
    article = load_article(path)
    on_stage("words")
    made = generate(article, tagger(), options, on_stage)
    partial = options.limit is not None or set(options.types) != set(CARD_TYPES)
    return Made(article, stamp(made.deck), made.coverage, partial)


def save(made: Made, out: Path) -> Made:
    """Write the deck, merged with the one that is there; gives what is in the file then.

    Raises DeckError, with the old file as it was, when that is the deck of
    another article.
    """
    if out.exists():
        _refuse_another(load_deck(out), made.deck, out)
    saved = save_deck(out, made.deck, partial_source=made.article.source if made.partial else None)
    deck = made.deck if saved.report is None else load_deck(out)
    return replace(made, deck=deck, saved=saved)


def _refuse_another(old: Deck, new: Deck, out: Path) -> None:
    """An article that was moved keeps its bytes, one that was edited keeps its title."""
    if not old.source or not new.source or old.title == new.title:
        return
    if new.source.sha256 != old.source.sha256:
        message = _("{path}: holds the deck of another article, {article}; name a file with -o")
        raise DeckError(message.format(path=out, article=old.source.path))
