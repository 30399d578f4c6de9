import pytest

from studykit.questions.forgotten import UNKNOWN, forgotten


@pytest.mark.parametrize(
    ("recalled", "want"),
    [
        ([], {"a": UNKNOWN, "b": UNKNOWN}),
        ([{}], {"a": UNKNOWN, "b": UNKNOWN}),
        ([{"a": 0.9}], {"a": 0.1, "b": UNKNOWN}),
        ([{"a": 0.9}, {"a": 0.7, "b": 1.0}], {"a": 0.2, "b": UNKNOWN / 2}),
        ([{"c": 0.9}], {"a": UNKNOWN, "b": UNKNOWN}),
    ],
)
def test_the_mean_over_the_learners(recalled, want):
    assert forgotten("ab", recalled) == pytest.approx(want)
