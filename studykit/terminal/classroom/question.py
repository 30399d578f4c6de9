"""The question on the teacher's screen: options, the picture of the votes, and the notes."""

from string import ascii_uppercase
from typing import TYPE_CHECKING

from studykit.cards.model import Card
from studykit.classroom.asked import Asked
from studykit.classroom.room import Room
from studykit.messages import _
from studykit.terminal.card import filled, head, notes, prompt, proof, solution
from studykit.terminal.classroom.look import Shown
from studykit.terminal.classroom.picture import advice, picture
from studykit.terminal.names import truth
from studykit.terminal.text import one_line, plain
from studykit.terminal.wrap import Block

if TYPE_CHECKING:
    from rich.console import RenderableType

# So few are named; more is a list that nobody reads.
FEW = 6


def question(shown: Shown) -> "list[RenderableType]":
    """What is asked; once the vote is closed, its picture; below it what only the teacher sees."""
    room = shown.room
    one = room.questions[room.question]
    told = shown.notes or room.is_revealed(room.question)
    filled_in = told and one.card.type == "cloze"
    text = filled(one.card) if filled_in else prompt(one.card)
    asked: list[RenderableType] = [Block(text), ""]
    if room.phase == "open":
        body = [*_offered(one, told=told), *(_notes(shown) if told else _covered())]
        return [*head(one.card), *asked, *body, *_waiting_for(shown)]
    votes = [*picture(room, told=told), *advice(room)]
    return [*asked, *votes, *(_notes(shown) if told else _covered())]


def _offered(one: Asked, *, told: bool) -> "list[RenderableType]":
    out: list[RenderableType] = []
    for at, option in enumerate(one.options):
        right = told and one.kind == "choice" and at == one.key
        sign = f"  {'✓' if right else ' '} {ascii_uppercase[at]}. "
        out.append(Block(plain(option, "bold green" if right else ""), 7, sign))
    return [*out, ""] if out else []


def _notes(shown: Shown) -> "list[RenderableType]":
    room = shown.room
    card = room.questions[room.question].card
    return [*_answer(room, card), *notes(card), *proof(card, shown.original(card).line_of)]


def _answer(room: Room, card: Card) -> "list[RenderableType]":
    """The answer where neither an option, a bar nor a filled blank shows it."""
    if not isinstance(card.answer, bool):
        return solution(card, None)
    return [Block(plain(truth(card.answer), "bold green")), ""] if room.phase == "open" else []


def _covered() -> "list[RenderableType]":
    return [Block(plain(_("Answer and notes are covered; h shows them."), "dim"))]


def _waiting_for(shown: Shown) -> "list[RenderableType]":
    """Who has not answered yet, once they are few."""
    given = shown.room.answers(*shown.room.vote)
    left = [one for one in shown.room.here if one.id not in given and shown.is_connected(one.id)]
    if not given or not 0 < len(left) <= FEW:
        return []
    names = _(", ").join(one_line(one.name) for one in left)
    return ["", Block(plain(_("Still to answer: {names}").format(names=names), "dim"))]
