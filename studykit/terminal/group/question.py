"""The question on the screen, with who may answer it and what was answered."""

from string import ascii_uppercase
from typing import TYPE_CHECKING

from studykit.cards.model import Card
from studykit.group.game import Game
from studykit.group.scores import gains
from studykit.terminal.answering.around import around_quotes
from studykit.terminal.answering.faces import face
from studykit.terminal.answering.turn import Turn
from studykit.terminal.card import filled, head, notes, prompt, proof
from studykit.terminal.group.big import Frame, set_apart
from studykit.terminal.group.header import MOST_NAMES
from studykit.terminal.group.look import Shown
from studykit.terminal.group.team_keys import verdict_keys
from studykit.terminal.group.words import attempt_line, team_name
from studykit.terminal.names import truth
from studykit.terminal.screen import SIGHT
from studykit.terminal.text import plain
from studykit.terminal.wrap import Block

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.style import Style
    from rich.text import Text


def body(shown: Shown) -> "list[RenderableType]":
    """The question, or with its answer; below it the teams."""
    game, card = shown.game, shown.game.card
    if shown.turn is not None:
        return face(shown.turn, shown.original)
    if game.phase == "shown":
        return [*_answer(shown), "", *_verdicts(shown)]
    asked = _asked_big(card) if shown.look.big else face(Turn(card), shown.original)
    return [*asked, *_attempts(game), *_free(shown)]


def _asked_big(card: Card) -> "list[RenderableType]":
    letters = (f"{letter}. " for letter in ascii_uppercase)
    texts = (plain(set_apart(option), "bold") for option in card.options)
    offered = tuple(zip(letters, texts, strict=False))
    asked = [*head(card), Frame.of(_apart(prompt(card)), style="cyan")]
    return [*asked, *([Frame(offered)] if offered else []), ""]


def _apart(text: "Text") -> "Text":
    """A text with its characters set apart, its styles kept."""
    apart = plain("")
    plain_text = text.plain
    for at in range(len(plain_text)):
        apart.append_text(text[at])
        if set_apart(plain_text[at : at + 2]) != plain_text[at : at + 2]:
            apart.append(" ")
    return apart


def _answer(shown: Shown) -> "list[RenderableType]":
    card, original = shown.game.card, shown.original
    if not shown.look.big:
        return face(Turn(card, "shown"), original, around=shown.around)
    asked = filled(card) if card.type == "cloze" else prompt(card)
    right = plain(set_apart(_solution(card)), "bold green")
    quotes = around_quotes(card, original) if shown.around else proof(card, original.line_of)
    frames = (Frame.of(_apart(asked), style="cyan"), Frame.of(right, "✓ ", "green"))
    return [*head(card), *frames, "", *notes(card), *quotes]


def _solution(card: Card) -> str:
    if isinstance(card.answer, bool):
        return truth(card.answer)
    if card.answer in card.options:
        return f"{ascii_uppercase[card.options.index(card.answer)]}. {card.answer}"
    return "\n".join(card.answers)


def _attempts(game: Game) -> "list[RenderableType]":
    """What was answered so far, wrongly."""
    if not game.attempts:
        return []
    earned = gains(game)
    lines = (attempt_line(game, one, one.team, earned[one.team]) for one in game.attempts)
    return [*(Block(line) for line in lines), ""]


def _free(shown: Shown) -> "list[RenderableType]":
    """The teams that may take the floor, each with its key, where the head has no room."""
    game = shown.game
    if len(game.setup.teams) <= MOST_NAMES or not game.free:
        return []
    line = plain("")
    for team in game.free:
        line.append(f" {shown.look.keys[team].upper()} ", "reverse bold")
        line.append_text(plain(f" {team_name(game, team)}   "))
    return [Block(line)]


def _verdicts(shown: Shown) -> "list[RenderableType]":
    """The teams with their verdicts; the one at the cursor is pointed at."""
    game = shown.game
    earned = gains(game)
    out: list[RenderableType] = []
    for team in listed_teams(game):
        pointed = team == shown.cursor
        key = verdict_keys(len(game.setup.teams))[team].upper()
        line = attempt_line(game, game.current.of(team), team, earned[team])
        if pointed:
            line.stylize(_in_sight(), 0, 1)
        sign = f"  {'›' if pointed else ' '} {key}  "
        out.append(Block(line, len(sign), sign))
    return out


def listed_teams(game: Game) -> tuple[int, ...]:
    """The teams whose verdicts are listed: all who wrote, else who answered or was to answer."""
    teams = range(len(game.setup.teams))
    if game.setup.mode == "all-write":
        return tuple(teams)
    return tuple(team for team in teams if game.current.of(team) or team == game.turn)


def _in_sight() -> "Style":
    from rich.style import Style

    return Style.from_meta({SIGHT: True})
