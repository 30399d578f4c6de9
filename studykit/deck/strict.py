"""A fast reader for decks in the very layout that `dump` writes, without the YAML library.

It knows that layout alone: a scalar is one line, plain or in double quotes, keys
stand in their order, there are no comments. Of anything else, and of every deck
with a problem, it says nothing (None), and `decode` reads the file. What it does
read is what `decode` reads.
"""

import re
from typing import cast

from studykit.article.model import Span
from studykit.cards.model import BLANK, Card, CardType
from studykit.cards.normal import normal
from studykit.deck.layout import FORMAT, MADE_LINE
from studykit.deck.model import Deck, Source, Warning

# What YAML does not allow, breaks a line at, or would drop.
_STRANGE = re.compile("[\0-\t\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
# Of ASCII only what is no mark of YAML's, wherever it stands.
_WORD = r"[^\n !-$&'*,:<>?@\[-^`{-}]"
_PLAIN = re.compile(rf"(?![ -@_~]){_WORD}++(?: {_WORD}++)*+")
_HEX = "[0-9a-f]"
_ESCAPES = rf'["\\nrt]|x{_HEX}{{2}}|u(?!d[89a-f]){_HEX}{{4}}|U00(?:0[1-9a-f]|10){_HEX}{{4}}'
_QUOTED = re.compile(rf'"(?:[^\n"\\]|\\(?:{_ESCAPES}))*+"')
_ESCAPE = re.compile(r"\\(?:x..|u.{4}|U.{8}|.)")
_ESCAPED = {"n": "\n", "r": "\r", "t": "\t"}
# Where a scalar in brackets ends; what it is, is for `_scalar` to see.
_ITEM = r'"(?:[^"\\]|\\.)*+"|[^", ][^",]*'
_ITEMS = re.compile(_ITEM)
_SOURCE = re.compile(
    rf"path: ({_ITEM})(?:, sha256: ({_ITEM}))?(?:, author: ({_ITEM}))?"
    rf"(?:, published: ({_ITEM}))?(?:, publisher: ({_ITEM}))?"
)
# More digits than any place in a text has, and few enough for `int`.
_NUMBER = "[0-9]{1,9}"
_WARNING = re.compile(rf"kind: ({_ITEM}), line: ({_NUMBER}), message: ({_ITEM})")
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


class _OtherError(Exception):
    """This is not in the layout, or not in order."""


def read_strict(text: str) -> Deck | None:
    """The deck of a whole file; None where `decode` has to be asked."""
    header = None if _STRANGE.search(text) else _HEADER.match(text)
    if header is None:
        return None
    at = header.end()
    cards = []
    try:
        while match := _CARD.match(text, at):
            cards.append(_card(match))
            at = match.end()
        made = _MADE.fullmatch(text, at)
        id_, title, language, source, warnings, none = header.groups()
        if not (made or at == len(text)) or bool(none) == bool(cards):
            return None
        if len({card.id for card in cards}) != len(cards):
            return None
        return Deck(
            id=_filled(id_),
            title=_scalar(title),
            language=_filled(language),
            cards=tuple(cards),
            source=_source(source) if source else None,
            warnings=tuple(map(_warning, warnings[4:-1].split("}\n- {"))) if warnings else (),
            made=tuple(made[1].split()) if made else (),
        )
    except _OtherError:
        return None


def read_card(block: str) -> Card | None:
    """The card of its lines in a deck file; None where `decode` has to be asked."""
    match = None if _STRANGE.search(block) else _CARD.fullmatch(block)
    try:
        return _card(match) if match else None
    except _OtherError:
        return None


def _card(match: re.Match[str]) -> Card:
    """The card of a match of `_CARD`; refused where `decode` would report a problem."""
    id_, type_, fact, section, prompt, answer, options, ordered, *rest = match.groups()
    derived, accept, explanation, quote, span, tags, gone = rest
    card = Card(
        type=cast(CardType, type_),
        prompt=_filled(prompt),
        answer=_answer(type_, answer),
        quotes=_texts(quote) if quote else (),
        spans=_spans(span) if span else (),
        section=_scalar(section) if section else "",
        fact=_scalar(fact) if fact else "",
        options=_texts(options) if options else (),
        ordered=ordered == "true",
        derived=_scalar(derived) if derived else "",
        accept=_texts(accept) if accept else (),
        explanation=_scalar(explanation) if explanation else "",
        tags=_texts(tags) if tags else (),
        id=_filled(id_),
        gone=bool(gone),
    )
    if not _fits(card):
        raise _OtherError
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
        return card.answer in card.options and distinct
    return True


def _answer(type_: str, written: str) -> str | bool | tuple[str, ...]:
    if type_ == "truefalse":
        if written not in (" true", " false"):
            raise _OtherError
        return written == " true"
    answers = _texts(written)
    if not answers or not all(map(str.strip, answers)):
        raise _OtherError
    if type_ in ("cloze", "list"):
        return answers
    if written.startswith((" [", "\n")):
        raise _OtherError
    return answers[0]


def _texts(written: str) -> tuple[str, ...]:
    """A list in brackets or of one line an item; a text alone is a list of one, if not empty."""
    if written[0] == "\n":
        return tuple([_scalar(item) for item in written[5:].split("\n  - ")])
    if written[1] == "[":
        inner = written[2:-1]
        items = _ITEMS.findall(inner) if '"' in inner else inner.split(", ")
        if f" [{', '.join(items)}]" != written:
            raise _OtherError
        return tuple([_scalar(item) for item in items])
    text = _scalar(written[1:])
    return (text,) if text else ()


def _spans(written: str) -> tuple[Span, ...]:
    if not _SPANS.fullmatch(written):
        raise _OtherError
    return tuple([Span(int(start), int(end)) for start, end in _PLACES.findall(written)])


def _source(written: str) -> Source:
    match = _SOURCE.fullmatch(written)
    if match is None:
        raise _OtherError
    path, *others = match.groups()
    return Source(_filled(path), *[_scalar(value) if value else "" for value in others])


def _warning(written: str) -> Warning:
    match = _WARNING.fullmatch(written)
    if match is None:
        raise _OtherError
    kind, line, message = match.groups()
    return Warning(_scalar(kind), int(line), _scalar(message))


def _filled(written: str) -> str:
    text = _scalar(written)
    if not text:
        raise _OtherError
    return text


def _scalar(written: str) -> str:
    if _PLAIN.fullmatch(written):
        return written
    if not _QUOTED.fullmatch(written):
        raise _OtherError
    text = written[1:-1]
    return _ESCAPE.sub(_unescaped, text) if "\\" in text else text


def _unescaped(match: re.Match[str]) -> str:
    kind, code = match[0][1], match[0][2:]
    return chr(int(code, 16)) if code else _ESCAPED.get(kind, kind)
