"""The door to the word cutter, with jieba's dictionary and, where it is installed, with rjieba."""

import sys

import pytest
from hypothesis import given, settings

from studykit.article.script import fold
from studykit.cli.articles import load_article
from studykit.deck.dump import dump_deck
from studykit.deck.generate import Options, generate
from studykit.facts.tagger import load_tagger
from tests.facts.test_dictionary import ARTICLES, mixed_text

WORDS = [
    ("提高", "提高/v"),
    ("创新", "创新/v"),
    ("科技创新", "科技/n 创新/v"),
    ("为2.54%", "为/p 2/m ./m 54/m %/m"),
]
NUMBERS = ["7", "2025", "2.54", "85%", "..", "%"]
UNKNOWN = ["GDP", "a", "，", "“", "𠀀", " ", "\n", "é", "唛", "郗", "篑"]
LIKE_NUMBERS = [("一", "m"), ("A5", "x"), ("-", "x"), ("５", "x"), ("①", "x"), ("٣", "x")]


def load(*, rjieba):
    with pytest.MonkeyPatch.context() as patch:
        if not rjieba:
            patch.setitem(sys.modules, "rjieba", None)
        return load_tagger()


@pytest.fixture(scope="module")
def by_jieba():
    return load(rjieba=False)


@pytest.fixture(scope="module")
def by_rjieba():
    pytest.importorskip("rjieba")
    return load(rjieba=True)


@pytest.fixture(params=["by_jieba", "by_rjieba"])
def tagger(request):
    return request.getfixturevalue(request.param)


@pytest.mark.parametrize(("text", "tagged"), WORDS)
def test_words_and_tags(tagger, text, tagged):
    assert " ".join(f"{word}/{tag}" for word, tag in tagger(text)) == tagged


@pytest.mark.parametrize("text", NUMBERS)
def test_numbers_are_tagged_m(tagger, text):
    assert {tag for _word, tag in tagger(text)} == {"m"}


@pytest.mark.parametrize(("text", "tag"), LIKE_NUMBERS)
def test_only_arabic_numbers_are_numbers_by_their_form(tagger, text, tag):
    assert tagger(text) == [(text, tag)]


@pytest.mark.parametrize("text", UNKNOWN)
def test_what_the_dictionary_lacks_is_tagged_x(tagger, text):
    assert tagger(text) == [(text, "x")]


@given(mixed_text())
def test_the_words_are_the_text(by_jieba, text):
    assert "".join(word for word, _tag in by_jieba(text)) == text


@settings(deadline=None)
@given(mixed_text())
def test_both_cutters_cut_and_tag_alike(by_jieba, by_rjieba, text):
    folded = fold(text)
    assert by_jieba(folded) == by_rjieba(folded)


def test_both_know_the_same_characters(by_jieba, by_rjieba):
    every = (fold(chr(code)) for code in range(0x110000) if not 0xD800 <= code < 0xE000)
    assert [char for char in every if by_jieba(char) != by_rjieba(char)] == []


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_decks_are_the_same_bytes_with_both(path, by_jieba, by_rjieba):
    article = load_article(str(path))
    one, other = (
        dump_deck(generate(article, tagger, Options()).deck) for tagger in (by_jieba, by_rjieba)
    )
    assert one == other
    assert one.count("\n- ") > 10
