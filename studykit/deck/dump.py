"""A deck as YAML: one fixed layout, the same bytes for the same deck.

The shape is fixed and small, so it is written here by hand: a general emitter
is ten times as slow and folds long quotes. What YAML 1.1 or 1.2 could read as
anything but a string is quoted, and every string stays on one line.
"""

import re
from collections.abc import Sequence

from studykit.cards.model import Card
from studykit.deck.layout import FORMAT, MADE_LINE
from studykit.deck.model import Deck, Source, Warning

# A list longer than this many characters takes a line for each of its items.
ONE_LINE_LIST = 60
MADE_PER_LINE = 5

# Beyond ASCII: what is seen on a screen. Blanks, controls and marks of direction are escaped.
_SEEN = (
    "\u00a1-\u00ac\u00ae-\u167f\u1681-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\u2fff"
    "\u3001-\ud7ff\uf900-\ufefe\uff00-\ufffd\U00010000-\U0003ffff"
)
_WORD = rf"[A-Za-z0-9{_SEEN}%+/().;=_~-]"
_PLAIN = re.compile(rf"(?=[A-Za-z{_SEEN}]){_WORD}++(?: {_WORD}++)*+")
_OTHER_TYPE = re.compile(r"null|true|false|yes|no|on|off|y|n", re.IGNORECASE)
_ESCAPED = re.compile(rf"[^ !#-\[\]-~{_SEEN}]")  # all but what is seen; the quote and \ too
_SURROGATE = re.compile("[\ud800-\udfff]")
_ESCAPES = {'"': r"\"", "\\": r"\\", "\n": r"\n", "\t": r"\t", "\r": r"\r"}


def dump_deck(deck: Deck) -> str:
    """The whole deck file."""
    cards = "".join(map(dump_card, deck.cards))
    return f"{dump_header(deck)}{'cards:' if cards else 'cards: []'}\n{cards}{dump_made(deck.made)}"


def dump_header(deck: Deck) -> str:
    """The lines before `cards:`."""
    lines = [f"format: {FORMAT}"]
    lines += [f"id: {scalar(deck.id)}"] if deck.id else []
    lines += [f"title: {scalar(deck.title)}", f"language: {scalar(deck.language)}"]
    if deck.source:
        lines.append(dump_source(deck.source))
    if deck.warnings:
        lines += ["warnings:", *map(dump_warning, deck.warnings)]
    return "\n".join(lines) + "\n"


def dump_source(source: Source) -> str:
    """The line that names the article."""
    keys = ("path", "sha256", "author", "published", "publisher")
    pairs = [f"{key}: {scalar(text)}" for key, text in _filled(source, keys)]
    return f"source: {{{', '.join(pairs)}}}"


def dump_warning(warning: Warning) -> str:
    """One item of the list of warnings."""
    kind, message = scalar(warning.kind), scalar(warning.message)
    return f"- {{kind: {kind}, line: {warning.line}, message: {message}}}"


def dump_card(card: Card) -> str:
    """The lines of one card; empty fields are left out."""
    out = [
        f"{key}: {scalar(text)}" for key, text in _filled(card, ("id", "type", "fact", "section"))
    ]
    out.append(f"prompt: {scalar(card.prompt)}")
    if isinstance(card.answer, bool):
        out.append(f"answer: {'true' if card.answer else 'false'}")
    else:
        out += _texts("answer", card.answer)
    if card.options:
        out += _texts("options", card.options)
    if card.type == "list" or card.ordered:
        out.append(f"ordered: {'true' if card.ordered else 'false'}")
    out += [f"derived: {scalar(card.derived)}"] if card.derived else []
    if card.accept:
        out += _texts("accept", card.accept)
    out += [f"explanation: {scalar(card.explanation)}"] if card.explanation else []
    if card.quotes:
        out += _texts("quote", card.quotes[0] if len(card.quotes) == 1 else card.quotes)
    if card.spans:
        pairs = [f"[{span.start}, {span.end}]" for span in card.spans]
        out.append(f"span: {pairs[0] if len(pairs) == 1 else '[' + ', '.join(pairs) + ']'}")
    if card.tags:
        out += _texts("tags", card.tags)
    if card.gone:
        out.append("gone: true")
    return "- " + "\n  ".join(out) + "\n"


def dump_made(made: Sequence[str]) -> str:
    """The record of what was generated, a few entries a line; nothing where there is none."""
    if not made:
        return ""
    rows = [" ".join(made[at : at + MADE_PER_LINE]) for at in range(0, len(made), MADE_PER_LINE)]
    return "\n  ".join([MADE_LINE, *rows]) + "\n"


def scalar(text: str) -> str:
    """A string as YAML, plain where that is safe in every context."""
    if _PLAIN.fullmatch(text) and not _OTHER_TYPE.fullmatch(text):
        return text
    whole = _SURROGATE.sub("\ufffd", text)
    return f'"{_ESCAPED.sub(_escape, whole)}"'


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    code = ord(char)
    if char in _ESCAPES:
        return _ESCAPES[char]
    return (
        f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}" if code < 65536 else f"\\U{code:08x}"
    )


def _filled(value: object, keys: Sequence[str]) -> list[tuple[str, str]]:
    return [(key, text) for key in keys if (text := getattr(value, key))]


def _texts(key: str, value: str | tuple[str, ...]) -> list[str]:
    """A string on one line, or a list of strings on one or several."""
    if isinstance(value, str):
        return [f"{key}: {scalar(value)}"]
    items = list(map(scalar, value))
    if sum(map(len, items)) <= ONE_LINE_LIST:
        return [f"{key}: [{', '.join(items)}]"]
    return [f"{key}:", *(f"- {item}" for item in items)]
