"""What Moodle calls questions and where it keeps them."""

from studykit.cards.model import Card
from studykit.deck.model import Deck
from studykit.exchange.text import one_line

# Moodle keeps 255 characters of a name; a list of questions shows about as many as this.
LONGEST_NAME = 80


def question_name(card: Card) -> str:
    """The prompt in one line, cut where it is long."""
    name = one_line(card.prompt)
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1] + "…"


def category(deck: Deck, card: Card) -> str:
    """The category of a card: the deck, below it the section. A slash of a name is doubled."""
    names = [one_line(name).replace("/", "//") for name in (deck.title, card.section)]
    return "/".join(["$course$/top", *filter(None, names)])
