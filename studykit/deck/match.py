"""Which card of an old deck is which of a new one, so that it keeps its id."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence

from studykit.cards.model import Card
from studykit.cards.normal import normal

Key = Callable[[Card], Hashable]


def match_cards(old: Sequence[Card], new: Sequence[Card]) -> dict[int, int]:
    """Pairs of (index in `new`, index in `old`) of cards that ask the same.

    Looked for in this order, each only among what is left: the same id (also
    where a person changed the words); the same fact, type and answer; the same
    type, prompt and answer (the fact's sentence was mended); the same fact, type
    and prompt; the same fact and type where one answer holds the other.
    """
    pairs: dict[int, int] = {}
    for key in (_id, _fact_answer, _prompt_answer, _fact_prompt):
        _pair(pairs, old, new, key)
    by_fact = _groups(old, set(pairs.values()), _fact_type)
    for at, card in enumerate(new):
        if at not in pairs and card.fact:
            rest = by_fact[_fact_type(card)]
            alike = next((i for i in rest if _overlap(card, old[i])), None)
            if alike is not None:
                rest.remove(alike)
                pairs[at] = alike
    return pairs


def _pair(pairs: dict[int, int], old: Sequence[Card], new: Sequence[Card], key: Key) -> None:
    groups = _groups(old, set(pairs.values()), key)
    for at, card in enumerate(new):
        if at not in pairs and key(card) and (rest := groups.get(key(card))):
            pairs[at] = rest.pop(0)


def _groups(cards: Sequence[Card], done: set[int], key: Key) -> defaultdict[Hashable, list[int]]:
    groups: defaultdict[Hashable, list[int]] = defaultdict(list)
    for at, card in enumerate(cards):
        if at not in done:
            groups[key(card)].append(at)
    return groups


def _id(card: Card) -> Hashable:
    return card.id


def _fact_type(card: Card) -> Hashable:
    return card.fact, card.type


def _fact_prompt(card: Card) -> Hashable:
    # A card without a fact has nothing but its prompt and answer: told by `_prompt_answer`.
    return (card.fact or card.answers, card.type, normal(card.prompt))


def _fact_answer(card: Card) -> Hashable:
    # True and false say nothing of what is asked: there the prompt has to be the same.
    asked = tuple(map(normal, card.answers)) or (str(card.answer), normal(card.prompt))
    return card.fact or normal(card.prompt), card.type, asked


def _prompt_answer(card: Card) -> Hashable:
    return card.type, normal(card.prompt), str(card.answer)


def _overlap(one: Card, other: Card) -> bool:
    """Whether an answer of one card holds an answer of the other."""
    mine, theirs = map(normal, one.answers), tuple(map(normal, other.answers))
    return any(a in b or b in a for a in mine for b in theirs)
