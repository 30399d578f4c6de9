"""The generator may get better, never worse: floors for each article with a gold list.

After a real gain: `python -m tests.quality.measure --floors`.
"""

from functools import cache

import pytest
import yaml

from studykit.facts.tagger import Tagger, load_tagger
from tests.quality.measure import (
    FLOORS,
    GOLD,
    Gold,
    Measures,
    articles,
    deck_of,
    floors_of,
    measure,
    read_gold,
)
from tests.shared import SHARED, needs_shared

WANTED = yaml.safe_load(FLOORS.read_text(encoding="utf-8"))
# What the reference articles must reach.
SHARED_WANTED = {
    "seed": {"figures": 0.95, "questions": 0.85, "points": 0.85},
    "01_gwr2026_hainan": {"figures": 0.95, "questions": 0.85, "points": 0.80},
    "09_hk2017_surplus": {"figures": 0.95, "questions": 0.85, "points": 0.80},
}
SHARED_FLAWLESS = ("12_hk2017_budget_points", "15_exoplanets_transcript")


@cache
def tagger() -> Tagger:
    return load_tagger()


@cache
def measured(name: str) -> Measures:
    article = articles()[name].read_text(encoding="utf-8")
    return measure(
        deck_of(article, name, tagger()), article, read_gold(GOLD / f"{name}.yaml", article)
    )


@cache
def measured_shared(name: str) -> Measures:
    article = (SHARED / "articles" / f"{name}.txt").read_text(encoding="utf-8")
    gold = SHARED / "gold" / f"{name}.yaml"
    known = read_gold(gold, article) if gold.exists() else Gold()
    return measure(deck_of(article, name, tagger()), article, known)


def below(result: Measures, wanted: dict[str, float]) -> dict[str, float]:
    """The shares that fell below their floor."""
    return {name: share for name, share in floors_of(result).items() if share < wanted[name]}


def test_every_article_with_gold_has_a_floor() -> None:
    assert sorted(WANTED) == sorted(articles())


@pytest.mark.parametrize("name", WANTED)
def test_what_is_asked_stays_above_its_floor(name: str) -> None:
    assert below(measured(name), WANTED[name]) == {}, "\n".join(measured(name).missed)


@pytest.mark.parametrize("name", WANTED)
def test_no_card_is_flawed_or_asks_what_is_soft(name: str) -> None:
    assert measured(name).flaws == ()
    assert measured(name).soft == ()


@needs_shared
@pytest.mark.parametrize("name", SHARED_WANTED)
def test_the_reference_articles_reach_what_is_wanted(name: str) -> None:
    assert below(measured_shared(name), SHARED_WANTED[name]) == {}, measured_shared(name).missed


@needs_shared
@pytest.mark.parametrize("name", [*SHARED_WANTED, *SHARED_FLAWLESS])
def test_no_card_of_the_reference_articles_is_flawed(name: str) -> None:
    assert measured_shared(name).flaws == ()
    assert measured_shared(name).soft == ()
