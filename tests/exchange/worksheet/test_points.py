import pytest

from studykit.exchange.worksheet.points import points_of
from tests.terminal.samples import CHOICE, CLOZE, LIST, NUMERIC, QA, TRUEFALSE


@pytest.mark.parametrize(
    ("card", "points"),
    [(CHOICE, 2), (TRUEFALSE, 1), (CLOZE, 2), (NUMERIC, 2), (LIST, 3), (QA, 3)],
    ids=lambda value: getattr(value, "type", value),
)
def test_every_blank_and_item_counts(card, points):
    assert points_of(card) == points
