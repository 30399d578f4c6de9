"""Rules that a deck's cards can only be held against together: 18, 19, 20, 22."""

import re
from collections import Counter
from collections.abc import Sequence

from studykit.cards.model import Card
from studykit.cards.normal import normal, words_only
from studykit.cards.rules.asking import SHORTEST_LEAK
from studykit.cards.rules.flaw import Flaw
from studykit.messages import _

# From this many cards on a lopsided deck is no longer chance.
ENOUGH_STATEMENTS = 6
ENOUGH_CHOICES = 12
TRUE_SHARE = (0.3, 0.7)
MOST_IN_ONE_PLACE = 0.45

_FRAME = re.compile(
    r"按照?文中(?:的)?(?:数据|数字|说法)|根据文中(?:的)?(?:数据|数字)|按文章的?说法|文中(?:给出的|提到的|指出)?|文章(?:指出|认为|提到)?|据?本文"
)
_ASKED = re.compile(r"(?:约|大约)?(?:是|为|達|达|达到|有)?(?:多少|几|什么|什麼|哪个|哪一?项)")
# A bare year may be that of another fact, so it has to stand in the quote as well.
_YEAR = re.compile(r"\d{4}年?")
_DIGITS = re.compile(r"\d+")


def deck_flaws(cards: Sequence[Card], doubtful: Sequence[str] = ()) -> list[tuple[int, Flaw]]:
    """The flaws of the deck as a whole: (index of the card at fault, flaw).

    `doubtful` are periods and figures on which the source contradicts itself. A
    flaw of no single card (a lopsided deck) is told of the last card of its kind.
    """
    return sorted([*_repeated(cards), *_lopsided(cards), *_doubtful(cards, doubtful)])


def gives_away(card: Card, other: Card) -> bool:
    """Whether the prompt of `card` tells an answer of `other` (rule 20, for one quiz)."""
    prompt = normal(card.prompt)
    answers = map(normal, (*other.answers, *other.accept))
    return any(len(answer) >= SHORTEST_LEAK and answer in prompt for answer in answers)


def question(card: Card) -> str:
    """What a prompt asks, without its wording: two cards with one question are one too many."""
    bare = words_only(_ASKED.sub("几", _FRAME.sub("", normal(card.prompt))))
    return bare if card.type != "cloze" else bare + "|" + "|".join(map(normal, card.answers))


def _repeated(cards: Sequence[Card]) -> list[tuple[int, Flaw]]:
    """Rule 20."""
    flaws: dict[int, Flaw] = {}
    first: dict[tuple[str, str], int] = {}
    for at, card in enumerate(cards):
        for key in (("prompt", normal(card.prompt)), ("question", question(card))):
            if first.setdefault(key, at) != at:
                flaws[at] = Flaw(20, _("asks the same as another card"), cards[first[key]].prompt)
        if card.type == "truefalse":
            key = ("statement", _DIGITS.sub("0", words_only(card.prompt)))
            if first.setdefault(key, at) != at and at not in flaws:
                flaws[at] = Flaw(20, _("states the same as another card"), cards[first[key]].prompt)
    return list(flaws.items())


def _lopsided(cards: Sequence[Card]) -> list[tuple[int, Flaw]]:
    """Rules 18 and 19."""
    flaws = []
    statements = [at for at, card in enumerate(cards) if card.type == "truefalse"]
    if len(statements) >= ENOUGH_STATEMENTS:
        share = sum(cards[at].answer is True for at in statements) / len(statements)
        if not TRUE_SHARE[0] <= share <= TRUE_SHARE[1]:
            message = _("about half of the statements should be true")
            flaws.append((statements[-1], Flaw(19, message)))
    keyed = [
        (at, card.options.index(card.answer))
        for at, card in enumerate(cards)
        if card.type == "choice" and isinstance(card.answer, str) and card.answer in card.options
    ]
    if len(keyed) >= ENOUGH_CHOICES:
        place, count = Counter(place for _at, place in keyed).most_common(1)[0]
        if count > MOST_IN_ONE_PLACE * len(keyed):
            last = max(at for at, where in keyed if where == place)
            flaws.append((last, Flaw(18, _("the key stands too often in the same place"))))
    return flaws


def _doubtful(cards: Sequence[Card], tokens: Sequence[str]) -> list[tuple[int, Flaw]]:
    """Rule 22 where two places of the source disagree."""
    message = _("the prompt takes for sure what the source contradicts")
    return [
        (at, Flaw(22, message, token))
        for token in tokens
        for at, card in enumerate(cards)
        if token in card.prompt
        and (not _YEAR.fullmatch(token) or any(token in quote for quote in card.quotes))
    ]
