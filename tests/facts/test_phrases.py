"""Words with offsets, and the noun phrases at the edges of a clause."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studykit.facts.phrases import (
    causative,
    nominal,
    phrase_start,
    subject_end,
    within,
    word_at,
    word_before,
)
from tests.facts.reading import cut

SUBJECTS = [
    ("科技创新能力不断提升", "科技创新能力"),
    ("全市粮食产量为42万吨", "全市粮食产量"),
    ("数字经济成为新引擎", "数字经济"),
    ("生态环境质量持续改善", "生态环境质量"),
    ("我国是制造业大国", "我国"),
    ("农村居民收入已经恢复", "农村居民收入"),
]
NO_SUBJECTS = [
    "加快建设现代化产业体系",
    "在新兴领域广泛应用",
    "以改革促发展",
    "随着人口老龄化加深",
    "为企业提供资金",
    "令公共开支增加",
]


@pytest.mark.parametrize(("text", "subject"), SUBJECTS)
def test_a_clause_opens_with_its_subject(text: str, subject: str) -> None:
    folded, words = cut(text)
    assert folded[: subject_end(words, 0, len(folded))] == subject


@pytest.mark.parametrize("text", NO_SUBJECTS)
def test_a_clause_opens_without_a_subject(text: str) -> None:
    folded, words = cut(text)
    assert subject_end(words, 0, len(folded)) == 0


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("数字经济成为新引擎", "新引擎"),
        ("我国是制造业大国", "制造业大国"),
        ("推动产业转型升级", "产业转型升级"),
    ],
)
def test_a_clause_closes_with_a_phrase(text: str, phrase: str) -> None:
    folded, words = cut(text)
    assert folded[phrase_start(words, 0, len(folded)) :] == phrase


@pytest.mark.parametrize("text", ["能力不断提升", "产量为42万吨", "使企业受益"])
def test_a_clause_closes_without_a_phrase(text: str) -> None:
    folded, words = cut(text)
    assert phrase_start(words, 0, len(folded)) == len(folded)


@pytest.mark.parametrize("text", ["现代化产业体系", "粮食安全的根基", "教育和医疗", "一条新路"])
def test_noun_phrases(text: str) -> None:
    folded, words = cut(text)
    assert nominal(words, 0, len(folded))


@pytest.mark.parametrize("text", ["加快建设体系", "我国是大国", "不断提升", "在新兴领域", ""])
def test_no_noun_phrases(text: str) -> None:
    folded, words = cut(text)
    assert not nominal(words, 0, len(folded))


@pytest.mark.parametrize(
    ("text", "size"),
    [("令公共开支增加", 1), ("使得企业受益", 2), ("推动产业升级", 2), ("导致价格上涨", 2)],
)
def test_causatives_are_passed_over(text: str, size: int) -> None:
    assert causative(text, 0, len(text)) == size


@pytest.mark.parametrize("text", ["公共开支增加", "口令输入错误", "企业受益", "产业推动升级"])
def test_other_openings_are_not(text: str) -> None:
    assert causative(text, 0, len(text)) == 0


def test_quoted_terms_and_titles_stay_whole() -> None:
    _, words = cut("发挥“压舱石”作用，印发《长江保护规划》")
    assert {w.text for w in words} >= {"“压舱石”", "《长江保护规划》"}


@given(st.text("科技创新能力不断提升，“压舱石”《规划》3.5%GDP 、的在以和", max_size=24))
def test_words_cover_the_sentence(text: str) -> None:
    folded, words = cut(text)
    assert "".join(w.text for w in words) == folded
    assert [folded[w.start : w.end] for w in words] == [w.text for w in words]
    assert [word_at(words, w.start) for w in words] == words
    assert [word_before(words, w.end) for w in words] == words
    inner = {at for w in words for at in range(w.start + 1, w.end)}
    assert not any(word_at(words, at) or word_before(words, at) for at in inner)
    assert within(words, 0, len(folded)) == words


@given(st.text("科技创新能力不断提升为是在产业、的和企业", max_size=20), st.data())
def test_phrases_end_and_begin_inside_their_stretch(text: str, data: st.DataObject) -> None:
    _, words = cut(text)
    start = data.draw(st.sampled_from([w.start for w in words] or [0]))
    end = data.draw(st.sampled_from([w.end for w in words if w.end > start] or [start]))
    assert start <= subject_end(words, start, end) <= end
    assert start <= phrase_start(words, start, end) <= end
