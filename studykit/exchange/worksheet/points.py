"""What a question is worth: whole points, more of them the more there is to write."""

from studykit.cards.model import Card, CardType

# A guess wins half of these and a quarter of those; a written answer cannot be guessed.
POINTS: dict[CardType, int] = {
    "choice": 2,
    "truefalse": 1,
    "cloze": 1,
    "numeric": 2,
    "list": 1,
    "qa": 3,
}
# Of these every blank or item counts by itself, so that half an answer has its due.
BY_ANSWER: frozenset[CardType] = frozenset({"cloze", "list"})


def points_of(card: Card) -> int:
    """The points of a question with all its blanks or items."""
    return POINTS[card.type] * (len(card.answers) if card.type in BY_ANSWER else 1)
