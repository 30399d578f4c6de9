"""What a session came to, printed when it is over."""

from typing import TYPE_CHECKING

from studykit.errors import StudykitError
from studykit.messages import _, ngettext
from studykit.review import Review
from studykit.terminal.intervals import next_words, time_taken
from studykit.terminal.listing import answer_line
from studykit.terminal.names import rating_name
from studykit.terminal.review.desk import Desk
from studykit.terminal.review.views import RATING_STYLES
from studykit.terminal.text import one_line, plain
from studykit.terminal.wrap import Block

if TYPE_CHECKING:
    from rich.console import Console


def print_outcome(console: "Console", review: Review, desk: Desk) -> None:
    """Say how it went: answers by rating, time, missed cards, what comes next, what is amiss."""
    console.print()
    for note in desk.notes:
        console.print(Block(plain(one_line(note), "yellow"), 2, "! "))
    n = len(review.answers)
    if n:
        _print_answers(console, review)
        _print_missed(console, review, desk)
    else:
        console.print(plain(_("Nothing was answered."), "bold"))
    left = review.total - review.done
    if left:
        words = ngettext("{n} card is left for today.", "{n} cards are left for today.", left)
        console.print(plain(words.format(n=left)))
    following = desk.next()
    if following:
        console.print(plain(next_words(following, desk.today(), desk.zone)))


def _print_answers(console: "Console", review: Review) -> None:
    n = len(review.answers)
    spent = sum(one.ms for one in review.answers) / 1000
    words = ngettext(
        "{n} answer in {time} ({each} s each)", "{n} answers in {time} ({each} s each)", n
    )
    said = words.format(n=n, time=time_taken(spent), each=f"{spent / n:.1f}".removesuffix(".0"))
    console.print(plain(said, "bold"))
    counts = plain("")
    for rating, count in review.ratings.items():
        style = RATING_STYLES[rating] if count else "dim"
        counts.append_text(plain(f"{rating_name(rating)} {count}   ", style))
    counts.rstrip()
    console.print(counts)


def _print_missed(console: "Console", review: Review, desk: Desk) -> None:
    missed = []
    for card_id in review.missed:
        try:
            missed.append(desk.card(card_id))
        except StudykitError:  # edited away meanwhile
            continue
    if not missed:
        return
    console.print(plain(_("Worth another look:")))
    for card in missed:
        console.print(Block(plain(one_line(card.prompt)), 4, "  - "))
        console.print(Block(plain(answer_line(card), "green"), 6, "    → "))
