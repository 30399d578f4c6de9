import pytest
from hypothesis import given
from hypothesis import strategies as st

from studykit.facts.clauses import (
    CLOSERS,
    OPENERS,
    skip_connectives,
    split_clauses,
    trim,
)
from tests.facts.pairs import balanced

# The clauses, each with the mark that ends it.
CUT = [
    (
        "粮食总产量为42.6万吨，比上年增长3.1%；其中，稻谷为30.1万吨。",
        "粮食总产量为42.6万吨，|比上年增长3.1%；|其中，|稻谷为30.1万吨。",
    ),
    ("会议强调：“要稳中求进，以进促稳。”", "会议强调：|要稳中求进，|以进促稳。"),
    ("产业升级——由低端到高端，步伐加快", "产业升级——|由低端到高端，|步伐加快"),
    ("价格上涨！需求下降？未必", "价格上涨！|需求下降？|未必"),
    ("增收,节支;提效", "增收,|节支;|提效"),
    ("他说，“这是第一步。”随后离开", "他说，|这是第一步。|随后离开"),
    ("“甲方案造价低”，“乙方案工期短”", "“甲方案造价低”，|“乙方案工期短”"),
    ("（一）提高质量，增加效益", "（一）提高质量，|增加效益"),
]
WHOLE = [
    "一般公共预算收入1,280.5亿元",
    "盈余：928亿元",
    "会议于12:30开始",
    "比例为6:3:1",
    "三大工程（含桥梁，隧道；码头）进展顺利",
    "规划《长江，黄河》印发",
    "“稳就业”“稳物价”成效明显",
    "创新驱动、开放引领、绿色发展",
]


@pytest.mark.parametrize(("text", "wanted"), CUT)
def test_a_sentence_is_cut_at_its_marks(text: str, wanted: str) -> None:
    assert "|".join(text[c.start : c.end] + c.mark for c in split_clauses(text)) == wanted


@pytest.mark.parametrize("text", WHOLE)
def test_marks_in_brackets_and_numbers_cut_nothing(text: str) -> None:
    assert [(c.start, c.end, c.mark) for c in split_clauses(text)] == [(0, len(text), "")]


def test_only_the_stretch_asked_for_is_cut() -> None:
    text = "甲增长，乙下降，丙持平"
    assert [text[c.start : c.end] for c in split_clauses(text, 4, 7)] == ["乙下降"]


TRIMMED = [
    ("，增长3%。", "增长3%"),
    ("”随后离开", "随后离开"),
    ("他说“", "他说"),
    ("“稳就业”，", "“稳就业”"),
    ("“要稳中求进", "要稳中求进"),
    ("（见附表", "见附表"),
    ("——核心是人才——", "核心是人才"),
    ("、钢铁、", "钢铁"),
    ("-12℃，", "-12℃"),
]
UNTOUCHED = [
    "增长3%",
    "“稳就业”成效明显",
    "发挥“压舱石”",
    "（一）提高质量",
    "《规划》",
    "稳中有进（见附表）",
    "甲、乙",
    "A-B",
    "-3.5%",
]


@pytest.mark.parametrize(("text", "wanted"), TRIMMED)
def test_stray_marks_at_the_edges_are_trimmed(text: str, wanted: str) -> None:
    start, end = trim(text, 0, len(text))
    assert text[start:end] == wanted


@pytest.mark.parametrize("text", UNTOUCHED)
def test_what_belongs_to_the_words_stays(text: str) -> None:
    assert trim(text, 0, len(text)) == (0, len(text))


SKIPPED = [
    ("而且价格上涨", "价格上涨"),
    ("但是库存仍高", "库存仍高"),
    ("因为成本上升", "成本上升"),
    ("一是抓投资", "抓投资"),
    ("其次要改革", "要改革"),
    ("从而提高效率", "提高效率"),
    ("更要注重质量", "要注重质量"),
    ("同时也推动转型", "推动转型"),
    ("可见差距明显", "差距明显"),
    ("虽然需求不足", "需求不足"),
    ("另外还新增两条航线", "新增两条航线"),
    ("则是另一回事", "是另一回事"),
]
KEPT = [
    "而立之年创业",
    "并购重组活跃",
    "但愿人长久",
    "就业形势稳定",
    "即将开工",
    "也门局势缓和",
    "既有成绩",
    "更加注重质量",
    "还款能力增强",
    "又称双碳目标",
    "更新设备",
    "若干意见出台",
]


@pytest.mark.parametrize(("text", "wanted"), SKIPPED)
def test_connectives_are_skipped(text: str, wanted: str) -> None:
    assert text[skip_connectives(text, 0, len(text)) :] == wanted


@pytest.mark.parametrize("text", KEPT)
def test_words_that_begin_like_connectives_stay(text: str) -> None:
    assert skip_connectives(text, 0, len(text)) == 0


MARKS = "，。；：、！？,;:!?—-–.… “”‘’（）()《》【】「」〈〉[]"
TEXTS = st.text(
    st.sampled_from("".join(sorted(set(MARKS))) + "增长下降而并其中是12%A"), max_size=40
)


@given(TEXTS)
def test_clauses_stand_in_order_and_apart(text: str) -> None:
    end = 0
    for clause in split_clauses(text):
        assert end <= clause.start < clause.end <= len(text)
        end = clause.end


@given(TEXTS)
def test_no_word_is_lost_by_cutting(text: str) -> None:
    clauses = "".join(text[c.start : c.end] for c in split_clauses(text))
    assert [ch for ch in clauses if ch.isalnum()] == [ch for ch in text if ch.isalnum()]


@given(TEXTS)
def test_a_trimmed_text_has_no_open_end(text: str) -> None:
    start, end = trim(text, 0, len(text))
    assert 0 <= start <= end <= len(text)
    assert trim(text, start, end) == (start, end)
    part = text[start:end]
    if part:
        assert part[0] not in CLOSERS
        assert part[-1] not in OPENERS
        assert part[0] not in "，。；：、！？"
        assert part[-1] not in "，。；：、！？"


@given(TEXTS)
def test_trimming_takes_no_word(text: str) -> None:
    start, end = trim(text, 0, len(text))
    assert not any(ch.isalnum() for ch in text[:start] + text[end:])


@given(TEXTS.filter(balanced))
def test_trimming_a_clause_of_a_paired_text_leaves_no_lone_mark_at_its_edge(text: str) -> None:
    for clause in split_clauses(text):
        part = text[clause.start : clause.end]
        opener = part[0] in OPENERS
        assert not opener or OPENERS[part[0]] in part[1:]
        closer = part[-1] in CLOSERS
        assert not closer or CLOSERS[part[-1]] in part[:-1]


@given(st.text(st.sampled_from("而且但是因为其中同时更要还也一是稳增长，、"), max_size=20))
def test_skipping_connectives_goes_forward_and_ends(text: str) -> None:
    start = skip_connectives(text, 0, len(text))
    assert 0 <= start <= len(text)
    assert skip_connectives(text, start, len(text)) == start
