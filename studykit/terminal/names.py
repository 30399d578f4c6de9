"""What card types and ratings are called on the screen."""

from studykit.cards.model import CardType
from studykit.messages import N_, _
from studykit.scheduling.model import Deed, Rating

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

_DEEDS: dict[Deed, str] = {
    "suspend": N_("suspend"),
    "unsuspend": N_("unsuspend"),
    "bury": N_("bury"),
    "unbury": N_("unbury"),
    "flag": N_("flag"),
    "unflag": N_("unflag"),
}


def type_name(kind: CardType) -> str:
    """The name of a card type in the language being spoken."""
    return _(_TYPES[kind])


def rating_name(rating: Rating) -> str:
    """The name of a rating in the language being spoken."""
    return _(_RATINGS[rating])


def deed_name(deed: Deed) -> str:
    """The name of what a mark does in the language being spoken."""
    return _(_DEEDS[deed])


def truth(value: bool) -> str:
    """The answer of a true/false card in the language being spoken."""
    return _("true") if value else _("false")
