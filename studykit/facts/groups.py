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
    for members in sets.values():
        names = {f.indicator for f in members}
        if len(members) >= _SMALLEST_GROUP and len(names) == len(members) and all(names):
            out.append(Group(members[0].relation, tuple(members)))
    return tuple(out)


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
