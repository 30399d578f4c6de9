"""A deck made anew over an old file: ids stay, and whatever a person wrote stays.

The file is worked on by the lines of its cards. A card whose lines are still
those that were generated is replaced; every other line is a person's and is
kept as it is, comments, order and unknown keys too. A card that the new deck
lacks is kept and marked `gone: true`; one that a person deleted stays deleted.
"""

import re
from dataclasses import dataclass, replace

from studykit.article.span import Span
from studykit.cards.model import Card
from studykit.cards.rules.grounding import grounding_flaws
from studykit.deck.blocks import Block, Blocks, joined, split_deck
from studykit.deck.decode import BOM, parse_deck
from studykit.deck.dump import dump_card, dump_header, dump_made, dump_source, dump_warning
from studykit.deck.made import GONE_LINE, HEADER, entries, fingerprint, prints_of
from studykit.deck.match import match_cards
from studykit.deck.model import Deck
from studykit.errors import DeckError
from studykit.messages import _

_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class MergeReport:
    """How many cards met which fate; `own` are a person's cards, `edited` their edits kept.

    `deleted` were once generated and taken out by a person. `header_kept` says that
    a person changed title, source or warnings, and that their version stands.
    """

    added: int = 0
    updated: int = 0
    same: int = 0
    edited: int = 0
    own: int = 0
    gone: int = 0
    deleted: int = 0
    header_kept: bool = False

    @property
    def in_doubt(self) -> bool:
        """Whether a person's work is in the file, so that a backup is due."""
        return bool(self.edited or self.own or self.deleted or self.header_kept)


def merge_deck(
    old_text: str, new: Deck, path: str, *, partial_source: str | None = None
) -> tuple[str, MergeReport]:
    """The new text of the deck file at `path`, and what was done.

    `new` is a stamped deck. `partial_source` is the article's source where only a
    part of its cards was asked for (some types, a limit): a card whose quotes
    still stand there is then not marked as gone. `DeckError` where the old file
    is not in order; nothing of it is to be overwritten then.
    """
    body = old_text.removeprefix(BOM)
    crlf = "\r\n" in body
    text = body.replace("\r\n", "\n")
    text += "" if text.endswith("\n") else "\n"
    old = split_deck(text, path)
    merging = _Merging(old, new, partial_source)
    merged = joined(merging.run())
    _verify(merged, merging, path)
    if crlf:
        merged = merged.replace("\n", "\r\n")
    return old_text[: len(old_text) - len(body)] + merged, merging.report


class _Merging:
    def __init__(self, old: Blocks, new: Deck, partial_source: str | None) -> None:
        self.old, self.new, self.partial_source = old, new, partial_source
        self.old_prints = prints_of(old.deck.made)
        self.prints: dict[str, str] = {}
        self.kept: list[Card] = []
        self.counts = dict.fromkeys(
            ("added", "updated", "same", "edited", "own", "gone", "deleted"), 0
        )
        self.header_kept = False

    @property
    def report(self) -> MergeReport:
        return MergeReport(**self.counts, header_kept=self.header_kept)

    def run(self) -> Blocks:
        header, cards = self.header(), tuple(self.cards())
        foot = _without_made(self.old.foot) + dump_made(entries(self.old_prints | self.prints))
        return replace(self.old, header=header, cards=cards, foot=foot)

    def header(self) -> str:
        """Everything before the cards: new, unless a person changed it."""
        deck, new = self.old.deck, replace(self.new, id=self.old.deck.id)
        lines = self.old.header
        if self.old_prints.get(HEADER) == fingerprint(lines):
            header = dump_header(new)
            self.prints[HEADER] = fingerprint(header)
            return header
        self.header_kept = True
        if deck.source is None and new.source:
            lines += dump_source(new.source) + "\n"
        elif deck.source and new.source and _SHA256.fullmatch(deck.source.sha256):
            lines = lines.replace(deck.source.sha256, new.source.sha256)
        known = {(w.kind, w.message) for w in deck.warnings}
        fresh = [dump_warning(w) for w in new.warnings if (w.kind, w.message) not in known]
        if fresh and "\nwarnings:\n" in lines:
            lines = lines.replace("\nwarnings:\n", "\n".join(["\nwarnings:", *fresh, ""]))
        elif fresh and not deck.warnings:
            lines += "\n".join(["warnings:", *fresh, ""])
        return lines

    def cards(self) -> list[Block]:
        old = [block.card for block in self.old.cards]
        pairs = match_cards(old, self.new.cards)
        matched = {at_old: self.new.cards[at_new] for at_new, at_old in pairs.items()}
        after: dict[int, list[Block]] = {}
        last = -1
        for at, card in enumerate(self.new.cards):
            if at in pairs:
                last = pairs[at]
            elif card.id in self.old_prints:
                # Once made and no longer in the file, where the same id would have matched.
                self.counts["deleted"] += 1
            else:
                self.counts["added"] += 1
                after.setdefault(last, []).append(self.generated(card, ""))
        out = after.get(-1, [])
        for at, block in enumerate(self.old.cards):
            out += [self.one(block, matched.get(at)), *after.get(at, [])]
        return out

    def generated(self, card: Card, tail: str) -> Block:
        text = dump_card(card)
        self.prints[card.id] = fingerprint(text)
        return Block(card, text, tail)

    def one(self, block: Block, new: Card | None) -> Block:
        """What becomes of one card of the old file."""
        mark = self.old_prints.get(block.card.id)
        untouched = mark == fingerprint(block.text)
        if new is not None and untouched:
            card = replace(new, id=block.card.id)
            self.counts["same" if card == block.card else "updated"] += 1
            return self.generated(card, block.tail)
        if not untouched:
            self.counts["own" if mark is None else "edited"] += 1
            self.kept.append(block.card)
        if new is not None:
            return _located(_ungone(block), new)
        if mark is None or self.still_true(block.card):
            return block
        self.counts["gone"] += 1
        return _gone(block)

    def still_true(self, card: Card) -> bool:
        if self.partial_source is None:
            return False
        return not grounding_flaws(replace(card, spans=()), self.partial_source)


def _gone(block: Block) -> Block:
    if block.card.gone:
        return block
    return replace(block, text=f"{block.text}{' ' * block.indent}{GONE_LINE}\n")


def _ungone(block: Block) -> Block:
    lines = block.text.splitlines(keepends=True)
    return replace(block, text="".join(line for line in lines if line.strip() != GONE_LINE))


def _located(block: Block, new: Card) -> Block:
    """The block with the spans of the new article, where the quotes are the same."""
    old = block.card
    line, fresh = _span_line(old.spans), _span_line(new.spans)
    if old.quotes != new.quotes or not line or not fresh:
        return block
    return replace(block, text=block.text.replace(line, fresh))


def _span_line(spans: tuple[Span, ...]) -> str:
    lines = dump_card(Card("qa", "", "", spans=spans)).splitlines(keepends=True)
    return next((line for line in lines if line.startswith("  span: ")), "")


def _without_made(foot: str) -> str:
    """The lines after the cards without the record of what was made."""
    kept, inside = [], False
    for line in foot.splitlines(keepends=True):
        inside = line.startswith("made:") or (inside and line.startswith(" "))
        if not inside:
            kept.append(line)
    return "".join(kept)


def _verify(text: str, merging: _Merging, path: str) -> None:
    """Read the result back: it has to be in order and hold a person's cards unchanged."""
    file = parse_deck(text, path)
    found = {card.id: card for card in file.deck.cards} if file.deck else {}
    kept = all(card.id in found and _same(found[card.id], card) for card in merging.kept)
    if file.problems or not kept:
        message = _(
            "{path}: the new cards cannot be put beside a person's edits; nothing was changed"
        )
        raise DeckError(message.format(path=path))


def _same(one: Card, other: Card) -> bool:
    return replace(one, spans=(), gone=False) == replace(other, spans=(), gone=False)
