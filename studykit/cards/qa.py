"""Question and answer cards: the clause with an interrogative in place of what it tells."""

import re
from dataclasses import replace

from studykit.article.script import fold
from studykit.cards.clues import around, thin
from studykit.cards.grounding import ground, widened
from studykit.cards.halves import half
from studykit.cards.model import Card
from studykit.cards.preface import asked, led
from studykit.cards.statement_explanations import explain_statement
from studykit.cards.voice import Voice
from studykit.facts.model import HOLE, Statement
from studykit.facts.numerals import han_count
from studykit.facts.stems import unpaired

# 根源在于, 关键是: whose, the clause before says.
_BARE_ESSENCE = 6
_MEANS = re.compile(
    r"[，,]?(?:主要|一般|通常|就|则|也|无非)*(?:是指|指的是|即指|意指|是一种|指|是(?!因为|由于))"
)
_ESSENCE = re.compile(r"(?:还|還|就|也|则|則|仍|都|正)?(是|在于|在於|在)(?:要)?$")


def qa_card(statement: Statement, section: str, voice: Voice) -> Card | None:
    """A question for one statement, or None where it would not read well."""
    words = statement.asks or "什么"
    hint = ""
    if statement.kind == "essence":
        statement = replace(statement, before=_ESSENCE.sub(r"\1", statement.before))
    own = statement.before.removeprefix(statement.context)
    bare = statement.kind == "essence" and len(own) <= _BARE_ESSENCE
    if (bare and statement.previous and statement.masked) or thin(statement, around(statement)):
        return _in_window(statement, words, section, voice)
    if not statement.grounded and statement.kind not in (
        "definition",
        "condition",
        "reason",
        "without",
    ):
        return _in_window(statement, words, section, voice)
    if statement.kind == "definition":
        return _definition(statement, section, voice)
    if statement.items and statement.kind != "both" and words == "什么":
        hint = voice.form("（答出{n}项）", n=han_count(len(statement.items)))
    prompt = asked(statement, voice.say(words), voice)
    if half(prompt):
        return _in_window(statement, words, section, voice)
    if not _fit(prompt):
        return None
    return _card("qa", prompt + "？" + hint, statement.answer, statement, section, voice)


def _in_window(statement: Statement, words: str, section: str, voice: Voice) -> Card | None:
    """The clause with the one before it, which says what it is about."""
    masked = statement.masked.replace(HOLE, "")
    wider = statement.window[0] < statement.passage.start or bool(statement.previous)
    if not masked or thin(statement, masked) or not (wider or statement.demand):
        return None
    text = statement.masked.replace(HOLE, voice.say(words))
    prompt = led(statement, text, voice, statement.window[0] < statement.own)
    if not _fit(prompt) or statement.masked.startswith(HOLE):
        return None
    whole = replace(statement, passage=widened(statement))
    return _card("qa", prompt + "？", statement.answer, whole, section, voice)


def _definition(statement: Statement, section: str, voice: Voice) -> Card | None:
    opens = _MEANS.match(fold(statement.after))
    if opens is None:
        return None
    text = statement.after[opens.end() :]
    if len(text) < 6:
        return None
    prompt = voice.form("“{m}”，说的是哪个概念？", m=text.strip("“”「」"))
    term = statement.answer.strip("“”「」")
    return _card("qa", prompt, term.rpartition("的")[2] or term, statement, section, voice)


def _fit(prompt: str) -> bool:
    return 8 <= len(prompt) <= 110


def _card(
    kind: str, prompt: str, answer: str, statement: Statement, section: str, voice: Voice
) -> Card:
    quotes, spans = ground(statement.passage, statement.passage.start, statement.passage.end)
    return Card(
        "qa", unpaired(prompt), answer.strip("，；：。 "), quotes, spans, section, statement.key,
        explanation=explain_statement(statement, voice, prompt), tags=(statement.kind,),
    )  # fmt: skip
