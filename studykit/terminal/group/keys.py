"""The keys at the foot of the screen, for where the review stands."""

from typing import TYPE_CHECKING

from studykit.messages import _
from studykit.terminal.answering.footers import typing_keys
from studykit.terminal.answering.turn import can_type
from studykit.terminal.footer import footer
from studykit.terminal.group.look import Shown
from studykit.terminal.group.words import team_name

if TYPE_CHECKING:
    from rich.console import RenderableType

Keys = list[tuple[str, str]]


def foot(shown: Shown) -> "list[RenderableType]":
    """The line of keys."""
    game = shown.game
    if shown.leaving:
        return footer([("q", _("leave; everything is kept")), (_("any key"), _("go on"))])
    if game.pause:
        longer: Keys = [("z", _("break"))] if game.pause == "pause" else []
        return footer([*longer, (_("any key"), _("go on"))])
    if shown.turn is not None:
        return typing_keys(shown.turn, plain_line=shown.plain_line)
    if game.phase == "done":
        undo: Keys = [("u", _("undo"))] if game.can_undo else []
        return footer([*undo, (_("Enter"), _("leave"))])
    if shown.board:
        return footer([(_("Space"), _("next question")), *_common()])
    own = {
        "writing": _writing,
        "open": _open,
        "answering": _answering,
        "shown": _shown,
    }[game.phase]
    return footer([*own(shown), *_common()])


def _common() -> Keys:
    return [("u", _("undo")), ("p", _("pause")), ("?", _("all keys"))]


def _writing(shown: Shown) -> Keys:
    return [(_("Space"), _("show the answer")), ("-", _("skip"))]


def _open(shown: Shown) -> Keys:
    game = shown.game
    keys: Keys = [(_("Space"), _("nobody: show the answer"))]
    if game.attempts:
        name = team_name(game, game.attempts[-1].team)
        keys.append(("r", _("{team} was right").format(team=name)))
    return [*keys, ("-", _("skip"))]


def _answering(shown: Shown) -> Keys:
    card = shown.game.card
    keys: Keys = []
    if card.options:
        keys.append((f"a–{chr(ord('a') + len(card.options) - 1)}", _("choose")))
    elif card.type == "truefalse":
        keys += [("t", _("true")), ("f", _("false"))]
    elif can_type(card):
        keys.append(("i", _("type it")))
    keys += [("r", _("right")), ("n", _("near")), ("w", _("wrong"))]
    return [*keys, (_("Space"), _("show the answer"))]


def _shown(shown: Shown) -> Keys:
    keys: Keys = [("r", _("right")), ("n", _("near")), ("w", _("wrong"))]
    if shown.game.setup.mode == "all-write":
        keys.append(("↑ ↓", _("another team")))
    return [*keys, (_("Space"), _("scores")), ("l", _("in the article"))]
