import pytest

from tests.grading.cases import flat, judged

DAY = "茶馆哪一天开张？"
YEAR = "茶馆哪一年开张？"
RIGHT = flat(
    [
        (
            DAY,
            "2025年12月19日",
            ["2025-12-19", "2025/12/19", "2025.12.19", "二〇二五年十二月十九日", "Dec 19, 2025"],
        ),
        (DAY, "12月19日", ["12.19", "12/19", "12月19号", "十二月十九日", "19 December", "12-19"]),
        ("2025年哪一天开张？", "2025年12月19日", ["12月19日", "12.19"]),
        (YEAR, "2025年", ["2025", "25年", "二〇二五年", "2025年度", "in 2025", "在2025年"]),
        (YEAR, "2017/18年度", ["2017-18年度", "2017／18年", "2017/2018年度", "2017—18"]),
        (YEAR, "2025年底", ["2025年末", "2025 年末", "2025年年底", "end of 2025"]),
        (YEAR, "2026年上半年", ["2026年上半年", "２０２６年上半年"]),
    ]
)
NEAR = [
    (DAY, "2025年12月19日", "12月19日", "precision"),
    (DAY, "2025年12月19日", "2025年12月", "precision"),
    (YEAR, "2025年底", "2025年", "precision"),
    (YEAR, "2025年", "2025年底", "extra"),
]
WRONG = flat(
    [
        (DAY, "2025年12月19日", ["12月18日", "2024-12-19", "2025年", "11.19", "19", "昨天"]),
        (YEAR, "2025年", ["2024", "24年", "2052年", "12", "3月"]),
        (YEAR, "2017/18年度", ["2018/19年度", "2017-19年度"]),
        (YEAR, "2025年底", ["2025年初", "2026年底"]),
        ("多长时间？", "3个月", ["3月", "3日"]),
    ]
)


@pytest.mark.parametrize(("prompt", "answer", "typed"), RIGHT)
def test_a_date_is_right_in_any_form(prompt, answer, typed):
    assert judged("numeric", prompt, answer, typed).grade == "right"


@pytest.mark.parametrize(("prompt", "answer", "typed", "reason"), NEAR)
def test_a_date_less_exact_or_more_so_is_near(prompt, answer, typed, reason):
    verdict = judged("numeric", prompt, answer, typed)
    assert (verdict.grade, verdict.parts[0].reason) == ("near", reason)


@pytest.mark.parametrize(("prompt", "answer", "typed"), WRONG)
def test_another_date_is_wrong(prompt, answer, typed):
    assert judged("numeric", prompt, answer, typed).grade == "wrong"
