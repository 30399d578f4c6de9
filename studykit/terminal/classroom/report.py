"""The report of a live classroom, printed."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from studykit.cards.model import Card
from studykit.classroom.report import OfQuestion, OfStudent, Report, Wrong
from studykit.messages import _, ngettext
from studykit.statistics.wording import percent
from studykit.terminal.answering.original import Original
from studykit.terminal.card import proof
from studykit.terminal.classroom.header import players
from studykit.terminal.classroom.packed import Packed
from studykit.terminal.classroom.words import answer_words, key_words, shift_words
from studykit.terminal.plots.table import Fitted, plain_table
from studykit.terminal.text import one_line, plain
from studykit.terminal.wrap import Block

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

# So many hard questions are told of with their quotes; the page has them all.
MOST_HARD = 5
# Cells of a bar that stands for everyone.
_FULL = 10
_INDENT = 6

OriginalOf = Callable[[Card], Original]
Part = tuple[str, "list[RenderableType]"]
"""A heading and what stands below it."""


def print_report(
    console: "Console", title: str, begun: str, report: Report, original_of: OriginalOf
) -> None:
    """Print the report of a session of this title that began at `begun`, a day and time."""
    console.print(Block(plain(one_line(title), "bold"), 0))
    console.print(Block(plain(" · ".join(summary(begun, report)), "dim"), 0))
    for heading, body in _parts(report, original_of):
        console.print()
        console.print(plain(heading, "bold"))
        for one in body:
            console.print(one)


def summary(begun: str, report: Report) -> list[str]:
    """When it was, how many there were, and how well it went."""
    n = len(report.questions)
    words = ngettext("{n} question", "{n} questions", n).format(n=n)
    out = [begun, players(len(report.students)), words]
    if report.share is not None:
        out.append(_("{share} right at first").format(share=percent(report.share)))
    return out


def _parts(report: Report, original_of: OriginalOf) -> Iterator[Part]:
    if report.questions:
        yield _("By question"), [_questions(report)]
    if report.misconceptions:
        found = [_misconception(one) for one in report.misconceptions]
        yield _("Sure and wrong"), [line for lines in found for line in lines]
    if report.hardest:
        hard = [_hard(one, original_of) for one in report.hardest[:MOST_HARD]]
        yield _("Hardest at first"), [line for lines in hard for line in lines][:-1]
    if report.teams:
        yield _("Teams, points for each player"), [_teams(report)]
    if report.students:
        yield _("Students"), [_students(report)]


def _questions(report: Report) -> Fitted:
    discussed = any(one.shift for one in report.questions)
    later = [_("discussed"), _("gain")] if discussed else []
    table = plain_table(_("question"), _("answers"), _("right at first"), *later)
    for one in report.questions:
        after = [_last(one), _gain(one)] if discussed else []
        name = plain(f"{one.number:>2}. {one_line(one.asked.prompt)}")
        table.add_row(name, str(one.first.answers or ""), _bar(one.share), *after)
    return Fitted(table)


def _bar(share: float | None) -> "RenderableType":
    if share is None:
        return "–"
    cells = round(share * _FULL)
    line = plain("█" * cells, "cyan")
    line.append("░" * (_FULL - cells), "dim")
    return line.append(f"{percent(share):>5}", "not dim")


def _last(one: OfQuestion) -> str:
    """The share that was right in the last vote after a discussion."""
    vote = one.votes[-1]
    return percent(vote.right / vote.answers) if one.shift and vote.answers else ""


def _gain(one: OfQuestion) -> str:
    gain = one.shift.gain if one.shift else None
    return "" if gain is None else f"{gain:.2f}"


def _misconception(one: OfQuestion) -> "list[RenderableType]":
    counts = [str(wrong.sure) for wrong in one.misconceptions]
    return _question(one, "", list(zip(one.misconceptions, counts, strict=True)))


def _hard(one: OfQuestion, original_of: OriginalOf) -> "list[RenderableType]":
    share = f"{one.first.right}/{one.first.answers}"
    out = _question(one, share, [(wrong, _times(wrong)) for wrong in one.wrong])
    if one.shift:
        out.append(Block(plain(shift_words(one.shift)), _INDENT))
    card = one.asked.card
    for quote in proof(card, original_of(card).line_of):
        assert isinstance(quote, Block)
        out.append(Block(quote.text, _INDENT))
    return [*out, ""]


def _question(
    one: OfQuestion, share: str, wrong: list[tuple[Wrong, str]]
) -> "list[RenderableType]":
    """What is asked, and below it what is right and what was wrong, each with its count."""
    sign = f"  {one.number:>2}. "
    answers = [_answer("✓ " + key_words(one.asked), "green", share)]
    for each, count in wrong:
        answers.append(_answer("✗ " + answer_words(one.asked, each.words), "red", count))
    return [
        Block(plain(one_line(one.asked.prompt)), _INDENT, sign),
        Packed(answers, _INDENT),
    ]


def _answer(words: str, style: str, count: str) -> "Text":
    line = plain("").append_text(plain(words, style))
    return line.append(f" {count}", "dim") if count else line


def _times(wrong: Wrong) -> str:
    if not wrong.sure:
        return str(wrong.count)
    sure = ngettext("{n} sure", "{n} sure", wrong.sure).format(n=wrong.sure)
    return f"{wrong.count} ({sure})"


def _teams(report: Report) -> Fitted:
    table = plain_table(_("team"), _("points"))
    for rank, name, points in report.teams:
        table.add_row(plain(f"{rank:>2}. {one_line(name)}"), f"{points:g}")
    return Fitted(table)


def _students(report: Report) -> Fitted:
    after = any(one.shift for one in report.questions)
    later = [_("discussed")] if after else []
    headings = (_("right at first"), *later, _("sure but wrong"), _("points"))
    table = plain_table(_("student"), *headings)
    for one in report.students:
        told = [f"{one.after}/{len(report.questions)}"] if after else []
        row = (f"{one.right}/{len(report.questions)}", *told, str(one.sure_wrong or ""))
        table.add_row(_name(one), *row, plain(str(one.points), "bold"))
    return Fitted(table)


def _name(one: OfStudent) -> "RenderableType":
    line = plain(f"{one.rank:>2}. {one_line(one.player.name)}")
    if not one.player.learner:
        line.append_text(plain("  " + _("guest"), "dim"))
    return line.append_text(plain(f"  {one_line(one.team)}", "dim")) if one.team else line
