import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studykit.facts.dictionary import Dictionary, load_dictionary

ROOT = Path(__file__).parents[2]
ARTICLES = [ROOT / "seeds/innovation.txt", *sorted((ROOT / "tests/articles").glob("*.txt"))]
SMALL = """\
中 100 f
中国 50 ns
中国人 20 n
人 80 n
国 30 n
国人 5 n
甲乙 4 n
乙丙 9 n
中心 7 n
人民大会堂 3 nt
中国 60 nz
C盘 3 n
东 8 f
东西 8 n
西南 9 f
南 9 f
"""
# What stands between blanks is one word.
CUTS = [
    ("中国", "中国"),
    ("中国人", "中国人"),
    ("中国人人", "中国人 人"),
    ("中心中国", "中心 中国"),
    ("人民", "人 民"),
    ("人民大会堂人民大会", "人民大会堂 人 民 大 会"),
    ("人，国", "人 ， 国"),
    ("中2.5%国", "中 2 . 5 % 国"),
    ("GDP2025年", "GDP2025 年"),
    ("a-b", "a - b"),
    ("C盘", "C盘"),
    ("中文abc", "中 文 abc"),
    # Both cuts are as likely: the longer first word wins.
    ("东西南", "东西 南"),
    # 甲 alone is no word, so it cannot leave 乙 to the likelier 乙丙.
    ("甲乙丙", "甲乙 丙"),
]
LEFT_ALONE = ["中", "丁", "，", "7", "a", "\n", "\r\n", "𠀀", "·", "㐀", "é", "abc123"]


@pytest.fixture(scope="module")
def dictionary():
    return load_dictionary()


@pytest.fixture(scope="module")
def jieba():
    with pytest.MonkeyPatch.context() as patch:
        # jieba takes a fifth of a second for it, and it warns.
        patch.setitem(sys.modules, "pkg_resources", None)
        import jieba
    jieba.setLogLevel(60)
    jieba.initialize()
    return jieba


@pytest.mark.parametrize(("text", "words"), CUTS)
def test_the_likeliest_words(text, words):
    assert list(Dictionary(SMALL).cut(text)) == words.split(" ")


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_stays_whole(text):
    assert list(Dictionary(SMALL).cut(text)) == [text]


def test_no_text_has_no_words():
    assert list(Dictionary(SMALL).cut("")) == []


def test_words_that_were_met_have_tags_and_the_last_line_counts():
    small = Dictionary(SMALL)
    assert list(small.cut("中国人")) == ["中国人"]
    assert small.tags["中国"] == "nz"
    assert "甲乙" not in small.tags


def mixed_text() -> st.SearchStrategy[str]:
    """Words of all kinds, run together with anything else."""
    words = (ROOT / "seeds/innovation.txt").read_text(encoding="utf-8")
    return st.lists(
        st.one_of(
            st.integers(0, len(words) - 8).map(lambda at: words[at : at + 7]),
            st.text(st.sampled_from(sorted(set(words))), max_size=6),
            st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), max_size=4),
            st.text(max_size=4),
            st.text(st.sampled_from("aZ09.%-+#&_ \r\n\t　，"), max_size=5),
        ),
        max_size=8,
    ).map("".join)


@settings(deadline=None)
@given(mixed_text())
def test_cuts_as_jieba_does(dictionary, jieba, text):
    assert list(dictionary.cut(text)) == list(jieba.cut(text, HMM=False))


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_cuts_articles_as_jieba_does(path, dictionary, jieba):
    text = path.read_text(encoding="utf-8")
    words = list(dictionary.cut(text))
    assert words == list(jieba.cut(text, HMM=False))
    assert {word for word in words if len(word) > 2} & dictionary.tags.keys()


@given(mixed_text(), mixed_text())
def test_what_was_cut_before_changes_nothing(before, text):
    used = Dictionary(SMALL)
    list(used.cut(before))
    assert list(used.cut(text)) == list(Dictionary(SMALL).cut(text))
