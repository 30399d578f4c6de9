"""How much of an article a deck asks for, and how many of its cards are flawed.

    python -m tests.quality.measure [--show] [--floors] [NAME…]

A gold list names an article's figures and key points. A figure is asked where a
card's answer carries its value and the prompt names at least half of the character
pairs of its subject. A key point is asked where a card quotes at least half of its
passage and asks for something in it.
"""

import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from difflib import SequenceMatcher
from hashlib import sha256
from math import floor
from pathlib import Path
from typing import Any

import yaml

from studykit.article.parse import parse_article
from studykit.cards.model import Card
from studykit.cards.normal import normal, words_only
from studykit.cards.rules import Flaw, card_flaws, deck_flaws, grounding_flaws
from studykit.deck.check import doubtful_words
from studykit.deck.generate import generate
from studykit.deck.model import Deck
from studykit.facts.numerals import ARABIC, HAN, SCALE, number_value
from studykit.facts.tagger import Tagger, load_tagger

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests" / "gold"
FLOORS = Path(__file__).with_name("floors.yaml")
ARTICLES = (ROOT / "tests" / "articles", ROOT / "seeds")

HALF = 0.5
ASKED_FOR = ("fact", "rank")
SOFT = ("ordinal", "vague")

_AROUND = re.compile(
    r"^(?:约|約|近|逾|超过|超過|超|突破|达到|达|不足|不低于)|(?:左右|以上|以下|多|余|餘)$"
)
_SIMPLIFIED = str.maketrans({"億": "亿", "萬": "万", "兩": "两", "兆": "万亿"})
_NUMBER = re.compile(rf"-?(?:{ARABIC}{SCALE}?|{HAN})")
_ASIDE = re.compile(r"[（(].*?[）)]")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of the gold list."""

    value: str
    number: Decimal | None
    subject: str
    period: str
    kind: str


@dataclass(frozen=True, slots=True)
class Point:
    """A key point: what it says, and the passage (normal form) that says it."""

    says: str
    passage: str


@dataclass(frozen=True, slots=True)
class Gold:
    """What an article holds that is worth asking."""

    figures: tuple[Figure, ...] = ()
    points: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class Measures:
    """Recall as shares of one (1 where there is nothing to ask), and what was missed or wrong."""

    cards: int
    figures: float
    questions: float
    points: float
    flaws: tuple[tuple[str, Flaw], ...]
    soft: tuple[str, ...]
    missed: tuple[str, ...] = field(default=())


def read_gold(path: Path, article: str) -> Gold:
    """The gold list of an article with this decoded text."""
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    text = normal(article)
    figures = [
        Figure(
            str(one["value"]),
            _decimal(one.get("normalized")),
            str(one["subject"]),
            str(one.get("period") or ""),
            one["kind"],
        )
        for one in data.get("figures") or []
    ]
    points = [Point(one["point"], _passage(one, text)) for one in data.get("key_points") or []]
    return Gold(tuple(figures), tuple(points))


def measure(deck: Deck, article: str, gold: Gold) -> Measures:
    """Hold a deck against its article's text and gold list."""
    wanted = [one for one in gold.figures if one.kind in ASKED_FOR]
    types = [{card.type for card in deck.cards if asks_figure(card, one)} for one in wanted]
    missed = [
        f"figure {one.value} · {one.subject}"
        for one, by in zip(wanted, types, strict=True)
        if not by
    ]
    blanked = [
        f"only blanked {one.value} · {one.subject}"
        for one, by in zip(wanted, types, strict=True)
        if by == {"cloze"}
    ]
    lost = [
        f"point {one.says}"
        for one in gold.points
        if not any(asks_point(c, one) for c in deck.cards)
    ]
    return Measures(
        cards=len(deck.cards),
        figures=_share(len(wanted) - len(missed), len(wanted)),
        questions=_share(len(wanted) - len(missed) - len(blanked), len(wanted)),
        points=_share(len(gold.points) - len(lost), len(gold.points)),
        flaws=tuple(flaws_of(deck, article)),
        soft=tuple(_soft(deck.cards, gold.figures)),
        missed=(*missed, *blanked, *lost),
    )


def flaws_of(deck: Deck, article: str) -> list[tuple[str, Flaw]]:
    """Every broken rule with the prompt of its card."""
    alone = [
        (card.prompt, flaw)
        for card in deck.cards
        for flaw in (*card_flaws(card), *grounding_flaws(card, article))
    ]
    together = deck_flaws(deck.cards, doubtful_words(deck))
    return alone + [(deck.cards[at].prompt, flaw) for at, flaw in together]


def asks_figure(card: Card, figure: Figure) -> bool:
    """Whether the card asks for this figure of this subject."""
    if not any(states(answer, figure) for answer in card.answers):
        return False
    subject = _pairs(figure.subject)
    return len(subject & _pairs(card.prompt)) >= HALF * len(subject)


def states(answer: str, figure: Figure) -> bool:
    """Whether a text states the value, as printed or as a number."""
    text = normal(answer)
    printed = _AROUND.sub("", normal(figure.value))
    if printed and re.search(rf"(?<![\d.]){re.escape(printed)}", text):
        return True
    return figure.number is not None and figure.number in _numbers(text)


def asks_point(card: Card, point: Point) -> bool:
    """Whether the card quotes half of the passage and asks for something in it."""
    answers = list(map(normal, card.answers))
    inside = any(a in point.passage or point.passage in a for a in answers)
    if not inside and card.type != "truefalse" and not card.derived:
        return False
    return any(
        _common(point.passage, normal(quote)) >= HALF * len(point.passage) for quote in card.quotes
    )


def deck_of(article: str, path: str, tagger: Tagger) -> Deck:
    """The deck that the generator makes of a text."""
    mark = sha256(article.encode()).hexdigest()
    return generate(parse_article(article, path, mark), tagger).deck


def articles() -> dict[str, Path]:
    """The project's own articles that have a gold list, by name."""
    found = {path.stem: path for folder in ARTICLES for path in sorted(folder.glob("*.txt"))}
    return {name: path for name, path in found.items() if (GOLD / f"{name}.yaml").exists()}


def _decimal(value: Any) -> Decimal | None:
    try:
        return Decimal(str(value))
    except InvalidOperation:
        return None


def _passage(point: dict[str, str], text: str) -> str:
    if "quote" in point:
        return normal(point["quote"])
    first, last = normal(point["from"]), normal(point["to"])
    start = text.find(first)
    end = text.find(last, max(start, 0))
    return text[start : end + len(last)] if 0 <= start < end else first


def _numbers(text: str) -> set[Decimal | None]:
    found: set[Decimal | None] = set()
    for match in _NUMBER.finditer(text.translate(_SIMPLIFIED)):
        value = number_value(match[0].lstrip("-"))
        found.add(-value if value is not None and match[0].startswith("-") else value)
    return found - {None}


def _pairs(text: str) -> set[str]:
    bare = words_only(_ASIDE.sub("", normal(text)))
    return {bare[at : at + 2] for at in range(len(bare) - 1)} or {bare}


def _common(one: str, other: str) -> int:
    """The length of the longest run of characters that both have."""
    matcher = SequenceMatcher(None, other, one, autojunk=False)
    return matcher.find_longest_match().size


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def _soft(cards: Sequence[Card], figures: Sequence[Figure]) -> list[str]:
    """Ordinals and vague amounts asked as figures, and doubtful years taken for sure.

    A card that asks a fact as the text prints it (12%) does not ask what a headline
    makes of it (一成二).
    """
    told = []
    printed = {normal(figure.value) for figure in figures if figure.kind in ASKED_FOR}
    for figure in figures:
        for card in cards:
            if not asks_figure(card, figure):
                continue
            exact = not printed.isdisjoint(map(normal, card.answers))
            if card.type == "numeric" and figure.kind in SOFT and not exact:
                told.append(f"{figure.kind} {figure.value}: {card.prompt}")
            doubtful = figure.kind != "conflict" and "同年" in figure.period
            if doubtful and figure.period[:4] in normal(card.prompt):
                told.append(f"doubtful year of {figure.value}: {card.prompt}")
    return told


def floors_of(result: Measures) -> dict[str, float]:
    """The shares rounded down to hundredths: as low as they may be from now on."""
    shares = {"figures": result.figures, "questions": result.questions, "points": result.points}
    return {name: floor(share * 100) / 100 for name, share in shares.items()}


def main(arguments: Sequence[str]) -> None:
    """Print the measures of the named articles, of all without a name; `--show` what is missed.

    `--floors` writes them down as what must not be fallen below.
    """
    names = [one for one in arguments if not one.startswith("-")]
    tagger = load_tagger()
    floors = {}
    for name, path in articles().items():
        if names and name not in names:
            continue
        article = path.read_text(encoding="utf-8")
        deck = deck_of(article, str(path), tagger)
        result = measure(deck, article, read_gold(GOLD / f"{name}.yaml", article))
        floors[name] = floors_of(result)
        shares = f"{result.figures:.3f} {result.questions:.3f} {result.points:.3f}"
        wrong = f"{len(result.flaws)} flaws  {len(result.soft)} soft"
        print(f"{name:16} {result.cards:4} cards  {shares}  {wrong}")
        if "--show" in arguments:
            told = [f"{prompt}: {flaw}" for prompt, flaw in result.flaws]
            print(*(f"  {one}" for one in (*told, *result.missed, *result.soft)), sep="\n")
    if "--floors" in arguments and not names:
        FLOORS.write_text(yaml.safe_dump(floors, sort_keys=False), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
