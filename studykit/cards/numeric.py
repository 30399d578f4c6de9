"""Numeric and choice cards: each figure of the text asked once, in its own clause."""

import re
from collections.abc import Mapping, Sequence

from studykit.article.script import fold
from studykit.cards.candidate import Candidate
from studykit.cards.distractors import figure_options
from studykit.cards.explanations import explain_figure
from studykit.cards.figure_questions import figure_question
from studykit.cards.grounding import ground
from studykit.cards.model import Card
from studykit.cards.voice import Voice
from studykit.facts.model import Change, Figure

# Every so many figures one is asked by choice, where sisters make good distractors.
_CHOICE_EVERY = 4
_ENOUGH_SISTERS = 2
# A number before such words is part of a name.
_NAMED = re.compile(r"攻坚|行动(?!起)|工程|计划|战略|改革|专项")
# A time limit (两年内) sets when, it is not what is told.
_WITHIN = re.compile(r"[之以]?内")
# 一家200张床位的机构 is an example, not a finding.
_EXAMPLE = re.compile(r"[一某每][家个所座间名位]?")
# A label so short (材料) does not say what the share is of.
_SHORTEST_LABEL = 2


def figure_cards(
    figures: Sequence[Figure],
    changes: Mapping[str, Change],
    sections: Sequence[str],
    voice: Voice,
) -> list[Candidate]:
    """A numeric card for each figure that can be asked, and choices for some."""
    out: list[Candidate] = []
    places = [0, 0, 0, 0]
    for k, figure in enumerate(figures):
        if figure.quantity.vague or not _asked(figure):
            continue
        question = figure_question(figure, voice)
        if question is None:
            continue
        near = figures[max(0, k - 12) : k + 13]
        section = sections[figure.place.section]
        explanation = explain_figure(figure, near, changes, voice)
        quotes, spans = ground(figure.passage, figure.quantity.start, figure.quantity.end)
        card = Card(
            "numeric", question.prompt, question.answer, quotes, spans, section, figure.key,
            accept=question.accept, explanation=explanation, tags=("figure",),
        )  # fmt: skip
        need = frozenset({figure.key})
        out.append(Candidate(card, figure.place.order, 1.0, need))
        sisters = [f for f in near if f.quantity.unit == figure.quantity.unit and f is not figure]
        turn = (
            voice.number(figure.key, "choice") % _CHOICE_EVERY == 0 and figure.quantity.unit != "前"
        )
        if turn and (len(sisters) >= _ENOUGH_SISTERS or figure.quantity.kind == "rank"):
            options = figure_options(
                figure,
                sorted(near, key=lambda f: abs(f.place.order - figure.place.order)),
                voice,
                places.index(min(places)),
            )
            if options:
                places[options.index(figure.text)] += 1
                chosen = Card(
                    "choice", question.prompt, question.answer, quotes, spans, section, figure.key,
                    options=options, explanation=explanation, tags=("figure",),
                )  # fmt: skip
                out.append(Candidate(chosen, figure.place.order, 1.2, need))
    return out


def _asked(figure: Figure) -> bool:
    """Whether the figure is worth asking: one step of a unit with nothing measured is not."""
    q = figure.quantity
    if q.unit in ("周年", "週年") or _NAMED.match(fold(figure.after)):
        return False
    if (
        q.unit == "%"
        and not figure.relation
        and not figure.after
        and 0 < len(figure.label) <= _SHORTEST_LABEL
        and not figure.counts
    ):
        return False
    if q.kind == "duration" and _WITHIN.match(fold(figure.after)):
        return False
    if _EXAMPLE.fullmatch(fold(figure.before)) and figure.after:
        return False
    if q.borrowed and q.unit in ("%", "个百分点"):
        return True
    if q.kind == "duration" and q.value == 1:
        return False
    return not (
        q.kind == "amount"
        and q.value == 1
        and not q.scale
        and q.unit in ("个", "次", "步", "位", "大")
    )
