"""The question on the teacher's screen: options, the picture of the votes, and the notes."""

from string import ascii_uppercase
from typing import TYPE_CHECKING

from studykit.cards.model import Card
from studykit.classroom.asked import Asked
from studykit.messages import _
from studykit.terminal.card import filled, head, notes, prompt, proof, solution
from studykit.terminal.classroom.look import Shown
from studykit.terminal.classroom.picture import advice, picture
from studykit.terminal.names import truth
from studykit.terminal.text import plain
from studykit.terminal.wrap import Block

if TYPE_CHECKING:
    from rich.console import RenderableType


def question(shown: Shown) -> "list[RenderableType]":
    """What is asked; once the vote is closed, its picture; below it what only the teacher sees."""
    room = shown.room
    one = room.questions[room.question]
    told = shown.notes or room.is_revealed(room.question)
    filled_in = told and one.card.type == "cloze"
    asked = [*head(one.card), Block(filled(one.card) if filled_in else prompt(one.card)), ""]
    if room.phase == "open":
        body = _offered(one, told=told)
    else:
        body = [*picture(room, told=told), *advice(room)]
    return [*asked, *body, *(_notes(one, shown) if told else _covered())]


def _offered(one: Asked, *, told: bool) -> "list[RenderableType]":
    out: list[RenderableType] = []
    for at, option in enumerate(one.options):
        right = told and one.kind == "choice" and at == one.key
        sign = f"  {'✓' if right else ' '} {ascii_uppercase[at]}. "
        out.append(Block(plain(option, "bold green" if right else ""), 7, sign))
    return [*out, ""] if out else []


def _notes(one: Asked, shown: Shown) -> "list[RenderableType]":
    card = one.card
    return [
        *_answer(card),
        *notes(card),
        *proof(card, shown.original(card).line_of),
    ]


def _answer(card: Card) -> "list[RenderableType]":
    """The answer where neither an option nor a filled blank shows it."""
    if isinstance(card.answer, bool):
        return [Block(plain(truth(card.answer), "bold green")), ""]
    return solution(card, None)


def _covered() -> "list[RenderableType]":
    return [Block(plain(_("Answer and notes are covered; h shows them."), "dim"))]
