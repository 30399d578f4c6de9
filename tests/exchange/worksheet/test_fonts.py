import pytest

from studykit.errors import ExchangeError
from studykit.exchange.worksheet.fonts import chosen_family

BOTH = ["Noto Serif CJK TC", "Noto Sans CJK SC", "Noto Serif CJK SC", "DejaVu Sans"]


@pytest.mark.parametrize(
    ("installed", "language", "want"),
    [
        (BOTH, "zh-Hans", "Noto Serif CJK SC"),
        (BOTH, "zh-Hant", "Noto Serif CJK TC"),
        (["SimSun", "Microsoft YaHei"], "zh-Hans", "SimSun"),
        (["Microsoft YaHei", "Microsoft JhengHei"], "zh-Hant", "Microsoft JhengHei"),
        (["Songti SC", "PingFang SC"], "zh-Hans", "Songti SC"),
        (["WenQuanYi Micro Hei"], "zh-Hant", "WenQuanYi Micro Hei"),
        (["AR PL UMing TW", "Droid Sans Fallback"], "zh-Hans", "Droid Sans Fallback"),
        (["Songti SC"], "zh-Hant", "Songti SC"),
        (["simsun"], "zh-Hans", "simsun"),
    ],
)
def test_the_best_there_is(installed, language, want):
    assert chosen_family(installed, language) == want


def test_the_one_that_is_wanted():
    assert chosen_family(["LXGW WenKai", *BOTH], "zh-Hans", "lxgw wenkai") == "LXGW WenKai"


@pytest.mark.parametrize(
    ("installed", "wanted", "words"),
    [
        ([], "", "apt install fonts-noto-cjk"),
        (["DejaVu Sans", "Noto Sans CJK JP"], "", "--font"),
        (BOTH, "Kai", "no font Kai"),
    ],
)
def test_none(installed, wanted, words):
    with pytest.raises(ExchangeError, match=words):
        chosen_family(installed, "zh-Hans", wanted)
