"""A deck as Markdown that people read, hashcards learns from, and studykit reads back whole.

Questions are `Q:` and `A:`, clozes `C:` with what is blanked in brackets; explanation and
quotes stand below. What is not for the eye is in a comment after each card, and
the rest of the deck's header in the TOML at the top.
"""

import re
from collections.abc import Iterable, Sequence

from studykit.cards.model import BLANK, Card
from studykit.deck.model import Deck
from studykit.exchange.cells import join_items
from studykit.exchange.fields import card_fields, header_fields
from studykit.exchange.markdown_blocks import FENCE
from studykit.exchange.markdown_text import in_cloze, in_comment, markdown
from studykit.exchange.model import Written
from studykit.exchange.span_cells import join_spans
from studykit.exchange.text import utf8
from studykit.exchange.truth_words import truth_words

FORMAT = "studykit-markdown/1"
# What of a card is written to be seen; a cloze's explanation and quotes would give it away.
_SEEN = ("prompt", "answer", "options", "explanation", "quote")
_NO_TOML = re.compile("[\x7f\ud800-\udfff]")


def write_markdown(decks: Sequence[Deck]) -> Written:
    """One deck as a Markdown file."""
    (deck,) = decks
    truth = truth_words(deck.language)
    return Written(utf8("\n".join([_head(deck), *(_card(card, truth) for card in deck.cards)])))


def _head(deck: Deck) -> str:
    values = {**header_fields(deck), "format": FORMAT}
    rows = {"name": values.pop("title"), **values}
    lines = [f"{key} = {_toml(value)}" for key, value in rows.items()]
    return "\n".join([FENCE, *lines, FENCE, ""])


def _toml(value: object) -> str:
    """A value in TOML 1.0; its strings are those of JSON but for DEL."""
    import json

    if isinstance(value, tuple):
        return f"[{', '.join(map(_toml, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key} = {_toml(one)}' for key, one in value.items())}}}"
    text = json.dumps(value, ensure_ascii=False)
    return _NO_TOML.sub(lambda match: "\\u007f" if match[0] == "\x7f" else "\ufffd", text)


def _card(card: Card, truth: tuple[str, str]) -> str:
    paragraphs = [_cloze(card)] if card.type == "cloze" else _sides(card, truth)
    return "\n\n".join([*paragraphs, _comment(card)]) + "\n"


def _cloze(card: Card) -> str:
    first, *others = map(in_cloze, card.prompt.split(BLANK))
    pairs = zip(map(in_cloze, card.answers), others, strict=True)
    return f"C: {first}" + "".join(f"[{answer}]{other}" for answer, other in pairs)


def _sides(card: Card, truth: tuple[str, str]) -> list[str]:
    question, answer = f"Q: {markdown(card.prompt)}", _answer(card, truth)
    if card.options:
        options = "\n".join(f"- {markdown(option)}" for option in card.options)
        paragraphs = [question, options, answer]
    else:
        paragraphs = [f"{question}\n{answer}"]
    paragraphs += [markdown(card.explanation)] if card.explanation else []
    return paragraphs + [f"> {markdown(quote)}" for quote in card.quotes]


def _answer(card: Card, truth: tuple[str, str]) -> str:
    if isinstance(card.answer, bool):
        return f"A: {truth[card.answer]}"
    if isinstance(card.answer, str):
        return f"A: {markdown(card.answer)}"
    return "\n".join(["A:", "", *_numbered(card.answer, ordered=card.ordered)])


def _numbered(items: Iterable[str], *, ordered: bool) -> list[str]:
    lines = map(markdown, items)
    return [f"{at}. {line}" if ordered else f"- {line}" for at, line in enumerate(lines, 1)]


def _comment(card: Card) -> str:
    """What is not for the eye, a line each; lists as in the cells of a table."""
    values = card_fields(card)
    hidden = {key: value for key, value in values.items() if key not in _SEEN}
    if card.type == "cloze":
        hidden |= {key: values[key] for key in ("options", "explanation", "quote") if key in values}
    lines = [f"{key}: {_hidden(key, value, card)}" for key, value in hidden.items()]
    return "\n".join(["<!--", *lines, "-->"])


def _hidden(key: str, value: object, card: Card) -> str:
    if key == "span":
        return join_spans(card.spans)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return join_items(map(in_comment, value))
    return in_comment(str(value))
