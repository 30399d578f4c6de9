"""Questions of every kind for the tests of the room, with a canary in every part of a solution."""

from random import Random

from studykit.cards.model import Card
from studykit.classroom.asked import asked
from studykit.classroom.model import Rules
from studykit.classroom.room import Room
from studykit.questions.arrange import shuffled

CANARY = "金丝雀"


def judge(card, typed):
    """Word for word: what grading makes of it is not the room's."""
    right = sum(a == b for a, b in zip(card.answers, typed, strict=False))
    return right / max(len(card.answers), len(typed))


def _card(kind, answer, **more):
    return Card(
        kind,
        more.pop("prompt", f"这是一道{kind}题？"),
        answer,
        id=f"card-{kind}",
        quotes=(f"{CANARY}原文",),
        explanation=f"{CANARY}解释",
        accept=(f"{CANARY}别名",),
        **more,
    )


CARDS = {
    "choice": _card("choice", "乙", options=("甲", "乙", "丙", "丁")),
    "truefalse": _card("truefalse", True),
    "numeric": _card("numeric", f"{CANARY}36.5吨"),
    "qa": _card("qa", f"{CANARY}问答"),
    "cloze": _card("cloze", (f"{CANARY}一", f"{CANARY}二"), prompt="____和____是什么？"),
    "list": _card("list", (f"{CANARY}东", f"{CANARY}西", f"{CANARY}南")),
    "ordered": _card("list", ("先看", "后想", "再做"), ordered=True),
}
KINDS = tuple(CARDS)


def questions(kinds=KINDS, seed=1):
    rng = Random(seed)
    return [asked(shuffled(CARDS[kind], rng), rng) for kind in kinds]


def room(kinds=KINDS, **rules):
    return Room(questions(kinds), Rules(**rules), judge)


def right_answer(one):
    """What a player sends who knows it."""
    if one.key is not None:
        return one.key
    return one.card.answers[0] if one.kind == "text" else one.card.answers


def wrong_answer(one):
    """What a player sends who does not."""
    match one.kind:
        case "choice":
            return (one.key + 1) % len(one.options)
        case "truefalse":
            return not one.key
        case "order":
            return (*one.key[1:], one.key[0])
        case "text":
            return "不知道"
    return ("不知道",) * max(1, one.blanks)
