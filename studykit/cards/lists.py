"""List cards: enumerations of three to seven items, and choices of what belongs to one."""

import re
from collections.abc import Iterable, Sequence

from studykit.cards.clues import around, thin
from studykit.cards.grounding import ground, widened
from studykit.cards.model import Card
from studykit.cards.preface import asked, led
from studykit.cards.statement_explanations import explain_statement
from studykit.cards.voice import Voice
from studykit.facts.model import HOLE, Statement

MOST_ITEMS = 7
_NUMBER = "零一两三四五六七"


def list_card(statement: Statement, section: str, voice: Voice) -> Card | None:
    """All items of an enumeration asked for; None where there are too many or too few."""
    items = statement.items
    if not 3 <= len(items) <= MOST_ITEMS or not statement.grounded:
        return None
    words = statement.asks
    hint = ""
    if words in ("什么", "哪些"):
        hint = voice.form("（答出{n}项）", n=voice.say(_NUMBER[len(items)]))
    passage = statement.passage
    prompt = asked(statement, voice.say(words), voice)
    if words == "什么" and thin(statement, around(statement)):
        if thin(statement, statement.masked.replace(HOLE, "")):
            return None
        text = statement.masked.replace(HOLE, voice.say(words))
        prompt = led(statement, text, voice, statement.window[0] < statement.own)
        passage = widened(statement)
    if len(prompt) > 100 or any(len(i) > 40 for i in items):
        return None
    quotes, spans = ground(passage, passage.start, passage.end)
    return Card(
        "list", prompt + "？" + hint, items, quotes, spans, section, statement.key,
        explanation=explain_statement(statement, voice, prompt), tags=("list",),
    )  # fmt: skip


# So many items of other lists are looked at for each choice.
_MOST_OTHERS = 60
# Shorter items (市场, 德国) fit no list but their own.
_SHORTEST_OTHER = 3


class Pool:
    """The items of all lists of an article, found by how they end and where they stand."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        """Takes all statements; those of kind list give their items."""
        self._by_end: dict[str, list[tuple[int, str]]] = {}
        seen: set[str] = set()
        for statement in statements:
            for item in statement.items if statement.kind == "list" else ():
                if item not in seen and len(item) >= _SHORTEST_OTHER:
                    seen.add(item)
                    order = statement.passage.place.order
                    self._by_end.setdefault(item[-1], []).append((order, item))

    def near(self, ends: Iterable[str], order: int) -> list[str]:
        """Items with one of these endings, those of nearby sentences first."""
        found = [pair for end in sorted(ends) for pair in self._by_end.get(end, ())]
        found.sort(key=lambda pair: (abs(pair[0] - order), pair))
        return [item for _, item in found[:_MOST_OTHERS]]


# 哪三者, 哪三“化”: what the items are goes without a name.
_UNNAMED = re.compile(r"哪[^哪]{1,2}(?:者|件事)$|.*[“者]|哪些$")
_NUMBERED = re.compile(r"^哪(?:[两二三四五六七八九十]|\d{1,2})")


def _of_four(statement: Statement) -> str:
    """Words that ask which of four belongs to a list; empty where the list has no name."""
    named = _NUMBERED.match(statement.asks)
    if named is None or _UNNAMED.match(statement.asks):
        return ""
    return "下列哪一" + statement.asks[named.end() :]


def member_choice(statement: Statement, others: "Pool", section: str, voice: Voice) -> Card | None:
    """Which of four belongs to the list; `others` are items of other lists of the article."""
    asks = _of_four(statement)
    if not asks:
        return None
    member = voice.pick(statement.items, statement.key, "member")
    taken = set(statement.items)
    text = statement.passage.text
    ends = {item[-1] for item in taken}
    fits = [
        other
        for other in others.near(ends, statement.passage.place.order)
        if other not in taken
        and other not in text
        and abs(len(other) - len(member)) <= 3
        and not any(other in item or item in other for item in taken)
    ]
    fits.sort(key=lambda o: (abs(len(o) - len(member)), voice.number(statement.key, o)))
    if len(fits) < 3:
        return None
    prompt = asked(statement, voice.say(asks), voice)
    if len(prompt) > 100:
        return None
    wrong = fits[:3]
    place = voice.number(statement.key, "place") % 4
    options = (*wrong[:place], member, *wrong[place:])
    quotes, spans = ground(statement.passage, statement.passage.start, statement.passage.end)
    listed = "、".join(statement.items)
    return Card(
        "choice", prompt + "？", member, quotes, spans, section, statement.key, options=options,
        explanation=voice.form("文中列出的是：{l}。其余各项出自文中别处。", l=listed), tags=("list",),
    )  # fmt: skip
