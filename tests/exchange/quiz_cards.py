"""Cards whose texts hold every mark of the quiz formats."""

from dataclasses import replace

from studykit.cards.model import BLANK, Card
from studykit.deck.ids import mint_ids
from tests.deck.making import DECK

NASTY = (
    "~=#{}:\\",
    "[html]甲",
    "[plain]",
    "a\\nb",
    "c:\\new",
    "%50%半",
    "2*3=6",
    "<b>&amp;</b>",
    "&#123;",
    "\"'`",
    "//甲",
    "::乙::",
    "####丙",
    "TRUE",
    "x #1 ~ y",
    "$CATEGORY: 丁",
    "甲\n\n乙",
    "\x01\ufffe甲",
    "]]>",
    "1\\*2",
    "}",
)


def nasty_cards() -> tuple[Card, ...]:
    """A card of each type for each of the texts."""
    cards = []
    for at, text in enumerate(NASTY):
        feedback = {"explanation": text, "quotes": (text,), "tags": (f"t]{at}",)}
        cards += [
            Card("qa", f"{text}？", text, **feedback),
            Card("numeric", f"问{text}", "5", accept=(text,), **feedback),
            Card("cloze", f"{text}{BLANK}，{BLANK}{text}", (text, f"{text}二"), **feedback),
            Card("choice", text, text, options=(f"非{text}", text, "其他"), **feedback),
            Card("truefalse", text, at % 2 == 0, **feedback),
            Card("list", f"列{text}", (text, "其他"), ordered=at % 2 == 0, **feedback),
        ]
    return mint_ids(cards)


NASTY_DECK = replace(DECK, title="甲/乙 [x]", cards=nasty_cards())
