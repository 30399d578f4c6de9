"""A doubtful year taken out of the words around a figure."""

import pytest

from studykit.facts.changes import without_year
from studykit.facts.model import Figure
from tests.facts.reading import facts_of

TEXT = "2024年，出口额从2024年的80亿元增长到2024年的160亿元。"


def ends(text: str) -> tuple[Figure, Figure]:
    (change,) = facts_of(text).changes
    return change.first, change.last


def test_the_doubtful_year_goes_and_the_rest_stays() -> None:
    for figure in ends(TEXT):
        cleared = without_year(figure, "2024")
        assert "2024" in figure.context + figure.before + figure.after
        assert "2024" not in cleared.context + cleared.before + cleared.after
        assert cleared.period == ""
        assert cleared.context + cleared.before == "出口额从" + (
            "80亿元增长到" if figure.last_of_change else ""
        )
        assert (cleared.text, cleared.passage) == (figure.text, figure.passage)


@pytest.mark.parametrize("year", ["2023", "2025"])
def test_other_years_stay(year: str) -> None:
    for figure in ends("出口额从2021年的80亿元增长到2024年的160亿元。"):
        cleared = without_year(figure, year)
        assert (cleared.before, cleared.after) == (figure.before, figure.after)


def test_both_ends_stand_in_one_sentence_in_order() -> None:
    first, last = ends(TEXT)
    assert first.place is last.place
    assert first.quantity.end <= last.quantity.start
    assert (first.first_of_change, last.last_of_change) == (True, True)
