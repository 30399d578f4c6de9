"""Decks from Markdown: what studykit wrote, as people changed it, and the decks of hashcards."""

import re
from pathlib import Path

from studykit.cards.model import BLANK
from studykit.deck.decode import DeckFile, decode_deck
from studykit.errors import Problem
from studykit.exchange.cells import split_items
from studykit.exchange.decoding import text_of
from studykit.exchange.markdown_blocks import Block, cut
from studykit.exchange.markdown_text import plain
from studykit.exchange.markdown_write import FORMAT
from studykit.exchange.nodes import card_node, deck_node
from studykit.exchange.span_cells import spans_of
from studykit.messages import _

_LISTS = ("options", "accept", "quote", "tags")
_ITEM = re.compile(r"(?:[-*+]|\d{1,9}[.)])(?: +|$)")
# A deletion: brackets that are no image.
_DELETION = re.compile(r"(?<!!)\[([^\[\]]+)\]")
_COMMENT = ("<!--", "-->")


def read_markdown(data: bytes, path: str) -> list[DeckFile]:
    """The deck of a file; what makes no card is a problem by line."""
    problems: list[Problem] = []
    page = cut(text_of(data, path), path, problems)
    header = dict(page.header)
    own = header.pop("format", "") == FORMAT
    title = header.pop("name", "") or ("" if own else Path(path).stem)
    cards = []
    for block in page.blocks:
        values = _own(block) if own else _foreign(block)
        if block.back is None and not values["answer"]:
            message = _("a cloze without anything in brackets")
            problems.append(Problem(path, block.line, message))
        else:
            cards.append(card_node(values, block.line))
    file = decode_deck(deck_node({**(header if own else {}), "title": title}, cards), path)
    found = tuple(sorted((*problems, *file.problems)))
    return [DeckFile(path, file.deck, file.lines, found, file.source_line, file.root)]


def _foreign(block: Block) -> dict[str, object]:
    """The card of a block of hashcards; its Markdown stays as it is."""
    front = "\n".join(block.front).strip()
    if block.back is not None:
        return {"type": "qa", "prompt": front, "answer": "\n".join(block.back).strip()}
    return _cloze(front)


def _cloze(text: str) -> dict[str, object]:
    prompt, answers = _DELETION.sub(BLANK, text), _DELETION.findall(text)
    return {"type": "cloze", "prompt": prompt, "answer": answers}


def _own(block: Block) -> dict[str, object]:
    """The card of a block that studykit wrote, or a person in the same way."""
    if block.back is None:
        lines, hidden = _parted(block.front)
        cloze = _cloze("\n".join(lines).strip())
        answers = [plain(str(answer)) for answer in _DELETION.findall("\n".join(lines).strip())]
        return {**hidden, **cloze, "prompt": plain(str(cloze["prompt"])), "answer": answers}
    back, hidden = _parted(block.back)
    values = dict(hidden)
    front = block.front
    if hidden.get("type", "choice") == "choice":
        options, front = (
            _items(front[1:]),
            [front[0], *(one for one in front[1:] if not _is_item(one))],
        )
        values |= {"options": options} if options else {}
    values["prompt"] = _joined(front)
    answer, rest = _answer(back)
    values["answer"] = answer
    quotes = [plain(line[1:].removeprefix(" ")) for line in rest if line.startswith(">")]
    explanation = _joined([line for line in rest if not line.startswith(">")])
    values |= {"quote": quotes} if quotes else {}
    values |= {"explanation": explanation} if explanation else {}
    return values


def _answer(lines: list[str]) -> tuple[str | list[str], list[str]]:
    """The answer, a list where its lines are items; and the lines after it."""
    start = next((at for at, line in enumerate(lines) if line.strip()), len(lines))
    end = next((at for at in range(start, len(lines)) if not lines[at].strip()), len(lines))
    answer = lines[start:end]
    if answer and start and all(map(_is_item, answer)):
        return _items(answer), lines[end:]
    return _joined(answer), lines[end:]


def _is_item(line: str) -> bool:
    return bool(_ITEM.match(line))


def _items(lines: list[str]) -> list[str]:
    return [plain(line[match.end() :]) for line in lines if (match := _ITEM.match(line))]


def _joined(lines: list[str]) -> str:
    """The text of lines, of which empty ones do not count."""
    return "\n".join(plain(line) for line in lines if line.strip())


def _parted(lines: list[str]) -> tuple[list[str], dict[str, object]]:
    """The lines to be seen, and what the comment among them holds."""
    begin, end = _COMMENT
    if begin not in lines:
        return lines, {}
    start = lines.index(begin)
    stop = lines.index(end, start) if end in lines[start:] else len(lines)
    hidden: dict[str, object] = {}
    for line in lines[start + 1 : stop]:
        key, _colon, cell = line.partition(": ")
        hidden[key] = _value(key, cell)
    return lines[:start] + lines[stop + 1 :], hidden


def _value(key: str, cell: str) -> object:
    if key == "span":
        return spans_of(cell)
    return [plain(item) for item in split_items(cell)] if key in _LISTS else plain(cell)
