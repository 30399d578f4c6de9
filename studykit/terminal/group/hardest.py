"""The questions that gave most trouble, with their answers and the words that prove them."""

from typing import TYPE_CHECKING

from studykit.cards.model import Card
from studykit.group.game import Game
from studykit.group.report import report_of
from studykit.messages import _
from studykit.terminal.answering.original import Original
from studykit.terminal.answering.typed import SIGNS, STYLES
from studykit.terminal.card import proof
from studykit.terminal.group.words import team_name
from studykit.terminal.names import truth
from studykit.terminal.text import one_line, plain
from studykit.terminal.wrap import Block

if TYPE_CHECKING:
    from rich.console import RenderableType

# So many are told of; the report on the command line has them all.
MOST = 5


def hardest(game: Game, original: Original, most: int | None = MOST) -> "list[RenderableType]":
    """The hardest questions, the worst first; nothing where all was known."""
    found = report_of(game).hardest[:most]
    if not found:
        return []
    out: list[RenderableType] = [Block(plain(_("The hardest questions"), "bold")), ""]
    for one in found:
        sign = f"  {one.number:>2}. "
        out.append(Block(plain(one_line(one.card.prompt)), len(sign), sign))
        line = plain(answer_words(one.card), "bold green")
        for attempt in one.played.attempts:
            words = f"  {SIGNS[attempt.verdict]} {team_name(game, attempt.team)}"
            line.append_text(plain(words, STYLES[attempt.verdict]))
        out.append(Block(line, len(sign)))
        for quote in proof(one.card, original.line_of):
            assert isinstance(quote, Block)
            out.append(Block(quote.text, len(sign)))
        out.append("")
    return out


def answer_words(card: Card) -> str:
    """The answer in one line."""
    if isinstance(card.answer, bool):
        return truth(card.answer)
    return _(", ").join(one_line(one) for one in card.answers)
