"""A deck file read by its own schema: every scalar stays the string that was written.

YAML's own guesses (12:30 is 750, no is False) never apply. A card or key that
cannot be read is reported with its line and left out; the rest is still read.
"""

import re
from dataclasses import dataclass, field

from studykit.article.span import Span
from studykit.cards.model import BLANK, CARD_TYPES, MOST_OPTIONS, Card, CardType
from studykit.cards.normal import normal
from studykit.deck.ids import mint_id, mint_ids
from studykit.deck.layout import FORMAT
from studykit.deck.model import Deck, Source, Warning
from studykit.deck.nodes import Node, fields, is_list, is_map, is_text, parse_nodes
from studykit.errors import DeckError, Problem
from studykit.messages import _

BOM = "\ufeff"
TRUE_WORDS = ("true", "yes", "对", "對", "正确", "正確", "是")
FALSE_WORDS = ("false", "no", "错", "錯", "错误", "錯誤", "否")
DEFAULT_LANGUAGE = "zh-Hans"

# An answer that is a number with a short unit makes a hand-written card numeric.
_FIGURE = re.compile(r"[约約近逾超]?[-+]?\d[\d,.]*\s?[^\d\s，。、；：]{0,6}(?:左右|以上|以下)?")


@dataclass(frozen=True, slots=True)
class DeckFile:
    """What a deck file holds: the deck as far as it can be read, and what is wrong in it.

    `deck` is None where nothing can be made of the file. `lines` has the line that
    each of the deck's cards begins on, `source_line` that of its `source`, `root` the nodes.
    """

    path: str
    deck: Deck | None
    lines: tuple[int, ...] = ()
    problems: tuple[Problem, ...] = ()
    source_line: int = 1
    root: Node | None = field(default=None, compare=False, repr=False)

    def in_order(self) -> tuple[Deck, Node]:
        """The deck and its root node; `DeckError` with the first problem if there is any."""
        if self.deck is None or self.root is None or self.problems:
            more = len(self.problems) - 1
            note = _(" (and {more} more: see studykit check)").format(more=more) if more else ""
            raise DeckError(f"{self.problems[0]}{note}")
        return self.deck, self.root


def parse_deck(text: str, path: str) -> DeckFile:
    """Read the text of a deck file; `path` is for the problems. Absent ids are minted."""
    root = parse_nodes(text.removeprefix(BOM), path)
    if isinstance(root, Problem):
        return DeckFile(path, None, (), (root,))
    return decode_deck(root, path)


def decode_deck(root: Node | None, path: str) -> DeckFile:
    """Read the nodes of a deck, of whatever format they were made; otherwise as `parse_deck`."""
    return _Reader(path).read(root)


def bool_word(text: str) -> bool | None:
    """What a word says of a statement: true, false, or None for any other word."""
    word = text.strip().lower()
    return True if word in TRUE_WORDS else False if word in FALSE_WORDS else None


class _UnreadableError(Exception):
    """This card cannot be read; the reason is reported."""


class _Reader:
    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []

    def report(self, node: Node, message: str) -> None:
        self.problems.append(Problem(self.path, node.line, message))

    def read(self, root: Node | None) -> DeckFile:
        if root is None or not is_map(root):
            message = _("not a deck: it has no line “format: {format}”").format(format=FORMAT)
            return DeckFile(self.path, None, (), (Problem(self.path, 1, message),))
        top = fields(root, self.report)
        found = top.get("format")
        if found is None or not is_text(found) or found.value != FORMAT:
            self.report(found or root, _("the format must be {format}").format(format=FORMAT))
            return DeckFile(self.path, None, (), tuple(self.problems))
        if "title" not in top:
            self.report(root, _("the deck needs a title"))
        cards, lines = self.cards(top.get("cards"), root)
        title = self.text(top, "title")
        deck = Deck(
            id=self.text(top, "id") or mint_id("", "deck", title),
            title=title,
            language=self.text(top, "language") or DEFAULT_LANGUAGE,
            cards=mint_ids(cards),
            source=self.source(top.get("source")),
            warnings=self.warnings(top.get("warnings")),
            made=tuple(self.text(top, "made").split()),
        )
        source_line = top["source"].line if "source" in top else 1
        return DeckFile(
            self.path, deck, tuple(lines), tuple(sorted(self.problems)), source_line, root
        )

    def text(self, values: dict[str, Node], key: str) -> str:
        node = values.get(key)
        if node is None:
            return ""
        if not is_text(node):
            self.report(node, _("{key} must be a text").format(key=key))
            return ""
        return str(node.value)

    def texts(self, values: dict[str, Node], key: str) -> tuple[str, ...]:
        """A list of texts; one text alone counts as a list of one."""
        node = values.get(key)
        if node is None or (is_text(node) and not node.value):
            return ()
        items = node.value if is_list(node) else [node]
        if not all(map(is_text, items)):
            self.report(node, _("{key} must be a text or a list of texts").format(key=key))
            return ()
        return tuple([str(item.value) for item in items])

    def truth(self, values: dict[str, Node], key: str) -> bool:
        word = self.text(values, key)
        value = bool_word(word) if word else False
        if value is None:
            self.report(values[key], _("{key} must be true or false").format(key=key))
        return bool(value)

    def number(self, node: Node, key: str) -> int:
        if is_text(node) and node.value.isascii() and node.value.isdigit():
            return int(node.value)
        self.report(node, _("{key} must be a whole number").format(key=key))
        return 0

    def source(self, node: Node | None) -> Source | None:
        if node is None:
            return None
        if is_text(node):
            return Source(path=node.value, sha256="")
        if not is_map(node):
            self.report(node, _("source must name the article: {path: …}"))
            return None
        values = fields(node, self.report)
        if not self.text(values, "path"):
            self.report(node, _("source needs a path"))
            return None
        keys = ("path", "sha256", "author", "published", "publisher")
        return Source(**{key: self.text(values, key) for key in keys})

    def warnings(self, node: Node | None) -> tuple[Warning, ...]:
        found = []
        for item in self.items(node, "warnings"):
            if not is_map(item):
                self.report(item, _("a warning has a kind, a line and a message"))
                continue
            values = fields(item, self.report)
            line = self.number(values["line"], "line") if "line" in values else 0
            kind, message = self.text(values, "kind"), self.text(values, "message")
            found.append(Warning(kind, line, message))
        return tuple(found)

    def items(self, node: Node | None, key: str) -> list[Node]:
        if node is None or (is_text(node) and not node.value):
            return []
        if not is_list(node):
            self.report(node, _("{key} must be a list").format(key=key))
            return []
        return list(node.value)

    def cards(self, node: Node | None, root: Node) -> tuple[list[Card], list[int]]:
        if node is None:
            self.report(root, _("the deck needs cards"))
        cards: list[Card] = []
        lines: list[int] = []
        first: dict[str, int] = {}
        for item in self.items(node, "cards"):
            try:
                card = self.card(item)
            except _UnreadableError:
                continue
            line = item.line
            if card.id and first.setdefault(card.id, line) != line:
                message = _("the id {id} is also that of the card in line {line}")
                self.report(item, message.format(id=card.id, line=first[card.id]))
                continue
            cards.append(card)
            lines.append(line)
        return cards, lines

    def card(self, node: Node) -> Card:
        """The card of one node; raises `_UnreadableError` after a report."""
        if not is_map(node):
            self.report(node, _("a card has a prompt and an answer"))
            raise _UnreadableError
        before = len(self.problems)
        values = fields(node, self.report)
        prompt = self.text(values, "prompt")
        if "prompt" not in values or (is_text(values["prompt"]) and not prompt.strip()):
            self.report(node, _("the card has no prompt"))
        if "answer" not in values:
            self.report(node, _("the card has no answer"))
        if len(self.problems) > before:
            raise _UnreadableError
        type_ = self.type(values, prompt)
        quotes = self.texts(values, "quote")
        card = Card(
            type=type_,
            prompt=prompt,
            answer=self.answer(values, type_),
            quotes=quotes,
            spans=self.spans(values.get("span")),
            section=self.text(values, "section"),
            fact=self.text(values, "fact"),
            options=self.texts(values, "options"),
            ordered=self.truth(values, "ordered"),
            derived=self.text(values, "derived"),
            accept=self.texts(values, "accept"),
            explanation=self.text(values, "explanation"),
            tags=self.texts(values, "tags"),
            id=self.text(values, "id"),
            gone=self.truth(values, "gone"),
        )
        self.fits(card, values)
        if len(self.problems) > before:
            raise _UnreadableError
        return card

    def type(self, values: dict[str, Node], prompt: str) -> CardType:
        word = self.text(values, "type")
        if word in CARD_TYPES:
            return word
        if word:
            types = ", ".join(CARD_TYPES)
            self.report(values["type"], _("the type must be one of {types}").format(types=types))
            return "qa"
        return infer_type(prompt, values["answer"], has_options="options" in values)

    def answer(self, values: dict[str, Node], type_: CardType) -> str | bool | tuple[str, ...]:
        if type_ == "truefalse":
            value = bool_word(self.text(values, "answer"))
            if value is None:
                self.report(values["answer"], _("the answer must be true or false"))
            return bool(value)
        before = len(self.problems)
        answers = self.texts(values, "answer")
        if len(self.problems) == before and not all(map(str.strip, answers or ("",))):
            self.report(values["answer"], _("the card has no answer"))
        if len(self.problems) > before:
            raise _UnreadableError
        if type_ in ("cloze", "list"):
            return answers
        if len(answers) > 1 or is_list(values["answer"]):
            self.report(values["answer"], _("only cloze and list cards have a list of answers"))
        return answers[0]

    def spans(self, node: Node | None) -> tuple[Span, ...]:
        if node is None:
            return ()
        pairs = node.value if is_list(node) else [node]
        if is_list(node) and pairs and is_text(pairs[0]):
            pairs = [node]
        out = []
        for pair in pairs:
            if not is_list(pair) or len(pair.value) != 2:
                self.report(node, _("a span is [start, end], half-open, in characters"))
                return ()
            start, end = (self.number(end, "span") for end in pair.value)
            out.append(Span(start, end))
        return tuple(out)

    def fits(self, card: Card, values: dict[str, Node]) -> None:
        """What a session could not work with."""
        if card.type == "cloze" and card.prompt.count(BLANK) != len(card.answers):
            message = _("{blanks} blanks (____) but {answers} answers")
            blanks, answers = card.prompt.count(BLANK), len(card.answers)
            self.report(values["prompt"], message.format(blanks=blanks, answers=answers))
        if card.type == "choice":
            if not card.options:
                self.report(values["answer"], _("a choice needs options"))
            elif card.answer not in card.options:
                self.report(values["answer"], _("the answer is not one of the options"))
            elif len({*map(normal, card.options)}) != len(card.options):
                self.report(values["options"], _("two options are the same"))
            elif len(card.options) > MOST_OPTIONS:
                message = _("more than {n} options").format(n=MOST_OPTIONS)
                self.report(values["options"], message)
        if card.spans and len(card.spans) != len(card.quotes):
            self.report(values["span"], _("as many spans as quotes are needed"))


def infer_type(prompt: str, answer: Node, *, has_options: bool) -> CardType:
    """The type of a hand-written card from its answer node and its prompt."""
    if has_options:
        return "choice"
    if is_text(answer) and answer.plain and answer.value.lower() in ("true", "false"):
        return "truefalse"
    if BLANK in prompt:
        return "cloze"
    if is_list(answer):
        return "list"
    return "numeric" if is_text(answer) and _FIGURE.fullmatch(answer.value.strip()) else "qa"
