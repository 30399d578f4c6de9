import pytest

from studykit.cards.rules.text import balanced


@pytest.mark.parametrize("text", ["", "甲", "“甲”", "（《甲》“乙”）", "「『甲』」"])
def test_balanced(text: str) -> None:
    assert balanced(text)


@pytest.mark.parametrize("text", ["“", "甲”", "“（甲”）", "《甲", "」「"])
def test_unbalanced(text: str) -> None:
    assert not balanced(text)
