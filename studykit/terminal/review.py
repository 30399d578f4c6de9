"""The first pass through a deck, one card a screen, by keyboard alone."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studykit.cards.model import Card
from studykit.messages import _, ngettext
from studykit.review import RATINGS, Rating, Review
from studykit.terminal.card import LineOf, Picked, answer, is_right, picked_by, question
from studykit.terminal.footer import footer
from studykit.terminal.keys import Keys
from studykit.terminal.names import rating_name
from studykit.terminal.screen import SCROLL_KEYS, Screen, View
from studykit.terminal.text import one_line, plain
from studykit.terminal.wrap import Block

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderableType, RenderResult

# Short enough to stay in 80 columns even where the terminal draws it twice as wide.
_BAR_CELLS = 30
_LEAVE = ("q", "eof")
_GO_ON = ("space", "enter")


@dataclass(frozen=True, slots=True)
class _Face:
    """What of the current card is to be seen."""

    shown: bool = False
    picked: Picked = None


def run_review(review: Review, title: str, screen: Screen, keys: Keys, line_of: LineOf) -> Review:
    """Lead a learner through the pass; gives where it stood when they left."""
    face = _Face()
    with screen.open():
        while True:
            screen.draw(_view(review, title, face, line_of))
            key = keys.read()
            if key in _LEAVE:
                return review
            if key in SCROLL_KEYS:
                screen.scroll(key)
                continue
            if key == "?":
                screen.to_top()
                screen.draw(_help_view(title))
                if keys.read() == "eof":
                    return review
                continue
            if review.current is None and key in _GO_ON:
                return review
            review, face, turned = _step(review, face, key)
            if turned:
                screen.to_top()


def _step(review: Review, face: _Face, key: str) -> tuple[Review, _Face, bool]:
    """The pass and the face after this key, and whether there is something new to see."""
    card = review.current
    if key == "u":
        return review.undo(), _Face(), True
    if card is None:
        return review, face, False
    if not face.shown:
        picked = picked_by(card, key)
        if picked is None and key not in _GO_ON:
            return review, face, False
        return review, _Face(True, picked), True
    rating = _suggested(card, face) if key in _GO_ON else _rating_by(key)
    if rating is None:
        return review, face, False
    return review.answer(rating), _Face(), True


def _rating_by(key: str) -> Rating | None:
    return dict(zip("1234", RATINGS, strict=True)).get(key)


def _suggested(card: Card, face: _Face) -> Rating:
    """The rating that the space bar gives: "again" after a wrong choice, else "good"."""
    return "again" if face.picked is not None and not is_right(card, face.picked) else "good"


def _view(review: Review, title: str, face: _Face, line_of: LineOf) -> View:
    card = review.current
    header = _header(review, title)
    if card is None:
        body: list[RenderableType] = [Block(plain(_("That was the last card."), "bold"))]
        return View(header, body, footer([("u", _("undo")), (_("Enter"), _("leave"))]))
    if not face.shown:
        turn = [(_("Space"), _("show the answer"))]
        if card.options:
            turn = [(f"a–{chr(ord('a') + len(card.options) - 1)}", _("choose")), *turn]
        elif card.type == "truefalse":
            turn = [("t", _("true")), ("f", _("false")), *turn]
        return View(header, question(card), footer([*turn, *_common(review)]))
    default = _suggested(card, face)
    ratings = [
        (str(n), rating_name(one) + (_(" (Space)") if one == default else ""))
        for n, one in enumerate(RATINGS, 1)
    ]
    return View(header, answer(card, face.picked, line_of), footer([*ratings, *_common(review)]))


def _common(review: Review) -> list[tuple[str, str]]:
    undo = [("u", _("undo"))] if review.rated else []
    return [*undo, ("?", _("help")), ("q", _("quit"))]


def _header(review: Review, title: str) -> "list[RenderableType]":
    again = len({card for card in review.missed if card in review.queue})
    words = ngettext("{n} to come back", "{n} to come back", again).format(n=again) if again else ""
    name = plain("  " + one_line(title), "dim")
    name.no_wrap, name.overflow = True, "ellipsis"
    return [name, _Progress(review.done, review.total, words), ""]


@dataclass(frozen=True, slots=True)
class _Progress:
    """A bar, as long as the window allows, with what it stands for."""

    done: int
    total: int
    words: str

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> "RenderResult":
        from rich.text import Text

        said = Text(f"  {self.done}/{self.total}")
        if self.words:
            said.append(f" · {self.words}", "yellow")
        cells = max(0, min(_BAR_CELLS, options.max_width - said.cell_len - 2))
        filled = cells * self.done // self.total if self.total else 0
        bar = Text("  ").append("━" * filled, "green").append("─" * (cells - filled), "dim")
        yield bar.append_text(said) if cells else said


def _help_view(title: str) -> View:
    from rich.table import Table
    from rich.text import Text

    rows = [
        (_("Space, Enter"), _("show the answer; then rate it as suggested")),
        ("a b c d", _("choose an option")),
        ("t f", _("true, false")),
        ("1 2 3 4", _("rate: again (comes back later), hard, good, easy")),
        ("u", _("undo the last rating")),
        ("↑ ↓ PgUp PgDn", _("scroll")),
        ("q, Ctrl-C", _("quit")),
    ]
    table = Table.grid(padding=(0, 3), pad_edge=True)
    for key, what in rows:
        table.add_row(Text(key, "bold"), what)
    any_key = Text("  " + _("Any key goes back."), "dim")
    return View([plain("  " + one_line(title), "dim"), ""], [table], ["", any_key])


def print_outcome(console: "Console", review: Review) -> None:
    """Say how the pass went: counts by rating, and the cards that were missed."""
    from rich.text import Text

    console.print()
    counts = "   ".join(f"{rating_name(one)} {n}" for one, n in review.ratings.items())
    seen = ngettext("{done} of {n} card done", "{done} of {n} cards done", review.total)
    console.print(Text(seen.format(done=review.done, n=review.total), "bold"))
    console.print(counts)
    if review.missed:
        console.print(_("Worth another look:"))
        for card in review.missed:
            console.print(Block(plain(one_line(card.prompt)), 4, "  - "))
    if review.rated:
        console.print(Text(_("The ratings of this first pass are not kept."), "dim"))
