"""How figures are told: what it is, what came out, and what it should be."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure and the most that it may be; `count` where it is no matter of the machine's load."""

    what: str
    value: float
    most: float
    unit: str = ""
    count: bool = True
    beside: str = ""

    @property
    def fine(self) -> bool:
        return self.value <= self.most

    def __str__(self) -> str:
        shown = f"{self.value:,.0f}" if self.value == int(self.value) else f"{self.value:.2f}"
        goal = f"at most {self.most:g}" if self.most else "none"
        verdict = "ok" if self.fine else "MISSED"
        found = f"{shown} {self.unit}".strip()
        return f"{self.what:<58}{found:>12}   ({goal}) {verdict}   {self.beside}".rstrip()


def percentile(values: Iterable[float], share: float) -> float:
    """The value below which this share of the values lies (the nearest rank)."""
    ranked = sorted(values)
    return ranked[min(len(ranked) - 1, int(len(ranked) * share))]


def milliseconds(values: Sequence[float]) -> str:
    """Half of them, and 99 of 100, in words."""
    half, most = (1000 * percentile(values, share) for share in (0.5, 0.99))
    return f"p50 {half:.1f} ms, p99 {most:.1f} ms"
