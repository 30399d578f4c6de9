"""A typed figure against that of the card: by value and unit, not by how they are written."""

from fractions import Fraction

from studykit.grading.asked import Asked, Bound
from studykit.grading.figures import Figure, drop_prompt, read_figure, same_field
from studykit.grading.numbers import rounds_to
from studykit.grading.units import COUNT, MONEY, SHARE, alike, confusable
from studykit.grading.verdict import RIGHT, WRONG, Outcome

_OPPOSITE = {("up", "down"), ("down", "up")}
_AGAINST = {("over", "under"), ("under", "over")}
# 3万亿 needs no 元 behind it; 300 does.
_SURELY_MONEY = 10_000
_PLACE, _FIRST = "第几", "前几"


def compare_figures(expected: Figure, typed: str, asked: Asked, bound: Bound = "") -> Outcome:
    """How a typed answer agrees with a figure; `bound` is that of the card's main answer.

    An answer without its unit is right where the prompt says the unit or the unit
    only counts; a rounded one is near.
    """
    given = read_figure(typed) or read_figure(drop_prompt(typed, asked))
    if given is None:
        return WRONG
    outcome = _ranks(expected, given, asked) if _ranking(expected, given) else None
    outcome = outcome or _amounts(expected, given, asked)
    if outcome[0] == "wrong":
        return outcome
    if (expected.direction or asked.direction, given.direction) in _OPPOSITE:
        return "wrong", "turned"
    if given.rest and expected.rest and given.rest != expected.rest:
        return "wrong", "unit"
    if outcome == RIGHT and given.rest and not _known(given.rest, expected, asked):
        return "near", "extra"
    bound = expected.bound or bound or asked.bound
    if outcome == RIGHT and (bound, given.bound) in _AGAINST:
        return "near", "bound"
    return outcome


def _known(rest: str, expected: Figure, asked: Asked) -> bool:
    return rest == expected.rest or asked.has(rest)


def _ranking(expected: Figure, given: Figure) -> bool:
    return bool({expected.kind, given.kind} & {"rank", "top"})


def _ranks(expected: Figure, given: Figure, asked: Asked) -> Outcome | None:
    """A rank against a rank or a bare number; None where the units have to tell."""
    if expected.kind == given.kind:
        if expected.low != given.low:
            return WRONG
        if not given.field or same_field(expected.field, given.field) or asked.has(given.field):
            return RIGHT
        return WRONG if expected.field else ("near", "extra")
    amount = given if expected.kind in ("rank", "top") else expected
    if expected.low != given.low or amount.low != amount.high or amount.kind != "amount":
        return WRONG
    if amount.unit.measure not in ("", COUNT):
        return "wrong", "unit"
    kinds = {expected.kind, given.kind}
    if (_PLACE in asked.text and "rank" in kinds) or (_FIRST in asked.text and "top" in kinds):
        return RIGHT
    return "near", "unit"


def _amounts(expected: Figure, given: Figure, asked: Asked) -> Outcome:
    if expected.kind != given.kind:
        return WRONG
    if expected.kind == "ratio":
        return _agree_ratios(expected.low / expected.high, given.low / given.high)
    if not given.unit.name and expected.unit.name:
        return _without_unit(expected, given, asked)
    agree = _values(expected, given)
    if not expected.unit.name and given.unit.name:
        if agree == RIGHT and given.unit.measure != COUNT and not asked.names(given.unit):
            return "near", "unit"
        return agree
    if alike(expected.unit, given.unit):
        if agree == WRONG and expected.printed == given.printed:
            return "wrong", "unit"
        doubled = "番" in (expected.unit.name, given.unit.name)
        if agree == WRONG and doubled and abs(expected.low - given.low) == 1:
            return "near", "unit"  # 翻番 is twice as much, or once more
        return agree
    if expected.printed == given.printed or agree == RIGHT:
        near = agree == RIGHT and confusable(expected.unit, given.unit)
        return ("near" if near else "wrong"), "unit"
    return WRONG


def _without_unit(expected: Figure, given: Figure, asked: Asked) -> Outcome:
    size = expected.unit.size
    named = asked.names(expected.unit)
    scales = [asked.scale, 1] if not given.scaled else [1]
    for scale in dict.fromkeys(scales):
        low, high = given.low * size * scale, given.high * size * scale
        agree = _agree(expected, low, high, given.place * size * scale, given.bound)
        if agree == WRONG:
            continue
        money = expected.unit.measure == MONEY and low >= _SURELY_MONEY
        understood = expected.unit.counts or money
        if agree != RIGHT or named or understood:
            return agree
        return "near", "unit"
    if expected.unit.measure == SHARE and _values(expected, given) == RIGHT:
        return "near", "unit"  # 0.5 for 50%
    return ("wrong", "unit") if expected.printed == given.printed else WRONG


def _values(expected: Figure, given: Figure) -> Outcome:
    return _agree(expected, given.low, given.high, given.place, given.bound)


def _agree(
    expected: Figure, low: Fraction, high: Fraction, place: Fraction, bound: Bound
) -> Outcome:
    """Values alone, in the size of the expected unit."""
    if (low, high) == (expected.low, expected.high):
        return RIGHT
    if expected.low != expected.high and low == high:
        return ("near", "missing") if low in (expected.low, expected.high) else WRONG
    if expected.low == expected.high and low != high:
        return WRONG
    size = expected.unit.size  # 亩 and months are no round numbers of their base
    rounded = all(
        rounds_to(value / size, other / size) or _finer(value, other, expected.place)
        for value, other in ((expected.low, low), (expected.high, high))
    )
    cut_off = bound == "over" and 0 <= expected.low - low < place and low > 0
    return ("near", "precision") if rounded or cut_off else WRONG


def _agree_ratios(expected: Fraction, given: Fraction) -> Outcome:
    if expected == given:
        return RIGHT
    return ("near", "precision") if rounds_to(expected, given) else WRONG


def _finer(value: Fraction, typed: Fraction, place: Fraction) -> bool:
    """Whether what was typed is more exact than the card: 1.957 for 1.96."""
    if value < 10 * place:
        return False  # a single digit says too little
    return (typed / place + Fraction(1, 2)) // 1 * place == value
