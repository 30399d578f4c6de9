"""Records and states for tests of scheduling."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from studykit.scheduling.model import (
    DEEDS,
    RATINGS,
    CardState,
    Grade,
    Mark,
    Phase,
    Rating,
    Record,
    Undo,
)
from studykit.scheduling.times import days_later, instant

DAY = "2026-11-25"
START = datetime(2026, 11, 25, 9, tzinfo=UTC)


def at(minutes: float) -> str:
    """The instant so many minutes after nine o'clock of `DAY`."""
    return instant(START + timedelta(minutes=minutes))


def day(minutes: float) -> str:
    return at(minutes)[:10]


def grades(ratings: Iterable[Rating], card: str = "a", apart: float = 1440) -> list[Record]:
    """Grades of a card, so many minutes apart."""
    return [
        Grade(f"{card}{n:03}", at(n * apart), day(n * apart), card, rating)
        for n, rating in enumerate(ratings)
    ]


def state(
    card: str,
    phase: Phase = "review",
    due: int = 0,
    *,
    seen: int = -5,
    first: int = -40,
    stability: float = 5.0,
    suspended: bool = False,
    buried: str = "",
) -> CardState:
    """A state whose days are counted from `DAY`; in learning, `due` is in minutes."""
    return CardState(
        card,
        phase,
        stability=stability,
        difficulty=5.0,
        due=days_later(DAY, due) if phase == "review" else at(due),
        day=days_later(DAY, seen),
        first=days_later(DAY, first),
        suspended=suspended,
        buried=buried,
    )


@st.composite
def logs(draw: st.DrawFn, most: int = 30, cards: str = "abc") -> list[Record]:
    """Records of a few cards in the order of time, some taken back by later ones."""
    out: list[Record] = []
    minutes = 0.0
    for number in range(draw(st.integers(0, most))):
        minutes += draw(st.sampled_from((1, 10, 700, 1440, 9000)))
        stamp = (f"r{number:03}", at(minutes), day(minutes))
        card = draw(st.sampled_from(cards))
        kind = draw(st.sampled_from("gggggpmu"))
        if kind == "u" and out:
            out.append(Undo(*stamp, draw(st.sampled_from(out)).id))
        elif kind == "m":
            out.append(Mark(*stamp, card, draw(st.sampled_from(DEEDS))))
        else:
            rating = draw(st.sampled_from(RATINGS))
            out.append(Grade(*stamp, card, rating, 1000, kind == "p"))
    return out
