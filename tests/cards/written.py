"""Cards written for a text: every candidate for its statements, sound or not chosen yet."""

from studykit.cards.candidate import Candidate
from studykit.cards.model import Card
from studykit.cards.voice import Voice
from studykit.cards.write import write_cards
from tests.facts.reading import OPENING, article_of, facts_of


def written(text: str, kind: str = "") -> list[Card]:
    """The candidate cards of a text, of one type where one is named, its opening left out."""
    made: list[Candidate] = write_cards(article_of(text), facts_of(text), Voice("zh-Hans"))
    cards = [c.card for c in made if OPENING not in c.card.quotes]
    return [card for card in cards if kind in ("", card.type)]


def prompts(text: str, kind: str = "") -> list[str]:
    """The prompts of these cards."""
    return [card.prompt for card in written(text, kind)]
