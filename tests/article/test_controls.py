import pytest

from studykit.article.controls import is_control


@pytest.mark.parametrize(
    "char", "\0\x07\x08\x0b\x0c\r\x1b\x7f\x85\x9b\xad\u200b\u200d\u202e\u2066\ufeff"
)
def test_control(char: str) -> None:
    assert is_control(char)


@pytest.mark.parametrize("char", "\t\n 　a中，“😀1％㐀\u0304")
def test_not_control(char: str) -> None:
    assert not is_control(char)
