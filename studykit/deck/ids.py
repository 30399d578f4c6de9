"""Ids of cards: minted once from what the card asks, then kept in the file for good."""

import hashlib
from collections.abc import Container, Iterable
from dataclasses import replace

from studykit.cards.model import Card

# No i, l, o, u: they look like 1, 1, 0, v. A first letter keeps YAML from seeing a number.
_LETTERS = "abcdefghjkmnpqrstvwxyz"
_ALPHABET = "0123456789" + _LETTERS
LENGTH = 8


def mint_id(fact: str, type_: str, prompt: str, taken: Container[str] = ()) -> str:
    """An id of 8 characters that is not yet taken; the same input gives the same id anywhere."""
    count = 0
    while True:
        seed = "\x1f".join((fact, type_, prompt, str(count)))
        number = int.from_bytes(hashlib.sha256(seed.encode("utf-8", "replace")).digest())
        number, first = divmod(number, len(_LETTERS))
        minted = _LETTERS[first]
        for _ in range(LENGTH - 1):
            number, digit = divmod(number, len(_ALPHABET))
            minted += _ALPHABET[digit]
        if minted not in taken:
            return minted
        count += 1


def mint_ids(cards: Iterable[Card]) -> tuple[Card, ...]:
    """The cards, each with an id of its own; those that have one keep it."""
    cards = tuple(cards)
    taken = {card.id for card in cards if card.id}
    out = []
    for card in cards:
        if not card.id:
            card = replace(card, id=mint_id(card.fact, card.type, card.prompt, taken))
            taken.add(card.id)
        out.append(card)
    return tuple(out)
