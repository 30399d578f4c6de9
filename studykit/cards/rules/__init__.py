"""The mechanical rules of a good card; the numbers are those of the quality guide.

`card_flaws` sees one card, `deck_flaws` a deck's cards together, and
`grounding_flaws` a card beside the text that it was made from.
"""

from studykit.cards.rules.card import card_flaws
from studykit.cards.rules.deck import deck_flaws, gives_away
from studykit.cards.rules.flaw import Flaw
from studykit.cards.rules.grounding import grounding_flaws

__all__ = ["Flaw", "card_flaws", "deck_flaws", "gives_away", "grounding_flaws"]
