"""Finding cards by what they are of and what they say."""

from studykit.cards.model import Card


def matching(
    cards: tuple[Card, ...],
    *,
    section: str = "",
    kind: str = "",
    tag: str = "",
    text: str = "",
) -> tuple[Card, ...]:
    """The cards that meet every condition given; text and section match in part, in any case."""
    return tuple(
        card
        for card in cards
        if section.casefold() in card.section.casefold()
        and kind in ("", card.type)
        and (not tag or tag in card.tags)
        and text.casefold() in "\n".join(_words(card)).casefold()
    )


def _words(card: Card) -> list[str]:
    return [
        card.id,
        card.prompt,
        card.explanation,
        card.section,
        *card.answers,
        *card.options,
        *card.quotes,
        *card.tags,
    ]
