"""Distractors for figures: sister figures of the article first, then plausible variation."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from studykit.article.script import fold
from studykit.cards.magnitude import decimals, printed, rewritten, same_form
from studykit.cards.voice import Voice
from studykit.facts.model import Figure

# Percentages made up out of nothing tempt no one: so many must be the article's own.
_FEWEST_SISTERS = 2
# Options closer to the key than this share of it could pass for its rounding.
_TOO_CLOSE = Decimal("0.06")
# Options farther off than this factor are not plausible to who half remembers.
_TOO_FAR = Decimal(6)
# Multipliers for made-up values, in the order tried: near enough to tempt, far enough to tell.
_STEPS = ("0.8", "1.25", "0.6", "1.5", "0.7", "1.4", "0.5", "1.75", "0.85", "1.15", "2", "0.4")


def figure_options(
    figure: Figure, sisters: Sequence[Figure], voice: Voice, place: int
) -> tuple[str, ...] | None:
    """Four figures in ascending order with the key at `place` (0 to 3) where that can be had.

    None where no three distractors of the key's form exist.
    """
    key = printed(figure.text, figure.quantity)
    if key is None or figure.quantity.high is not None or key <= 0:
        return None
    real = list(_sister_values(figure, sisters, key))
    if figure.quantity.kind == "share" and len(real) < _FEWEST_SISTERS:
        return None
    values = real + list(_variations(figure, key, voice))
    told = fold(figure.before + figure.after + figure.context)
    below: list[Decimal] = []
    above: list[Decimal] = []
    for value in values:
        shown = rewritten(figure.text, value)
        if shown is None or fold(shown) in told:
            continue
        side = below if value < key else above
        if all(_apart(value, other) for other in (key, *below, *above)):
            side.append(value)
    want_below, want_above = place, 3 - place
    low = below[:want_below]
    high = above[:want_above]
    spare = below[want_below:] + above[want_above:]
    while len(low) + len(high) < 3 and spare:
        low.append(spare.pop(0))
    if len(low) + len(high) != 3:
        return None
    numbers = sorted([*low, *high, key])
    texts = [figure.text if n == key else rewritten(figure.text, n) for n in numbers]
    if any(t is None for t in texts) or len(set(texts)) != 4:
        return None
    return tuple(t for t in texts if t is not None)


def _apart(a: Decimal, b: Decimal) -> bool:
    return abs(a - b) > _TOO_CLOSE * max(a, b)


def _sister_values(figure: Figure, sisters: Iterable[Figure], key: Decimal) -> Iterable[Decimal]:
    q = figure.quantity
    digits = decimals(figure.text)
    for sister in sisters:
        other = sister.quantity
        if (
            sister is figure
            or other.unit != q.unit
            or other.kind != q.kind
            or other.high is not None
        ):
            continue
        if _way(sister) != _way(figure):
            continue
        value = same_form(other, q.scale)
        if value <= 0 or not key / _TOO_FAR < value < key * _TOO_FAR:
            continue
        exponent = value.normalize().as_tuple().exponent
        if isinstance(exponent, int) and -exponent > digits:
            continue
        if sister.passage.place is figure.passage.place or not _true_of(sister, figure):
            yield value


def _way(figure: Figure) -> str:
    """The kind of measure: only growth is beside growth, fall beside fall, level beside level."""
    relation = fold(figure.relation)
    for words in (("增", "升", "涨", "提高"), ("降", "减", "跌", "回落"), ("占",)):
        if any(w in relation for w in words):
            return words[0]
    return ""


def _true_of(sister: Figure, figure: Figure) -> bool:
    """Whether the sister's value might also answer this stem: the same indicator elsewhere."""
    return sister.indicator == figure.indicator


def _variations(figure: Figure, key: Decimal, voice: Voice) -> Iterable[Decimal]:
    digits = decimals(figure.text)
    rounded = _roundness(key)
    count = figure.quantity.kind == "rank" or (digits == 0 and key <= 10)
    if count:
        for near in (1, -1, 2, -2, 3, 4, -3, 5):
            if key + near > 0:
                yield key + near
        return
    turn = voice.number(figure.key, "steps") % 4
    for text in (*_STEPS[turn:], *_STEPS[:turn]):
        value = key * Decimal(text)
        step = rounded if digits == 0 else Decimal(1).scaleb(-digits)
        value = (value / step).quantize(Decimal(1)) * step
        if figure.quantity.unit == "%" and (key <= 100 < value or key > 85):
            continue
        if value > 0:
            yield value


def _roundness(key: Decimal) -> Decimal:
    """The largest power of ten (times 1 or 5) that divides a whole number: 150 is round to 10."""
    step = Decimal(1)
    while key % (step * 10) == 0 and step * 10 < key:
        step *= 10
    return step
