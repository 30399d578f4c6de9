import pytest

from studykit.article.problems import corrupt_tokens


@pytest.mark.parametrize(
    ("text", "token", "reading"),
    [
        ("占G党P的比重", "G党P", "GDP"),
        ("占G国DP的比重", "G国DP", "GDP"),
        ("手机A国PP的模式", "A国PP", "APP"),
        ("核心C户I上涨", "C户I", "CPI"),
        ("加入W丁O以来", "W丁O", "WTO"),
        ("型号Q甲X的", "Q甲X", ""),
        ("2O25年增长", "2O25", "2025"),
        ("3l.5亿元", "3l.5", "31.5"),
        ("增长\ufffd成", "\ufffd", ""),
        ("出现锟斤拷了", "锟斤拷", ""),
        ("增长\ue000\ue001成", "\ue000\ue001", ""),
        ("我国??取得", "??", ""),
        ("å¢žé•¿3%", "å¢žé•¿", ""),
    ],
)
def test_corrupt(text: str, token: str, reading: str) -> None:
    start = text.index(token)
    assert corrupt_tokens(text) == [(start, start + len(token), reading)]


@pytest.mark.parametrize(
    "text",
    [
        "A股B股均上涨",
        "CPI和PPI双双回升",
        "从A到B再到C",
        "AI与GDP的关系",
        "X光机和U盘",
        "PM2.5平均浓度为24微克",
        "1.5l的水",
        "5G基站、3D打印、4K电视",
        "GJ 1214b的质量",
        "真的吗？？是的",
        "O型血占三成",
        "Wi-Fi覆盖率",
        "app的用户",
    ],
)
def test_not_corrupt(text: str) -> None:
    assert corrupt_tokens(text) == []
