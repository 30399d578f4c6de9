import pytest

from studykit.article.openings import opening_length, reported_by
from studykit.article.script import fold


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("某华社北京1月19日电（记者张三、李四）国家统计局发布数据。", "国家统计局发布数据。"),
        ("本报讯（记者 王五）昨日，全市降雨。", "昨日，全市降雨。"),
        ("中某网1月5日电 今年，产量增长。", "今年，产量增长。"),
        ("【某某日報專訊】旅遊署昨日公布數字。", "旅遊署昨日公布數字。"),
        ("【本報訊】記者陳大文報道：房屋署公布數字。", "房屋署公布數字。"),
        ("答：短期看，价格下降。", "短期看，价格下降。"),
    ],
)
def test_cut(text: str, rest: str) -> None:
    assert text[opening_length(fold(text)) :] == rest


@pytest.mark.parametrize(
    "text",
    [
        "1月19日，国家统计局发布数据。",
        "截至3月1日电量增长两成。",
        "【解读】为什么要扩大内需？",
        "答案只有一个：改革。",
        "本报告期内，收入增长。",
        "据统计，3月1日电影票房创新高。",
    ],
)
def test_kept(text: str) -> None:
    assert opening_length(fold(text)) == 0


def test_reporters_and_paper() -> None:
    text = "【某某日報專訊】記者"
    assert reported_by(text, fold(text)) == ("", "某某日報")
    text = "某华社北京1月19日电(记者张三、李四)数据显示。"
    assert reported_by(text, text) == ("张三、李四", "某华社")
    assert reported_by("数据显示，增长3%。", "数据显示，增长3%。") == ("", "")
