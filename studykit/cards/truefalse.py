"""True/false cards: a statement of the text, or the same with exactly one element changed."""

from collections.abc import Mapping, Sequence

from studykit.article.script import fold
from studykit.cards.candidate import Candidate
from studykit.cards.distractors import figure_options
from studykit.cards.explanations import explain_figure
from studykit.cards.figure_questions import loses_subject
from studykit.cards.grounding import ground
from studykit.cards.model import Card
from studykit.cards.voice import Voice
from studykit.facts.model import Change, Figure
from studykit.facts.relations import reversed_relation

# One true/false card for so many figures.
_EVERY = 6
_LONGEST = 100
# How many figures on either side may lend a wrong value.
_REACH = 24


def figure_statements(
    figures: Sequence[Figure], changes: Mapping[str, Change], sections: Sequence[str], voice: Voice
) -> list[Candidate]:
    """True/false cards for some figures, about half of them true."""
    out: list[Candidate] = []
    chosen = [
        (at, f)
        for at, f in enumerate(figures)
        if _fit(f) and voice.number(f.key, "tf") % _EVERY == 0
    ]
    balance = 0
    for at, figure in chosen:
        change = changes.get(figure.key)
        near = figures[max(0, at - 8) : at + 9]
        made = None
        if balance >= 0:
            others = figures[max(0, at - _REACH) : at + _REACH]
            made = _reversed(figure, voice) or _swapped(figure, others, voice)
            if made is None and balance > 0:
                continue
        statement, explanation = made or (
            _statement(figure, figure.text),
            _true(figure, change, near, voice),
        )
        if len(statement) > _LONGEST:
            continue
        balance += 1 if made is None else -1
        quotes, spans = ground(figure.passage, figure.quantity.start, figure.quantity.end)
        card = Card(
            "truefalse", statement, made is None, quotes, spans, sections[figure.place.section],
            figure.key, explanation=explanation, tags=("figure",),
        )  # fmt: skip
        out.append(
            Candidate(card, figure.place.order, 0.8, frozenset({f"tf:{figure.key}"}), extra=True)
        )
    return out


def _fit(figure: Figure) -> bool:
    return (
        not figure.doubtful
        and not figure.quantity.vague
        and len(figure.before) >= 4
        and figure.quantity.kind in ("share", "amount", "multiple")
        and not figure.after.startswith("，")
        and not loses_subject(figure, fold(figure.before))
        and bool(figure.relation)
        and not figure.first_of_change
        and not figure.last_of_change
    )


def _statement(figure: Figure, text: str, before: str = "") -> str:
    return f"{figure.context}{before or figure.before}{text}{figure.after}。"


def _reversed(figure: Figure, voice: Voice) -> tuple[str, str] | None:
    if figure.planned or figure.quantity.unit in ("倍", "番") or figure.quantity.value >= 100:
        return None
    word, opposite = reversed_relation(fold(figure.relation))
    if word in ("超过", "远超", "高出"):
        return None
    said = voice.say(word)
    if not word or not figure.before.rstrip("了到至").endswith(said):
        return None
    at = figure.before.rindex(said)
    before = figure.before[:at] + voice.say(opposite) + figure.before[at + len(said) :]
    return (
        _statement(figure, figure.text, before),
        voice.form("方向反了：原文是{r}{t}。", r=said, t=figure.text),
    )


def _swapped(figure: Figure, figures: Sequence[Figure], voice: Voice) -> tuple[str, str] | None:
    near = sorted(
        (f for f in figures if f.quantity.unit == figure.quantity.unit),
        key=lambda f: abs(f.place.order - figure.place.order),
    )[:12]
    options = figure_options(figure, near, voice, voice.number(figure.key, "swap") % 4)
    if options is None:
        return None
    told = figure.context + figure.before + figure.after
    wrongs = [o for o in options if o != figure.text and o not in told]
    if not wrongs:
        return None
    wrong = voice.pick(wrongs, figure.key, "wrong")
    owner = next(
        (f for f in near if f.text == wrong and f.indicator and f.indicator != figure.indicator),
        None,
    )
    explanation = voice.form("应为{t}。", t=figure.text)
    if owner is not None and len(owner.indicator) <= 24:
        explanation += voice.form("{w}是{i}的数字。", w=wrong, i=owner.indicator)
    return _statement(figure, wrong), explanation


def _true(figure: Figure, change: Change | None, near: Sequence[Figure], voice: Voice) -> str:
    if change is not None:
        return voice.form("原文由{a}变为{b}。", a=change.first.text, b=change.last.text)
    return explain_figure(figure, near, {}, voice) or voice.form("与原文一致：{t}。", t=figure.text)
