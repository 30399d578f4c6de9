"""Series: neighbouring clauses of one build (改造A，培育B，布局C) as one statement with holes."""

from studykit.facts.model import Passage, Statement
from studykit.facts.statement_maker import StatementMaker

# Kinds that say little alone and read well in a row.
SERIAL = frozenset({"object", "copula", "stress"})
_SHORTEST_HOLE, _LONGEST_HOLE = 2, 14
_MOST_HOLES = 3
_WORTH = 1.25


def series(maker: StatementMaker, found: list[Statement]) -> Statement | None:
    """The longest run of such clauses among statements; None where there are no two."""
    run = _longest_run(found)[:_MOST_HOLES]
    answers = tuple(s.answer for s in run)
    if len(run) < 2 or len(set(answers)) != len(answers):
        return None
    first, last = run[0], run[-1]
    frames = {frame.index: frame for frame in maker.frames}
    frame = frames[first.clause]
    low = min(frame.start, first.span[0])
    high = max(frames[last.clause].end, last.span[1])
    masked = maker.mask(low, high, [s.span for s in run])
    if not masked:
        return None
    return Statement(
        Passage(maker.place, min(first.passage.start, low), high),
        "series",
        "",
        "、".join(answers),
        "",
        context=frame.context,
        items=answers,
        weight=_WORTH,
        demand=first.demand,
        lead=first.lead,
        clause=first.clause,
        plain=first.plain,
        masked=masked if first.demand else frame.subject + masked,
        span=first.span,
        window=(low, high),
        own=low,
        grounded=first.grounded,
    )


def _longest_run(found: list[Statement]) -> list[Statement]:
    """The first statement of each clause, where clauses that have one stand beside each other."""
    chosen: dict[int, Statement] = {}
    for statement in found:
        short = _SHORTEST_HOLE <= len(statement.answer) <= _LONGEST_HOLE
        if statement.kind in SERIAL and short and statement.span[0]:
            chosen.setdefault(statement.clause, statement)
    run: list[Statement] = []
    best: list[Statement] = []
    for clause in sorted(chosen):
        beside = bool(run) and clause - run[-1].clause <= 1
        run = [*run, chosen[clause]] if beside else [chosen[clause]]
        best = max(best, run, key=len)
    return best
