"""The rules beside the expert's deck, and beside the shared scorer: never more lenient."""

import importlib.util
from collections.abc import Iterator
from dataclasses import replace
from types import ModuleType
from typing import Any

import pytest

from studykit.cards.model import Card
from studykit.cards.rules import card_flaws, deck_flaws, grounding_flaws
from studykit.deck.file import load_deck
from tests.cards.test_rules_card import FLAWED, SOUND
from tests.shared import SHARED, needs_shared

pytestmark = needs_shared
EXPERT = SHARED / "examples" / "expert-cards.yaml"


@pytest.fixture(scope="module")
def expert() -> tuple[Card, ...]:
    return load_deck(EXPERT).cards


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("scorer", SHARED / "score" / "score_deck.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_expert_breaks_no_rule_but_the_order_of_options(expert: tuple[Card, ...]) -> None:
    found = {(card.id, flaw.rule) for card in expert for flaw in card_flaws(card)}
    assert found == {("expert-18", 18), ("expert-19", 18)}
    assert deck_flaws(expert) == []


def test_the_expert_quotes_the_article(expert: tuple[Card, ...]) -> None:
    source = (SHARED / "articles" / "seed.txt").read_text(encoding="utf-8")
    assert [flaw for card in expert for flaw in grounding_flaws(card, source)] == []


def spoiled(card: Card) -> Iterator[Card]:
    """The card with one thing after another gone wrong."""
    yield replace(card, quotes=())
    yield replace(card, prompt="其中，" + card.prompt)
    yield replace(card, prompt="並" + card.prompt)
    yield replace(card, prompt=card.prompt + "".join(card.answers))
    yield replace(card, prompt=card.prompt + "，")
    yield replace(card, prompt=card.prompt * 6)
    yield replace(card, prompt=card.prompt.replace("____", "____（____）"))
    yield replace(card, prompt=card.prompt + "G党P")
    yield replace(card, quotes=tuple(quote * 9 for quote in card.quotes))
    yield replace(card, quotes=tuple(quote[:6] for quote in card.quotes))
    if not isinstance(card.answer, bool):
        one = isinstance(card.answer, str)
        for change in ("（{}", "{}，", "{}" * 9, "约{}", "{}\n"):
            texts = tuple(change.replace("{}", answer) for answer in card.answers)
            yield replace(card, answer=texts[0] if one else texts)
        yield card if one else replace(card, answer=card.answers * 4)
    for at in range(len(card.options)):
        for text in ("以上都是", "12万亿元", "短", card.options[at - 1], "“" + card.options[at]):
            swapped = (*card.options[:at], text, *card.options[at + 1 :])
            yield replace(card, options=swapped)
            yield replace(card, options=swapped, answer=text)


def as_mapping(card: Card) -> dict[str, Any]:
    answer = list(card.answer) if isinstance(card.answer, tuple) else card.answer
    return {
        "type": card.type,
        "prompt": card.prompt,
        "answer": answer,
        "options": list(card.options),
        "derived": card.derived,
        "quote": list(card.quotes),
    }


def test_what_the_scorer_finds_is_found(expert: tuple[Card, ...], scorer: ModuleType) -> None:
    cards = [*expert, *SOUND, *(card for _rule, card in FLAWED)]
    for card in [*cards, *(bad for good in cards for bad in spoiled(good))]:
        source = scorer.norm("".join(card.quotes))
        theirs = {int(told.split()[0]) for told in scorer.flaws(as_mapping(card), source)}
        ours = {flaw.rule for flaw in card_flaws(card)}
        assert theirs <= ours, card
