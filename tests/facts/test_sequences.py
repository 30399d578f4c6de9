"""Points told off one by one, with the words that introduce them."""

import pytest

from tests.facts.reading import facts_of

TOLD = [
    (
        "下一步抓好三件事。一是扩大内需，二是稳定外贸，三是防范风险。",
        "下一步抓好三件事",
        "扩大内需|稳定外贸|防范风险",
    ),
    (
        "增收慢，原因有三：一是品种老化，二是销路不畅，三是缺乏人才。",
        "增收慢，原因有三",
        "品种老化|销路不畅|缺乏人才",
    ),
    (
        "改革要过三关。第一，要过观念关。第二，要过利益关。第三，要过能力关。",
        "改革要过三关",
        "要过观念关|要过利益关|要过能力关",
    ),
    ("提高效率要做到：一要简化流程；二要数据共享。", "提高效率要做到", "简化流程|数据共享"),
    ("问题有两个：其一，投入不足；其二，管理粗放。", "问题有两个", "投入不足|管理粗放"),
    (
        "香港有兩項優勢：一是法治健全，二是資金自由流動。",
        "香港有兩項優勢",
        "法治健全|資金自由流動",
    ),
]
NOT_TOLD = [
    "他第一，你第二。",
    "一是一，二是二。",
    "一要吃饭，二要建设。",
    "首先感谢各位来宾的到来。",
    "最后，祝大家身体健康。",
    "原因有三：一是品种老化，二是销路不畅。",
]


@pytest.mark.parametrize(("text", "introduction", "points"), TOLD)
def test_sequences(text: str, introduction: str, points: str) -> None:
    (found,) = facts_of(text).sequences
    assert found.introduction == introduction
    assert found.points == tuple(points.split("|"))
    assert [p.text for p in found.passages] == list(found.points)


@pytest.mark.parametrize("text", NOT_TOLD)
def test_no_sequences(text: str) -> None:
    assert [s.points for s in facts_of(text).sequences] == []


def test_the_last_point_is_not_lost() -> None:
    text = "做好这项工作，首先，要摸清底数；其次，要分类施策；最后，要建章立制。"
    (found,) = facts_of(text).sequences
    assert found.points == ("要摸清底数", "要分类施策", "要建章立制")
