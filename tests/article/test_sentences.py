import pytest

from studykit.article.sentences import MAX_SENTENCE, split
from studykit.article.span import Span
from studykit.article.tape import splice


def sentences(text: str) -> list[str]:
    return [tape.text for tape in split(splice(text, [Span(0, len(text))]))]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("增长3%。下降2%。", ["增长3%。", "下降2%。"]),
        ("怎么办？干！就这样……好", ["怎么办？", "干！", "就这样……", "好"]),
        ("真的吗？！是的。", ["真的吗？！", "是的。"]),
        ("他说：“要改革。”会议结束。", ["他说：“要改革。”", "会议结束。"]),
        ("他說：「要改革。」會議結束。", ["他說：「要改革。」", "會議結束。"]),
        ("首先（见图。）其次。最后。", ["首先（见图。）其次。", "最后。"]),
        ("引号“没有闭合。下一句。", ["引号“没有闭合。", "下一句。"]),
        ("多出的”引号。下一句。", ["多出的”引号。", "下一句。"]),
        ("同比增长5.3%. 其中出口增长2%.", ["同比增长5.3%.", "其中出口增长2%."]),
        ("增长一成｡下降两成｡", ["增长一成｡", "下降两成｡"]),
        (" 前后空白。 下一句。 ", ["前后空白。", "下一句。"]),
    ],
)
def test_split(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "研发投入强度提升到2.54%",
        "一是稳就业；二是促消费；三是扩投资。",
        "“稳增长，要看长远。”他说，短期靠政策。",
        "他强调，“科技是核心要素”“要及时应用”，要求落实。",
        "“好不好？”是群众的评价。",
        "喊出“加油！”的口号。",
        "推出App 2.0和No.1产品",
        "访问example.com/?a=b查询",
        "（详见附件。）",
        "《为什么？》一书出版",
    ],
)
def test_not_split(text: str) -> None:
    assert sentences(text) == [text]


def test_long_quotations_of_whole_sentences_are_split_inside() -> None:
    said = "我们要把改革推向前进，把发展成果惠及全体人民，久久为功。"
    text = f"他说：“{said * 7}”"
    assert sentences(text) == [f"他说：“{said}", *[said] * 5, f"{said}”"]


def test_what_has_no_end_is_parted_at_its_pauses() -> None:
    clause = "这一句里没有句号，"
    parts = sentences(f"开头。{clause * 300}甲、乙。结尾。")
    assert "".join(parts) == f"开头。{clause * 300}甲、乙。结尾。"
    assert max(map(len, parts)) <= MAX_SENTENCE
    assert (parts[0], parts[-1]) == ("开头。", "结尾。")
    assert all(part.endswith("，") for part in parts[1:-2])


def test_what_has_no_pauses_either_is_no_sentence() -> None:
    assert sentences(f"开头。{'字' * 3000}，后半句。结尾。") == ["开头。", "，后半句。", "结尾。"]
    assert sentences("字" * 3000) == []
    assert sentences("字" * MAX_SENTENCE) == ["字" * MAX_SENTENCE]


@pytest.mark.parametrize("text", ["（记者 张三）", "（完）", "(责任编辑：李四)", "……", "。", "”"])
def test_credits_and_bare_marks_are_no_sentences(text: str) -> None:
    assert sentences(f"增长3%。{text}") in (["增长3%。"], [f"增长3%。{text}"])
    assert not any("记者" in part or "编辑" in part for part in sentences(f"增长3%。{text}"))


def test_a_bracket_with_content_is_kept() -> None:
    assert sentences("增长3%。（其中出口增长2%。）") == ["增长3%。", "（其中出口增长2%。）"]
