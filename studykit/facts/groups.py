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
    whole = run[0] if run and any(_part(f, run[0]) for f in run[1:]) else None
    members = run[1:] if whole else run
    labels = {f.label for f in members}
    if len(members) >= _SMALLEST_GROUP and len(labels) == len(members) and all(labels):
        out.append(Group(members[0].relation, tuple(members), whole))


def _part(figure: Figure, whole: Figure) -> bool:
    """Whether a figure is a part of another, which no part can exceed (粮食总产量中，稻谷)."""
    return bool(whole.indicator) and figure.indicator.startswith(f"{whole.indicator}中，")


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
