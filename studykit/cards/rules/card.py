"""All rules that one card can be held against alone."""

from studykit.cards.model import Card
from studykit.cards.rules import asking, choice, cloze, text
from studykit.cards.rules.faces import faces
from studykit.cards.rules.flaw import Flaw

_RULES = (
    asking.quoted,
    asking.answered,
    asking.leaks,
    asking.self_contained,
    asking.one_thing,
    asking.statement,
    asking.no_soft_figures,
    asking.doubtful_year,
    asking.teaches,
    choice.stem,
    choice.options,
    cloze.blanks,
    text.corrupt,
    text.whole,
    text.short,
)


def card_flaws(card: Card) -> list[Flaw]:
    """Every rule that the card breaks, in order of the rules; empty for a good card."""
    seen = faces(card)
    return sorted(flaw for rule in _RULES for flaw in rule(card, seen))
