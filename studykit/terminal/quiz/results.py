"""What a quiz came to: the score, the time, and what was missed with its quotes."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from studykit.messages import _, ngettext
from studykit.quiz.quiz import Quiz
from studykit.quiz.score import by_type, score_of
from studykit.statistics.wording import percent
from studykit.terminal.answering.original import Original
from studykit.terminal.answering.typed import SIGNS, STYLES
from studykit.terminal.card import QUIET, RIGHT, proof
from studykit.terminal.intervals import time_taken
from studykit.terminal.listing import answer_line
from studykit.terminal.names import truth, type_name
from studykit.terminal.quiz.views import points_words
from studykit.terminal.text import one_line, plain
from studykit.terminal.wrap import Block

if TYPE_CHECKING:
    from rich.console import RenderableType

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
        article = original(card.id)
        if card.quotes:
            out += proof(card, article.line_of)
            if article.path:
                out.append(Block(plain(one_line(article.path), QUIET), 5))
    return out
