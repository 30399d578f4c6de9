from studykit.progress.export import CARD_COLUMNS, REVIEW_COLUMNS, card_rows, review_rows
from studykit.scheduling.model import CardState, Grade, Mark, Undo

DAY = "2026-11-25"


def at(minute: int) -> str:
    return f"{DAY}T09:{minute:02}:00.000Z"


def test_every_grade_has_a_row_in_the_order_of_time():
    late = Grade("b", at(5), DAY, "x", "good", 900, practice=True)
    early = Grade("a", at(1), DAY, "y", "again", 1200)
    rows = review_rows(
        [late, early, Mark("m", at(2), DAY, "x", "flag"), Undo("u", at(6), DAY, "a")]
    )
    assert [tuple(row) for row in rows] == [REVIEW_COLUMNS] * 2
    assert [(row["id"], row["undone"], row["practice"]) for row in rows] == [
        ("a", True, False),
        ("b", False, True),
    ]


def test_a_line_that_stands_twice_is_one_row():
    grade = Grade("a", at(1), DAY, "y", "again", 1200)
    assert len(review_rows([grade, grade])) == 1


def test_every_card_has_a_row():
    rows = card_rows([CardState("b", flagged=True), CardState("a")])
    assert [tuple(row) for row in rows] == [CARD_COLUMNS] * 2
    assert [(row["card"], row["flagged"]) for row in rows] == [("a", False), ("b", True)]
