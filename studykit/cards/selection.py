"""Selection: of all candidates, those that cover the article with the fewest and best cards."""

import re
from collections.abc import Callable, Iterable, Sequence

from studykit.cards.candidate import Candidate
from studykit.cards.model import Card, CardType
from studykit.cards.normal import words_only

# Types that may ask the same in the same words, and what their words differ in then.
_ALIKE = ("qa", "cloze")
_ASKS = re.compile(r"什[么麼]|怎[样樣]|文[章中](?:认为|認為|提到|指出)")
# Cards of one fact beside each other bore the learner: a question and one more view of it.
_MOST_SIBLINGS = 2
# More statement cards than this about one sentence is drill, not study.
_MOST_OF_A_CROWD = 3


def select(
    candidates: Sequence[Candidate],
    types: Sequence[CardType],
    limit: int | None,
    sound: Callable[[Card], bool],
) -> tuple[Card, ...]:
    """The cards chosen, in the order of the text.

    Every need is met by its worthiest `sound` candidate; extras come on top. With a
    limit the text is thinned evenly: the worthiest card of each stretch stays.
    """
    allowed = [c for c in candidates if c.card.type in types]
    ranked = sorted(range(len(allowed)), key=lambda k: (allowed[k].extra, -allowed[k].worth, k))
    met: set[str] = set()
    facts: dict[str, int] = {}
    crowds: dict[str, int] = {}
    prompts: set[str] = set()
    chosen: list[int] = []
    for k in ranked:
        candidate = allowed[k]
        card = candidate.card
        fresh = candidate.need - met
        if not fresh:
            continue
        if candidate.crowd and crowds.get(candidate.crowd, 0) >= (
            1 if candidate.extra else _MOST_OF_A_CROWD
        ):
            continue
        face = words_only(card.prompt)
        asked = _asked(card, face)
        if (
            face in prompts
            or asked in prompts
            or facts.get(card.fact, 0) >= _MOST_SIBLINGS
            or not sound(card)
        ):
            continue
        chosen.append(k)
        met |= candidate.need
        prompts |= {face, asked}
        crowds[candidate.crowd] = crowds.get(candidate.crowd, 0) + 1
        facts[card.fact] = facts.get(card.fact, 0) + 1
    chosen.sort(key=lambda k: (allowed[k].order, k))
    picked = [allowed[k] for k in chosen]
    if limit is not None and len(picked) > limit:
        picked = _thin(picked, limit)
    return tuple(c.card for c in picked)


def _asked(card: Card, face: str) -> str:
    """What a question or cloze asks: its words without the interrogative, and its answer."""
    if card.type not in _ALIKE:
        return face
    return "|".join((_ASKS.sub("", face), *card.answers))


def _thin(picked: list[Candidate], limit: int) -> list[Candidate]:
    """At most `limit` candidates: the text in as many stretches, of each the worthiest."""
    if limit <= 0:
        return []
    out = []
    for k in range(limit):
        low, high = k * len(picked) // limit, (k + 1) * len(picked) // limit
        stretch = picked[low:high]
        out.append(max(stretch, key=lambda c: (c.worth, -c.order)))
    return out


def covered(cards: Iterable[Card]) -> set[str]:
    """The facts that the cards ask for."""
    return {card.fact for card in cards}
