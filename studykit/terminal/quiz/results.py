"""What a quiz came to: the score, the time, and what was missed with its quotes."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from studykit.cards.model import Card
from studykit.messages import _, ngettext
from studykit.quiz.quiz import Quiz
from studykit.quiz.score import by_type, score_of
from studykit.statistics.wording import percent
from studykit.terminal.answering.original import Original
from studykit.terminal.answering.typed import SIGNS, STYLES
from studykit.terminal.card import QUIET, RIGHT
from studykit.terminal.intervals import time_taken
from studykit.terminal.listing import answer_line
from studykit.terminal.names import truth, type_name
from studykit.terminal.quiz.views import points_words
from studykit.terminal.text import one_line, plain
from studykit.terminal.wrap import Block

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

OriginalOf = Callable[[str], Original]
"""The article that a card was made from."""


def score_lines(quiz: Quiz) -> "list[RenderableType]":
    """Points, how many were right, near and wrong, the time, and each type by itself."""
    score = score_of(quiz)
    words = ngettext("{points} of {n} point", "{points} of {n} points", score.questions)
    points = words.format(points=points_words(score.points), n=score.questions)
    counts = plain("")
    for sign, number, style in (
        (SIGNS["right"], score.right, STYLES["right"]),
        (SIGNS["near"], score.near, STYLES["near"]),
        (SIGNS["wrong"], score.wrong, STYLES["wrong"]),
    ):
        counts.append_text(plain(f"{sign} {number}   ", style if number else QUIET))
    if score.unanswered:
        said = _("not answered {n}").format(n=score.unanswered)
        counts.append_text(plain(said, "bold"))
    out: list[RenderableType] = [
        Block(plain(f"{points} · {percent(score.share)}", "bold")),
        Block(counts),
        Block(plain(_time(quiz))),
    ]
    kinds = by_type(quiz)
    if len(kinds) > 1:
        each = (
            f"{type_name(kind)} {points_words(own.points)}/{own.questions}"
            for kind, own in kinds.items()
        )
        out.append(Block(plain(" · ".join(each), QUIET)))
    return out


def _time(quiz: Quiz) -> str:
    took = time_taken(quiz.spent / 1000)
    if quiz.out_of_time:
        return _("{time}; time was up").format(time=took)
    if not quiz.done:
        return took
    each = quiz.spent / 1000 / quiz.done
    return _("{time}, {each} s each").format(time=took, each=f"{each:.1f}".removesuffix(".0"))


def missed_lines(quiz: Quiz, original: OriginalOf) -> "list[RenderableType]":
    """What was not quite right: what was said, what is right, the quotes and their place."""
    out: list[RenderableType] = []
    for at in quiz.missed:
        card, answer = quiz.questions[at].card, quiz.answers[at]
        sign = f"{at + 1:>3}. "
        out += ["", Block(plain(one_line(card.prompt), "bold"), len(sign), sign)]
        if answer and answer.typed:
            said = one_line(" / ".join(answer.typed))
            if card.type == "truefalse":
                said = truth(answer.typed == ("true",))
            mark = f"     {SIGNS[answer.grade]} "
            out.append(Block(plain(said, STYLES[answer.grade]), len(mark), mark))
        elif answer is None:
            out.append(Block(plain(_("not answered"), QUIET), 5))
        out.append(Block(plain(answer_line(card), RIGHT), 7, "     → "))
        out += _quotes(card, original(card.id))
    return out


def _quotes(card: Card, article: Original) -> "list[RenderableType]":
    """The quotes of a card, each with its line, and the article or at least the section."""
    out: list[RenderableType] = []
    for at, quote in enumerate(card.quotes):
        line = article.line_of(card.spans[at].start) if at < len(card.spans) else None
        words = article.path if line is None else f"{article.path}:{line}"
        text = plain("「" + one_line(quote) + "」", "italic")
        place = one_line(words or card.section)
        out.append(Block(text.append_text(plain(f"  {place}", f"not italic {QUIET}")), 5))
    return out


def print_results(
    console: "Console", quiz: Quiz, original: OriginalOf, notes: Sequence[str]
) -> None:
    """Print what a quiz came to, or how to go on with one that was left half-way."""
    console.print()
    for note in notes:
        console.print(Block(plain(one_line(note), "yellow"), 2, "! "))
    if quiz.ended:
        for line in (*score_lines(quiz), *missed_lines(quiz, original)):
            console.print(line)
        return
    words = _("{done} of {n} answered. Go on with: studykit quiz --resume")
    console.print(Block(plain(words.format(done=quiz.done, n=len(quiz.questions)), "bold")))
