"""A deck file held against its schema, its article and the rules of a good card."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from studykit.article.source import SourceText
from studykit.cards.rules import Flaw, card_flaws, deck_flaws, grounding_flaws
from studykit.deck.decode import DeckFile
from studykit.deck.file import read_deck
from studykit.deck.model import Deck
from studykit.errors import Problem, StudykitError
from studykit.messages import _

# Rules that speak of the source: a deck that names none is not held against them.
SOURCE_RULES = (1, 2)
LONGEST_DETAIL = 40

_QUOTED = re.compile("[“「]([^”」]+)[”」]")


def check_deck(path: Path, read: Callable[[str], SourceText] | None = None) -> list[Problem]:
    """Every problem of a deck file, in order of lines; `read` reads the article.

    The article is looked for from the working folder, then from the deck's own.
    Cards marked as gone are not held against it, nor against the other cards.
    Raises `DeckError` where the file cannot be read at all.
    """
    file = read_deck(path)
    if file.deck is None:
        return list(file.problems)
    problems = list(file.problems)
    source, missing = _source(file.deck, path, read or _read)
    if missing:
        problems.append(Problem(file.path, file.source_line, missing))
    changed = _has_changed(file.deck, source)
    if changed:
        message = _("the article has changed since the deck was made; make the deck anew")
        problems.append(Problem(file.path, file.source_line, message))
    problems += _card_problems(file, file.deck, source, changed)
    return sorted(problems)


def find_source(deck: Deck, path: Path) -> list[Path]:
    """Where the article of the deck at `path` may be, the likeliest first."""
    if deck.source is None:
        return []
    return [Path(deck.source.path), path.parent / deck.source.path]


def _read(path: str) -> SourceText:
    from studykit.article.reading import read_source

    return read_source(path)


def _source(
    deck: Deck, path: Path, read: Callable[[str], SourceText]
) -> tuple[SourceText | None, str]:
    """The article, or None and why it cannot be had (nothing if the deck names none)."""
    places = find_source(deck, path)
    if not places:
        return None, ""
    for place in places:
        if place.exists():
            try:
                return read(str(place)), ""
            except StudykitError as error:
                return None, str(error)
    message = _("the article {path} is not there, so quotes were not checked")
    return None, message.format(path=places[0])


def _has_changed(deck: Deck, source: SourceText | None) -> bool:
    if source is None or deck.source is None or not deck.source.sha256:
        return False
    return source.sha256 != deck.source.sha256


def _card_problems(
    file: DeckFile, deck: Deck, source: SourceText | None, changed: bool
) -> list[Problem]:
    problems = []
    present = [(card, line) for card, line in zip(deck.cards, file.lines, strict=True)]
    for card, line in present:
        flaws = card_flaws(card)
        if deck.source is None and not card.quotes:
            flaws = [flaw for flaw in flaws if flaw.rule not in SOURCE_RULES]
        if source and not card.gone:
            # Spans point into the article as it was; of a changed one only the words are asked.
            flaws += grounding_flaws(replace(card, spans=()) if changed else card, source.text)
        problems += [Problem(file.path, line, _told(flaw)) for flaw in flaws]
    active = [(card, line) for card, line in present if not card.gone]
    for at, flaw in deck_flaws([card for card, _line in active], doubtful_words(deck)):
        problems.append(Problem(file.path, active[at][1], _told(flaw)))
    return problems


def doubtful_words(deck: Deck) -> list[str]:
    """What the warnings say that two places of the article disagree on."""
    conflicts = [warning.message for warning in deck.warnings if warning.kind == "conflict"]
    return [token for message in conflicts for token in _QUOTED.findall(message)]


def _told(flaw: Flaw) -> str:
    detail = flaw.detail
    if len(detail) > LONGEST_DETAIL:
        detail = detail[:LONGEST_DETAIL] + "…"
    told = _("rule {rule}: {message}").format(rule=flaw.rule, message=flaw.message)
    return f"{told}: {detail}" if detail else told
