"""The picture of the votes on a question, and what it advises."""

from collections import Counter
from string import ascii_uppercase
from typing import TYPE_CHECKING

from studykit.classroom.asked import Asked, in_words
from studykit.classroom.room import Room
from studykit.classroom.tally import Bar, shift_of, tally
from studykit.messages import _, ngettext
from studykit.terminal.classroom.words import answer_words, shift_words
from studykit.terminal.text import plain
from studykit.terminal.wrap import Block

if TYPE_CHECKING:
    from rich.console import RenderableType

# Cells of a bar that stands for everyone; beside it the count and the percentage.
FULL = 40


def picture(room: Room, *, told: bool) -> "list[RenderableType]":
    """Each answer with a bar for every vote; `told` marks what is right."""
    one = room.questions[room.question]
    votes = [_counts(room, at) for at in range(1, room.round + 1)]
    found = tally(room, room.vote)
    out: list[RenderableType] = []
    for number, bar in enumerate(found.bars):
        out.append(_named(one, bar, number, told=told))
        for at, vote in enumerate(votes, 1):
            if not vote:
                continue
            label = f"{at} " if len(votes) > 1 else ""
            out.append(_bar(vote[bar.words], vote.total(), label, last=at == len(votes)))
    if found.others:
        words = ngettext("and {n} other answer", "and {n} other answers", found.others)
        out.append(Block(plain(words.format(n=found.others), "dim"), 7))
    if not found.answers:
        out = [*out, Block(plain(_("Nobody has answered."), "dim"))]
    return [*out, ""]


def advice(room: Room) -> "list[RenderableType]":
    """How many are right, what a discussion changed, and whether to discuss."""
    found = tally(room, room.vote)
    if not found.answers:
        return []
    share = f"{found.right / found.answers:.0%}"
    words = _("{right} of {all} right ({share})")
    line = words.format(right=found.right, all=found.answers, share=share)
    if found.sure_wrong:
        sure = ngettext("{n} sure but wrong", "{n} sure but wrong", found.sure_wrong)
        line += " · " + sure.format(n=found.sure_wrong)
    out: list[RenderableType] = [Block(plain(line, "bold"))]
    moved = shift_of(room, room.question)
    if moved:
        out.append(Block(plain(shift_words(moved))))
    if room.phase == "closed" and found.worth_discussing and room.round == 1:
        words = _("30–70% right: let them discuss, then vote again.")
        out.append(Block(plain(words, "bold yellow")))
    return [*out, ""]


def _named(one: Asked, bar: Bar, number: int, *, told: bool) -> Block:
    mark = " "
    style = ""
    if told:
        mark, style = ("✓", "bold green") if bar.right else (" ", "")
    letter = f"{ascii_uppercase[number]}. " if one.kind == "choice" else ""
    sign = f"  {mark} {letter}"
    return Block(plain(answer_words(one, bar.words), style), len(sign), sign)


def _bar(count: int, answers: int, label: str, *, last: bool) -> Block:
    share = count / answers if answers else 0.0
    cells = max(round(share * FULL), 1 if count else 0)
    line = plain(label, "dim")
    line.append("█" * cells, "cyan" if last else "dim cyan")
    line.append(f"{' ' if cells else ''}{count}", "" if last else "dim")
    line.append(f"  {share:.0%}", "dim")
    return Block(line, 7)


def _counts(room: Room, round_: int) -> Counter[tuple[str, ...]]:
    one = room.questions[room.question]
    given = room.answers(room.question, round_).values()
    return Counter(in_words(one, each.answer) for each in given)
