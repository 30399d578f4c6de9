"""Groups: figures of one sentence that share relation and unit and can be compared."""

from collections.abc import Sequence

from studykit.facts.model import Figure, Group

# With fewer members there is nothing to rank.
_SMALLEST_GROUP = 3


def find_groups(figures: Sequence[Figure]) -> tuple[Group, ...]:
    """Comparable figures of one sentence, in order: one relation and unit, different items."""
    out: list[Group] = []
    sets: dict[tuple[object, ...], list[Figure]] = {}
    for figure in figures:
        if not _comparable(figure):
            continue
        name = (
            figure.place.order, figure.quantity.unit, figure.quantity.kind, _core(figure.relation),
            figure.period,
        )  # fmt: skip
        sets.setdefault(name, []).append(figure)
    for found in sets.values():
        wholes = [f for f in found if any(_part(other, f) for other in found)]
        members = [f for f in found if f not in wholes]
        names = {f.indicator for f in members}
        if len(members) >= _SMALLEST_GROUP and len(names) == len(members) and all(names):
            out.append(Group(members[0].relation, tuple(members), *wholes[:1]))
    return tuple(out)


def _part(figure: Figure, whole: Figure) -> bool:
    """Whether a figure is a part of another, which no part can exceed (粮食产量中，稻谷)."""
    return bool(whole.indicator) and figure.indicator.startswith(f"{whole.indicator}中，")


def _core(relation: str) -> str:
    for word in ("增长", "下降", "提高", "减少", "增加", "占", "为", "达"):
        if word in relation:
            return word
    return relation


def _comparable(figure: Figure) -> bool:
    return (
        figure.quantity.kind in ("share", "amount", "multiple")
        and not (figure.first_of_change or figure.last_of_change)
        and not figure.doubtful
        and not figure.after
        and figure.quantity.high is None
    )
