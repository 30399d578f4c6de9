"""Rule 1 beside the source: a quote is verbatim at its span."""

from functools import lru_cache

from studykit.cards.model import Card
from studykit.cards.normal import normal, squeezed
from studykit.cards.rules.flaw import Flaw
from studykit.messages import _


@lru_cache(maxsize=4)
def _known(source_text: str) -> str:
    return normal(source_text)


def grounding_flaws(card: Card, source_text: str) -> list[Flaw]:
    """What is wrong with the card's quotes and spans in the decoded source.

    A quote equals the text at its span up to inner blanks and line breaks. A
    card without spans is held against the whole source.
    """
    flaws = []
    if len(card.quotes) != len(card.spans) and card.spans:
        flaws.append(Flaw(1, _("as many spans as quotes are needed")))
    if not card.spans:
        known = _known(source_text)
        missing = [quote for quote in card.quotes if normal(quote) not in known]
        return [Flaw(1, _("the quote is not in the source"), quote) for quote in missing]
    for quote, span in zip(card.quotes, card.spans, strict=False):
        text = source_text[span.start : span.end] if 0 <= span.start < span.end else ""
        if text != text.strip() or squeezed(text) != squeezed(quote):
            flaws.append(Flaw(1, _("the quote does not stand at its span in the source"), quote))
    return flaws
