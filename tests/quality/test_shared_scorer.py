"""Our measures are those of the reference scorer, where it is at hand."""

import importlib.util
from dataclasses import replace
from functools import cache
from types import ModuleType

import pytest
import yaml

from studykit.deck.dump import dump_deck
from studykit.deck.file import load_deck
from studykit.deck.model import Deck
from studykit.facts.tagger import load_tagger
from tests.quality.measure import deck_of, measure, read_gold
from tests.shared import SHARED, needs_shared

pytestmark = needs_shared
NAMES = ("seed", "01_gwr2026_hainan", "09_hk2017_surplus")


@cache
def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("scorer", SHARED / "score" / "score_deck.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def agree(deck: Deck, name: str) -> None:
    article = (SHARED / "articles" / f"{name}.txt").read_text(encoding="utf-8")
    path = SHARED / "gold" / f"{name}.yaml"
    ours = measure(deck, article, read_gold(path, article))
    gold = yaml.safe_load(path.read_text(encoding="utf-8"))
    theirs = scorer().score(yaml.safe_load(dump_deck(deck)), article, gold)
    shares = [theirs[key] for key in ("figure_recall", "figure_questions", "point_recall")]
    assert [round(share, 3) for share in (ours.figures, ours.questions, ours.points)] == shares
    assert bool(ours.soft) == bool(theirs["ordinal_vague_or_doubtful"])
    their_rules = {int(told.split()[0]) for told in theirs["flaws"]}
    assert their_rules <= {flaw.rule for _prompt, flaw in ours.flaws}


def test_the_expert_deck_measures_the_same() -> None:
    agree(load_deck(SHARED / "examples" / "expert-cards.yaml"), "seed")


@pytest.mark.parametrize("name", NAMES)
def test_a_generated_deck_measures_the_same(name: str) -> None:
    article = (SHARED / "articles" / f"{name}.txt").read_text(encoding="utf-8")
    agree(deck_of(article, name, load_tagger()), name)


def test_a_deck_of_blanks_measures_the_same() -> None:
    article = (SHARED / "articles" / "seed.txt").read_text(encoding="utf-8")
    deck = deck_of(article, "seed", load_tagger())
    blanked = [
        replace(card, type="cloze", answer=card.answers) for card in deck.cards if card.answers
    ]
    agree(replace(deck, cards=tuple(blanked)), "seed")
