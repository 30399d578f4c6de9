import pytest

from studykit.article.noise import is_caption, is_chrome, is_related_label, is_table_row
from studykit.article.script import fold

CHROME = [
    "学思文库 XUESI.EXAMPLE.COM",
    "https://example.com/a/b.html",
    "您的位置：首页 > 新闻 > 正文",
    "首页 > 观点 > 时评",
    "【字体：大 中 小】",
    "字号：大 中 小　打印　分享",
    "分享到：",
    "下载",
    "#酒店業 #旅遊 #人手短缺",
    "讚好 12　分享",
    "财经频道",
    "×",
    "》》点击图片进入专题《《",
    "[我要纠错]　[收藏]　[关闭窗口]",
    "关于我们 | 联系我们 | 版权声明 | 网站地图",
    "关于我们 | 联系方式",
    "赞赏",
    "扫一扫在手机打开当前页",
    "关注“某某发布”微信公众号",
    "上一篇：城市更新怎么走",
    "下一篇：没有了",
    "版权所有：某某网　未经许可不得转载",
    "某ICP备12345678号-1",
    "主办单位：某市人民政府办公室",
    "声明：本文转载自网络，版权归原作者所有",
    "本网站使用cookies以改善浏览体验。",
    "阅读：1352 次",
    "第 3 页 共 12 页",
    "- 12 -",
    "3/12",
    "abcd39f1fb7f426d9dfb6bd0fa1f2146:",
    "（完）",
    "財政預算案更多相關新聞",
    "請加入成為本報的月費訂戶，長期支持我們的工作。",
    "月費訂戶 網址：example.com/join#subscribe",
    "---",
]
PROSE = [
    "首页设计更加简洁，用户增长了三成。",
    "全年出口增长 > 进口增长，顺差扩大至3.2亿元。",
    "分享经济规模突破3万亿元，比上年增长一成。",
    "中小企业数量超过5000家",
    "大中小学思政课一体化建设扎实推进",
    "订阅用户达到1200万户，比上年增长8%。",
    "该公司使用的芯片全部由国内企业设计。",
    "下载量突破1亿次，打印耗材销售额下降",
    "2025年",
    "第三产业增加值增长5.3%",
    "版权产业增加值占国内生产总值的比重为7.4%。",
    "阅读写作能力明显提高",
    "公众关注的食品安全问题得到解决",
    "，",
]


@pytest.mark.parametrize("line", CHROME)
def test_chrome(line: str) -> None:
    assert is_chrome(fold(line))


@pytest.mark.parametrize("line", PROSE)
def test_no_chrome(line: str) -> None:
    assert not is_chrome(fold(line))


@pytest.mark.parametrize(
    "line",
    [
        "圖表來源：統計處",
        "图表来源：国家统计局",
        "资料图片",
        "工人在车间作业。本报记者 张三 摄",
        "人流回升，但旅客只看不買。梁曉嵐攝",
        "市长作报告。某日报记者 李四",
        "图为改造后的老街",
        "沈某某作政府工作报告。",
        "省长沈某某作政府工作报告",
        "图1：近五年研发投入",
        "表2 主要经济指标",
        "▲新建的跨江大桥",
        "圖片來源：政府新聞網",
    ],
)
def test_caption(line: str) -> None:
    assert is_caption(fold(line))


@pytest.mark.parametrize(
    "line",
    [
        "全年共拍摄影片三百部。",
        "现在，我代表市人民政府，向大会作政府工作报告。",
        "政府工作报告",
        "记者从发布会上获悉，出口额增长两成。",
        "资料显示，上半年销量增长一成。",
        "图书馆总数达到3200个",
        "表现最好的是制造业",
        "统计局表示，数据来源可靠。",
    ],
)
def test_no_caption(line: str) -> None:
    assert not is_caption(fold(line))


@pytest.mark.parametrize(
    "line", ["相关阅读", "相关报道：", "延伸阅读：", "推荐阅读", "热门文章", "相關新聞"]
)
def test_related(line: str) -> None:
    assert is_related_label(fold(line))


@pytest.mark.parametrize(
    "line", ["相关部门", "阅读更多的书", "最新数据", "推荐目录发布", "热点问题"]
)
def test_not_related(line: str) -> None:
    assert not is_related_label(fold(line))


@pytest.mark.parametrize(
    "row",
    [
        "| 指标 | 2024年 | 2025年 |",
        "|---|---|---|",
        "粮食\t70650\t1.6",
        "粮食  70650  1.6",
        "油料 3863 2.5",
        "指标\t单位\t绝对数",
    ],
)
def test_table_row(row: str) -> None:
    assert is_table_row(fold(row))


@pytest.mark.parametrize(
    "line",
    [
        "旅遊業復甦　上半年旅客升一成二　零售業仍待回暖",
        "海南省省长  刘某某",
        "GJ 1214b於2009年被發現距離地球40光年",
        "粮食  产量增长  3%。",
        "一 二",
        "2026 年的目标",
    ],
)
def test_no_table_row(line: str) -> None:
    assert not is_table_row(fold(line))
