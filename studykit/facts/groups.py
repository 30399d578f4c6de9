"""Groups: figures of one sentence that share relation and unit and can be compared."""

from collections.abc import Sequence

from studykit.facts.model import Figure, Group

# With fewer members there is nothing to rank.
_SMALLEST_GROUP = 3


def find_groups(figures: Sequence[Figure]) -> tuple[Group, ...]:
    """Runs of comparable figures, in order: the same sentence, relation and unit, different items."""
    out: list[Group] = []
    run: list[Figure] = []
    for figure in figures:
        if run and _sisters(run[-1], figure):
            run.append(figure)
            continue
        _close(run, out)
        run = [figure]
    _close(run, out)
    return tuple(out)


def _close(run: list[Figure], out: list[Group]) -> None:
    labels = {f.label for f in run}
    if len(run) >= _SMALLEST_GROUP and len(labels) == len(run) and all(labels):
        out.append(Group(run[0].relation, tuple(run)))


def _core(relation: str) -> str:
    for word in ("增长", "下降", "提高", "减少", "增加", "占", "为", "达"):
        if word in relation:
            return word
    return relation


def _sisters(a: Figure, b: Figure) -> bool:
    return (
        a.place is b.place
        and a.quantity.unit == b.quantity.unit
        and a.quantity.kind == b.quantity.kind
        and a.quantity.kind in ("share", "amount", "multiple")
        and _core(a.relation) == _core(b.relation)
        and not (a.first_of_change or b.first_of_change or a.last_of_change or b.last_of_change)
        and not a.doubtful
        and not b.doubtful
        and a.period == b.period
    )
