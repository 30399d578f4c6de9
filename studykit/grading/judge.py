"""Judging what a person typed as the answer to a card."""

import re
from collections.abc import Sequence
from functools import partial

from studykit.cards.model import BLANK, Card
from studykit.cards.normal import words_only
from studykit.grading.amounts import compare_figures
from studykit.grading.asked import Asked, read_prompt
from studykit.grading.choices import lettered, truth_word
from studykit.grading.dates import compare_dates, read_date, read_year
from studykit.grading.figures import read_figure
from studykit.grading.items import match_in_order, match_items, split_items
from studykit.grading.phrases import compare_phrases
from studykit.grading.tidy import tidy
from studykit.grading.verdict import POINTS, WRONG, Outcome, Part, Verdict, sum_up

# Blanks with no more than this between them may be filled in any order.
_BETWEEN = re.compile(r"[\s、，,；;和与與及或“”「」‘’《》]*(?:以及|and|or)?[\s“”「」]*")


def judge(card: Card, typed: Sequence[str]) -> Verdict:
    """How right the typed answer to a card is.

    `typed` has one text for qa, numeric, choice (a letter or the option) and
    truefalse, one for each blank of a cloze, one for each item of a list. A
    single line for several blanks or items is cut by `split_items`. Any text
    may be given; the judgement never raises.
    """
    if card.type == "truefalse":
        return _truth(card, typed)
    if card.type == "choice":
        return _choice(card, typed)
    asked = read_prompt(card.prompt)
    if len(card.answers) > 1 or card.type == "list":
        sets = [card.answers, *_alternatives(card)]
        return max((_several(card, asked, answers, typed) for answers in sets), key=_score)
    text = "、".join(typed)
    whole = sum_up((_best(card, asked, text),))
    parts = split_items(card.answers[0]) if card.type == "qa" else ()
    if whole.grade == "right" or whole.parts[0].reason == "turned" or len(parts) < 2:
        return whole
    several = sum_up(tuple(match_items(parts, split_items(text), partial(_compare, asked))))
    return max(whole, several, key=_score)


def _score(verdict: Verdict) -> float:
    return verdict.score


def _truth(card: Card, typed: Sequence[str]) -> Verdict:
    text = typed[0] if typed else ""
    right = truth_word(text) is card.answer
    return sum_up((Part(text, str(card.answer).lower(), "right" if right else "wrong"),))


def _choice(card: Card, typed: Sequence[str]) -> Verdict:
    """An option is meant where its text was typed, or its letter; near only where no other is."""
    text = typed[0] if typed else ""
    key = card.answers[0]
    asked = read_prompt(card.prompt)
    outcomes = {option: _compare(asked, option, text) for option in card.options or (key,)}
    best = max(outcomes.values(), key=lambda outcome: POINTS[outcome[0]])
    meant = [option for option, outcome in outcomes.items() if outcome[0] == best[0]]
    if best[0] != "right" and (letter := lettered(text, card.options)) is not None:
        meant, best = [letter], ("right", "")
    outcome = best if meant == [key] else WRONG
    return sum_up((Part(text, key, *outcome),))


def _alternatives(card: Card) -> list[tuple[str, ...]]:
    """The accepted answers of several parts: those that are as many as asked."""
    split = (split_items(text) for text in card.accept)
    return [parts for parts in split if len(parts) == len(card.answers)]


def _several(card: Card, asked: Asked, answers: tuple[str, ...], typed: Sequence[str]) -> Verdict:
    if len(typed) == 1 and len(answers) > 1:
        typed = split_items(typed[0])
    compare = partial(_compare, asked)
    if card.type == "list":
        match = match_in_order if card.ordered else match_items
        return sum_up(tuple(match(answers, typed, compare)))
    filled = [*typed, *[""] * (len(answers) - len(typed))]
    parts: list[Part] = []
    for low, high in _runs(card.prompt, len(answers)):
        parts += _fill(answers[low:high], filled[low:high], compare)
    parts += [Part(text, "", "wrong", "extra") for text in filled[len(answers) :] if text.strip()]
    return sum_up(tuple(parts))


def _fill(answers: Sequence[str], typed: Sequence[str], compare: "partial[Outcome]") -> list[Part]:
    """Blanks beside one another; where they are filled wrongly, each shows what was typed there."""
    parts = match_items(answers, typed, compare)[: len(answers)]
    used = {part.typed for part in parts}
    spare = [text for text in typed if text.strip() and text not in used]
    return [
        Part(spare.pop(0), part.expected, "wrong") if not part.typed and spare else part
        for part in parts
    ]


def _runs(prompt: str, count: int) -> list[tuple[int, int]]:
    """The blanks, those side by side together, as half-open ranges."""
    between = prompt.split(BLANK)[1:-1]
    starts = [0]
    for k, text in enumerate(between[: count - 1], 1):
        if not _BETWEEN.fullmatch(text):
            starts.append(k)
    return list(zip(starts, [*starts[1:], count], strict=True))


def _best(card: Card, asked: Asked, text: str) -> Part:
    """The answer or accepted alternative that the text comes nearest to."""
    main = card.answers[0]
    figure = read_figure(main)
    bound = figure.bound if figure else ""
    parts = [
        Part(
            text,
            answer,
            *_compare(asked, answer, text, bound=bound, numeric=card.type == "numeric"),
        )
        for answer in (main, *card.accept)
    ]
    return max(parts, key=lambda part: POINTS[part.grade])


def _compare(
    asked: Asked, expected: str, typed: str, *, bound: str = "", numeric: bool = False
) -> Outcome:
    """One answer against one text: as dates, as figures or as words, as the answer is."""
    if not typed.strip():
        return "wrong", "missing"
    if tidy(expected) == tidy(typed):
        same = words_only(expected).lower() == words_only(typed).lower()
        return ("right", "") if same else ("right", "script")
    date = read_date(expected) or read_year(expected, asked)
    if date is not None:
        return compare_dates(date, typed, asked)
    figure = read_figure(expected)
    if figure is not None and (numeric or not figure.rest):
        return compare_figures(figure, typed, asked, bound)
    return compare_phrases(expected, typed, asked)
