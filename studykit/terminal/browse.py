"""Turning over the cards of a deck on the screen, answers shown."""

from typing import TYPE_CHECKING

from studykit.cards.model import Card
from studykit.messages import _
from studykit.terminal.card import LineOf, answer
from studykit.terminal.footer import footer
from studykit.terminal.keys import Keys
from studykit.terminal.screen import SCROLL_KEYS, Screen, View
from studykit.terminal.text import one_line, plain

if TYPE_CHECKING:
    from rich.console import RenderableType

_STEPS = {"right": 1, "space": 1, "enter": 1, "n": 1, "left": -1, "p": -1}


def browse(cards: tuple[Card, ...], title: str, screen: Screen, keys: Keys, line_of: LineOf) -> int:
    """Let a person turn over the cards; gives the index of the last one looked at."""
    at = 0
    with screen.open():
        while cards:
            screen.draw(_view(cards, at, title, line_of))
            key = keys.read()
            if key in ("q", "eof", "escape"):
                break
            if key in SCROLL_KEYS:
                screen.scroll(key)
            elif key in _STEPS:
                at = max(0, min(len(cards) - 1, at + _STEPS[key]))
                screen.to_top()
    return at


def _view(cards: tuple[Card, ...], at: int, title: str, line_of: LineOf) -> View:
    header: list[RenderableType] = [plain(f"  {at + 1}/{len(cards)}  {one_line(title)}", "dim"), ""]
    keys = [("←", _("back")), ("→", _("next")), ("↑ ↓", _("scroll")), ("q", _("quit"))]
    return View(header, answer(cards[at], None, line_of), footer(keys))
