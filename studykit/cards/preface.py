"""Prefaces: what stands before a clause so that a question can be read without the article."""

import re

from studykit.article.script import fold
from studykit.cards.voice import Voice
from studykit.facts.model import Statement
from studykit.facts.stems import unpaired

_OPENING_MODAL = re.compile(
    r"^(?:需要|需|应当|应该|应|必须|要|还要|会|能够|才能|可以|可|则|便)(?![素求点件道])"
)
_JUDGES = frozenset(
    {"judgement", "essence", "instead", "condition", "meaning", "both", "cause", "effect"}
)


def asked(statement: Statement, words: str, voice: Voice) -> str:
    """The statement with `words` where its answer stood, made to stand alone; no end mark."""
    base = f"{statement.before}{words}{statement.after}"
    return led(statement, base, voice)


def led(statement: Statement, base: str, voice: Voice, wider: bool = False) -> str:
    """Words of a statement with what they need in front of them (speaker, time, lead).

    `wider` says that the words begin with a clause before the statement's own.
    """
    if statement.context:
        return unpaired(statement.context + base)
    modal = _OPENING_MODAL.match(fold(base)) if statement.demand else None
    if modal:
        base = base[modal.end() :]
    if wider:
        return unpaired(voice.form("文章提出要{b}", b=base) if modal else base)
    if statement.demand:
        lead = statement.lead
        turn = voice.number(statement.key, "preface")
        if lead:
            if statement.kind in _JUDGES:
                return unpaired(base)
            if lead.endswith(("？", "?")):
                return unpaired(voice.form("回答“{l}”时，文章提出要{b}", l=_bare(lead), b=base))
            template = (
                "围绕“{l}”，文章提出要{b}", "在“{l}”方面，文章主张{b}", "关于“{l}”，文章要求{b}",
            )[turn % 3]  # fmt: skip
            return unpaired(voice.form(template, l=_bare(lead), b=base))
        return unpaired(
            voice.form(("文章提出要{b}", "文章主张{b}", "按文章的要求，要{b}")[turn % 3], b=base)
        )
    if statement.kind in _JUDGES and voice.number(statement.key, "preface") % 3 == 0:
        return unpaired(voice.form("文章认为，{b}", b=base))
    return unpaired(base)


def _bare(lead: str) -> str:
    lead = re.sub(r"^(?:那么|那麼|首先|其次|最后|最後)，", "", lead)
    return lead.replace("“", "").replace("”", "").replace("「", "").replace("」", "")
