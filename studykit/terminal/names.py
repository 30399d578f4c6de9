"""What card types and ratings are called on the screen."""

from studykit.cards.model import CardType
from studykit.messages import N_, _
from studykit.review import Rating

_TYPES: dict[CardType, str] = {
    "qa": N_("Q&A"),
    "numeric": N_("figure"),
    "cloze": N_("blanks"),
    "choice": N_("choice"),
    "truefalse": N_("true/false"),
    "list": N_("list"),
}
_RATINGS: dict[Rating, str] = {
    "again": N_("again"),
    "hard": N_("hard"),
    "good": N_("good"),
    "easy": N_("easy"),
}


def type_name(kind: CardType) -> str:
    """The name of a card type in the language being spoken."""
    return _(_TYPES[kind])


def rating_name(rating: Rating) -> str:
    """The name of a rating in the language being spoken."""
    return _(_RATINGS[rating])


def truth(value: bool) -> str:
    """The answer of a true/false card in the language being spoken."""
    return _("true") if value else _("false")
