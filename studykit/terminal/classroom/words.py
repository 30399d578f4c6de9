"""Answers of a class in words."""

from studykit.classroom.asked import Asked
from studykit.classroom.instruction import Shift
from studykit.messages import _
from studykit.terminal.names import truth
from studykit.terminal.text import one_line


def answer_words(one: Asked, words: tuple[str, ...]) -> str:
    """What was answered, in one line; `words` as `classroom.asked.in_words` gives them."""
    if one.kind == "truefalse":
        return truth(words[0] == "true")
    join = " → " if one.kind == "order" else _(", ")
    return one_line(join.join(word or "–" for word in words))


def key_words(one: Asked) -> str:
    """The right answer in one line."""
    answer = one.card.answer
    if isinstance(answer, bool):
        return truth(answer)
    return answer_words(one, one.card.answers)


def shift_words(moved: Shift) -> str:
    """What a discussion changed."""
    words = _("Of {n} who voted both times {before} were right, then {after} (+{gained} −{lost})")
    line = words.format(
        n=moved.voters,
        before=moved.right_before,
        after=moved.right_after,
        gained=moved.gained,
        lost=moved.lost,
    )
    if moved.gain is not None:
        line += _("; gain {gain}").format(gain=f"{moved.gain:.2f}")
    return line
