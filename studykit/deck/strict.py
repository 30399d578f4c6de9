"""A fast reader for decks in the very layout that `dump` writes, without the YAML library.

It knows that layout alone: a scalar is one line, plain or in double quotes, keys
stand in their order, there are no comments. Of anything else, and of every deck
with a problem, it says nothing (None), and `decode` reads the file. What it does
read is what `decode` reads.
"""

import re
from typing import cast

from studykit.article.span import Span
from studykit.cards.model import BLANK, MOST_OPTIONS, Card, CardType
from studykit.cards.normal import normal
from studykit.deck.layout import FORMAT, MADE_LINE
from studykit.deck.model import Deck, Source, Warning
from studykit.deck.scalars import ITEM, STRANGE, OtherLayoutError, filled, scalar, texts

_SOURCE = re.compile(
    rf"path: ({ITEM})(?:, sha256: ({ITEM}))?(?:, author: ({ITEM}))?"
    rf"(?:, published: ({ITEM}))?(?:, publisher: ({ITEM}))?"
)
# More digits than any place in a text has, and few enough for `int`.
_NUMBER = "[0-9]{1,9}"
_WARNING = re.compile(rf"kind: ({ITEM}), line: ({_NUMBER}), message: ({ITEM})")
_SPAN = rf"\[{_NUMBER}, {_NUMBER}\]"
_SPANS = re.compile(rf"{_SPAN}|\[{_SPAN}(?:, {_SPAN})*\]")
_PLACES = re.compile(rf"({_NUMBER}), ({_NUMBER})")

_HEADER = re.compile(
    rf"format: {FORMAT}\nid: (.+)\ntitle: (.+)\nlanguage: (.+)\n(?:source: {{(.+)}}\n)?"
    r"(?:warnings:((?:\n- \{.+\})+)\n)?cards:( \[\])?\n"
)
_TEXTS = r"( .+|(?:\n  - .+)+)\n"
_CARD = re.compile(
    "- id: (.+)\n  type: (qa|numeric|cloze|choice|truefalse|list)\n"
    f"(?:  fact: (.+)\n)?(?:  section: (.+)\n)?  prompt: (.+)\n  answer:{_TEXTS}"
    f"(?:  options:{_TEXTS})?(?:  ordered: (true|false)\n)?(?:  derived: (.+)\n)?"
    f"(?:  accept:{_TEXTS})?(?:  explanation: (.+)\n)?(?:  quote:{_TEXTS})?"
    f"(?:  span: (.+)\n)?(?:  tags:{_TEXTS})?(  gone: true\n)?"
)
_MADE = re.compile(rf"{re.escape(MADE_LINE)}\n((?:  \S+(?: \S+)*\n)+)")


def read_strict(text: str) -> Deck | None:
    """The deck of a whole file; None where `decode` has to be asked."""
    found = locate_strict(text)
    return found[0] if found else None


def locate_strict(text: str) -> tuple[Deck, tuple[int, ...]] | None:
    """The deck as `read_strict` has it, and the offset where each card's lines end.

    They begin where those of the card before end; ahead of them all stands the
    offset where the first begins.
    """
    header = None if STRANGE.search(text) else _HEADER.match(text)
    if header is None:
        return None
    ends = [header.end()]
    cards = []
    try:
        while match := _CARD.match(text, ends[-1]):
            cards.append(_card(match))
            ends.append(match.end())
        made = _MADE.fullmatch(text, ends[-1])
        id_, title, language, source, warnings, none = header.groups()
        if not (made or ends[-1] == len(text)) or bool(none) == bool(cards):
            return None
        if len({card.id for card in cards}) != len(cards):
            return None
        deck = Deck(
            id=filled(id_),
            title=scalar(title),
            language=filled(language),
            cards=tuple(cards),
            source=_source(source) if source else None,
            warnings=tuple(map(_warning, warnings[4:-1].split("}\n- {"))) if warnings else (),
            made=tuple(made[1].split()) if made else (),
        )
        return deck, tuple(ends)
    except OtherLayoutError:
        return None


def read_card(block: str) -> Card | None:
    """The card of its lines in a deck file; None where `decode` has to be asked."""
    match = None if STRANGE.search(block) else _CARD.fullmatch(block)
    try:
        return _card(match) if match else None
    except OtherLayoutError:
        return None


def _card(match: re.Match[str]) -> Card:
    """The card of a match of `_CARD`; refused where `decode` would report a problem."""
    id_, type_, fact, section, prompt, answer, options, ordered, *rest = match.groups()
    derived, accept, explanation, quote, span, tags, gone = rest
    card = Card(
        type=cast(CardType, type_),
        prompt=filled(prompt),
        answer=_answer(type_, answer),
        quotes=texts(quote) if quote else (),
        spans=_spans(span) if span else (),
        section=scalar(section) if section else "",
        fact=scalar(fact) if fact else "",
        options=texts(options) if options else (),
        ordered=ordered == "true",
        derived=scalar(derived) if derived else "",
        accept=texts(accept) if accept else (),
        explanation=scalar(explanation) if explanation else "",
        tags=texts(tags) if tags else (),
        id=filled(id_),
        gone=bool(gone),
    )
    if not _fits(card):
        raise OtherLayoutError
    return card


def _fits(card: Card) -> bool:
    """Whether a session can work with the card, as `decode` has it."""
    if not card.prompt.strip():
        return False
    if card.spans and len(card.spans) != len(card.quotes):
        return False
    if card.type == "cloze":
        return card.prompt.count(BLANK) == len(card.answers)
    if card.type == "choice":
        distinct = len({*map(normal, card.options)}) == len(card.options)
        return card.answer in card.options and distinct and len(card.options) <= MOST_OPTIONS
    return True


def _answer(type_: str, written: str) -> str | bool | tuple[str, ...]:
    if type_ == "truefalse":
        if written not in (" true", " false"):
            raise OtherLayoutError
        return written == " true"
    answers = texts(written)
    if not answers or not all(map(str.strip, answers)):
        raise OtherLayoutError
    if type_ in ("cloze", "list"):
        return answers
    if written.startswith((" [", "\n")):
        raise OtherLayoutError
    return answers[0]


def _spans(written: str) -> tuple[Span, ...]:
    if not _SPANS.fullmatch(written):
        raise OtherLayoutError
    return tuple([Span(int(start), int(end)) for start, end in _PLACES.findall(written)])


def _source(written: str) -> Source:
    match = _SOURCE.fullmatch(written)
    if match is None:
        raise OtherLayoutError
    path, *others = match.groups()
    return Source(filled(path), *[scalar(value) if value else "" for value in others])


def _warning(written: str) -> Warning:
    match = _WARNING.fullmatch(written)
    if match is None:
        raise OtherLayoutError
    kind, line, message = match.groups()
    return Warning(scalar(kind), int(line), scalar(message))
