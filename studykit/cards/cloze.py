"""Cloze cards: whole phrases blanked in a clause that can be read alone."""

from studykit.cards.clues import around, thin
from studykit.cards.grounding import ground, widened
from studykit.cards.model import BLANK, Card
from studykit.cards.preface import led
from studykit.cards.statement_explanations import explain_statement
from studykit.cards.voice import Voice
from studykit.facts.model import HOLE, Statement

_LONGEST_BLANK = 16
# A cloze that opens with its blank needs this much behind it to be guessed.
_SHORTEST_OPENING = 24
# Kinds whose blank needs the sentence around it to have one valid fill.
_IN_WINDOW = frozenset(
    {"object", "copula", "stress", "series", "gist", "term", "effect", "supply", "helps", "event"}
)


def cloze_card(statement: Statement, section: str, voice: Voice) -> Card | None:
    """The statement with its answer, or the last of its items, blanked."""
    if statement.kind in _IN_WINDOW and statement.masked:
        return _masked(statement, section, voice)
    if statement.items and statement.kind != "both":
        blanked, answers = _items(statement)
    else:
        blanked, answers = BLANK, (statement.answer,)
    if not answers or any(len(a) > _LONGEST_BLANK for a in answers):
        return None
    prompt = led(statement, f"{statement.before}{blanked}{_rest(statement)}", voice) + "。"
    if prompt.count(BLANK) != len(answers) or len(prompt) > 115 or len(prompt) < 12:
        return None
    if not statement.grounded or prompt.startswith(BLANK):
        return None
    shown = around(statement) + blanked.replace(BLANK, "")
    if thin(statement, shown, len(answers)):
        return None
    quotes, spans = ground(statement.passage, statement.passage.start, statement.passage.end)
    return Card(
        "cloze", prompt, answers, quotes, spans, section, statement.key,
        explanation=explain_statement(statement, voice, prompt), tags=(statement.kind,),
    )  # fmt: skip


def _masked(statement: Statement, section: str, voice: Voice) -> Card | None:
    """The sentence around the statement with its holes as blanks."""
    answers = statement.items or (statement.answer,)
    if any(not 2 <= len(a) <= _LONGEST_BLANK for a in answers):
        return None
    alone = statement.window[0] >= statement.own and not statement.context
    if alone and not statement.grounded:
        return None
    if thin(statement, statement.masked.replace(HOLE, ""), len(answers)):
        return None
    text = statement.masked.replace(HOLE, BLANK)
    prompt = led(statement, text, voice, statement.window[0] < statement.own) + "。"
    if len(prompt) > 115 or len(prompt) < 12 or prompt.count(BLANK) != len(answers):
        return None
    if prompt.startswith(BLANK) and len(prompt) < _SHORTEST_OPENING:
        return None
    quotes, spans = ground(widened(statement), *statement.window)
    return Card(
        "cloze", prompt, answers, quotes, spans, section, statement.key,
        explanation=explain_statement(statement, voice, prompt), tags=(statement.kind,),
    )  # fmt: skip


def _rest(statement: Statement) -> str:
    """What follows the answer in its clause: for a list 等 and its noun too, which questions ask with."""
    said = statement.before + statement.answer
    return statement.plain[len(said) :] if statement.plain.startswith(said) else statement.after


def _items(statement: Statement) -> tuple[str, tuple[str, ...]]:
    """The list with its last two items (or last, of three) blanked; the first stays as a clue."""
    items = statement.items
    keep = (
        0
        if len(items) == 2 and statement.kind != "terms"
        else 1
        if len(items) <= 3
        else len(items) - 2
    )
    text = statement.answer
    answers = items[keep:]
    at = len(text)
    for item in reversed(answers):
        found = text.rfind(item, 0, at)
        if found < 0:
            return "", ()
        text = text[:found] + BLANK + text[found + len(item) :]
        at = found
    rest = statement.before + _rest(statement) + text
    if any(a in rest for a in answers):
        return "", ()
    return text, answers
