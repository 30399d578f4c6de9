from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studykit.classroom.asked import LONGEST_TEXT, asked, in_words, read_answer, shown
from studykit.questions.arrange import shuffled
from tests.classroom.samples import CANARY, CARDS, KINDS, questions, right_answer, wrong_answer

BY_KIND = dict(zip(KINDS, questions(), strict=True))


@pytest.mark.parametrize(
    ("card", "kind"),
    [
        ("choice", "choice"),
        ("truefalse", "truefalse"),
        ("numeric", "text"),
        ("qa", "text"),
        ("cloze", "blanks"),
        ("list", "items"),
        ("ordered", "order"),
    ],
)
def test_the_kind_of_a_card(card, kind):
    assert BY_KIND[card].kind == kind


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("seed", range(20))
def test_what_is_shown_holds_nothing_of_the_solution(kind, seed):
    (one,) = questions([kind], seed)
    out = shown(one)
    assert CANARY not in str(out)
    assert out["prompt"] == one.card.prompt
    assert set(out) <= {"kind", "prompt", "options", "blanks"}


def test_an_ordered_list_is_never_shown_in_its_order():
    for seed in range(200):
        (one,) = questions(["ordered"], seed)
        assert one.options != one.card.answers
        assert sorted(one.options) == sorted(one.card.answers)


def test_a_list_of_items_that_are_all_alike_has_no_order():
    card = replace(CARDS["ordered"], answer=("同", "同"))
    assert asked(shuffled(card, Random(1)), Random(1)).kind == "items"


@pytest.mark.parametrize(
    ("kind", "raw", "answer"),
    [
        ("choice", 0, 0),
        ("choice", 3, 3),
        ("truefalse", True, True),
        ("truefalse", False, False),
        ("qa", " a\tb ", "a b"),
        ("qa", "x" * LONGEST_TEXT, "x" * LONGEST_TEXT),
        ("qa", "\x1b[31mred\u202e", "[31mred"),
        ("cloze", ["a", ""], ("a", "")),
        ("list", ["a", "", "b"], ("a", "b")),
        ("ordered", [2, 0, 1], (2, 0, 1)),
    ],
)
def test_an_answer(kind, raw, answer):
    assert read_answer(BY_KIND[kind], raw) == answer


@pytest.mark.parametrize(
    ("kind", "raw"),
    [
        ("choice", -1),
        ("choice", 4),
        ("choice", True),
        ("choice", 1.0),
        ("choice", "1"),
        ("choice", None),
        ("truefalse", 1),
        ("truefalse", "true"),
        ("qa", ""),
        ("qa", "  "),
        ("qa", "x" * (LONGEST_TEXT + 1)),
        ("qa", ["a"]),
        ("qa", {"a": 1}),
        ("cloze", ["a"]),
        ("cloze", ["a", "b", "c"]),
        ("cloze", ["", ""]),
        ("cloze", ["a", 1]),
        ("cloze", "a"),
        ("list", []),
        ("list", [""]),
        ("list", ["a"] * 21),
        ("list", [["a"]]),
        ("ordered", [0, 1]),
        ("ordered", [0, 1, 1]),
        ("ordered", [0, 1, 3]),
        ("ordered", [False, 1, 2]),
        ("ordered", ["0", "1", "2"]),
    ],
)
def test_what_is_no_answer(kind, raw):
    assert read_answer(BY_KIND[kind], raw) is None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=3),
)


@given(st.sampled_from(KINDS), JSON)
def test_whatever_is_sent_is_an_answer_or_none_and_read_again_the_same(kind, raw):
    answer = read_answer(BY_KIND[kind], raw)
    if answer is not None:
        again = list(answer) if isinstance(answer, tuple) else answer
        assert read_answer(BY_KIND[kind], again) == answer
        assert all(isinstance(text, str) for text in in_words(BY_KIND[kind], answer))


@pytest.mark.parametrize("kind", KINDS)
def test_the_right_answer_in_words_is_the_answer_of_the_card(kind):
    one = BY_KIND[kind]
    words = in_words(one, right_answer(one))
    assert words == (one.card.answers or ("true",))
    assert in_words(one, wrong_answer(one)) != words
