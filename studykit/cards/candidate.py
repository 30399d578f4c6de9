"""A card on trial: what it would cover, and how much it is worth."""

from dataclasses import dataclass

from studykit.cards.model import Card


@dataclass(frozen=True, slots=True)
class Candidate:
    """A card that may be chosen.

    `order` is the place of its fact in the text, `worth` its merit among the
    cards of one fact, `need` what selection must cover: the names of the figures
    or key points that the card asks for. `extra` cards are taken only where there is room.
    Cards of one `crowd` (the statements of one sentence) are limited together.
    """

    card: Card
    order: int
    worth: float
    need: frozenset[str]
    extra: bool = False
    crowd: str = ""
