"""Cards with several answers and cards with something to pick from."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studykit.cards.model import CARD_TYPES, Card
from studykit.grading.judge import judge
from studykit.grading.verdict import propose
from tests.grading.cases import judged

TEAS = ("龙井", "碧螺春", "祁门红茶", "六安瓜片")
LINES = ("采摘要早，手要轻", "杀青、揉捻要匀", "烘干要透")
OPTIONS = ("绿茶", "红茶", "白茶", "黑茶")
WHICH = "镇上出哪些茶？"

LISTS = [
    (TEAS, "right", 1.0),
    (TEAS[::-1], "right", 1.0),
    (("龙井、碧螺春、祁门红茶、六安瓜片",), "right", 1.0),
    (("六安瓜片 祁门红茶 碧螺春 龍井",), "right", 1.0),
    ((*TEAS, "龙井"), "right", 1.0),
    (TEAS[:3], "near", 0.75),
    (TEAS[:2], "near", 0.5),
    ((*TEAS, "咖啡"), "near", 0.8),
    ((*TEAS[:3], "咖啡"), "near", 0.75),
    ((*TEAS[:3], "六安西片"), "near", 0.875),
    (TEAS[:1], "wrong", 0.25),
    (("咖啡", "可可"), "wrong", 0.0),
    ((), "wrong", 0.0),
    (("", " "), "wrong", 0.0),
]


@pytest.mark.parametrize(("typed", "grade", "score"), LISTS)
def test_a_list_gives_credit_for_each_item(typed, grade, score):
    verdict = judged("list", WHICH, TEAS, typed)
    assert (verdict.grade, round(verdict.score, 3)) == (grade, score)


def test_each_item_of_a_list_says_what_it_was_matched_to():
    parts = judged("list", WHICH, TEAS[:3], ("咖啡", "碧螺春", "祁门紅茶")).parts
    assert [(part.typed, part.expected, part.grade, part.reason) for part in parts] == [
        ("", "龙井", "wrong", "missing"),
        ("碧螺春", "碧螺春", "right", ""),
        ("祁门紅茶", "祁门红茶", "right", "script"),
        ("咖啡", "", "wrong", "extra"),
    ]


@given(st.permutations(TEAS))
def test_the_order_of_an_unordered_list_does_not_matter(typed):
    assert judged("list", WHICH, TEAS, typed).score == 1
    assert judged("list", WHICH, TEAS, ("，".join(typed),)).score == 1


def test_a_step_out_of_order_is_near():
    verdict = judged("list", "步骤？", LINES, (LINES[0], LINES[2], LINES[1]), ordered=True)
    assert verdict.grade == "near"
    assert [part.reason for part in verdict.parts].count("order") == 1
    assert judged("list", "步骤？", LINES, LINES, ordered=True).grade == "right"


def test_items_with_commas_of_their_own_are_put_together_again():
    assert judged("list", "步骤？", LINES, ("；".join(LINES),), ordered=True).grade == "right"
    pieces = ("采摘要早", "手要轻", "杀青", "揉捻要匀", "烘干要透")
    assert judged("list", "步骤？", LINES, pieces, ordered=True).grade == "right"


CLOZES = [
    ("茶是____，水是____。", ("君", "臣"), ("君", "臣"), "right"),
    ("茶是____，水是____。", ("君", "臣"), ("臣", "君"), "wrong"),
    ("茶是____，水是____。", ("君", "臣"), ("君", ""), "near"),
    ("茶是____，水是____。", ("君", "臣"), ("君",), "near"),
    ("镇上产茶叶、____和____。", ("丝绸", "竹器"), ("竹器", "丝绸"), "right"),
    ("镇上产茶叶、____和____。", ("丝绸", "竹器"), ("竹器、丝绸",), "right"),
    ("镇上产“____”“____”。", ("丝绸", "竹器"), ("竹器", "丝绸"), "right"),
    ("镇上产茶叶、____和____。", ("丝绸", "竹器"), ("竹器", "竹器"), "near"),
    ("镇上产茶叶、____和____。", ("丝绸", "竹器"), ("铁器", "瓷器"), "wrong"),
    ("茶产量达____吨，增长____。", ("1,280", "5%"), ("1280", "百分之五"), "right"),
    ("茶产量达____吨，增长____。", ("1,280", "5%"), ("5%", "1280"), "wrong"),
]


@pytest.mark.parametrize(("prompt", "answer", "typed", "grade"), CLOZES)
def test_blanks_are_judged_one_by_one(prompt, answer, typed, grade):
    assert judged("cloze", prompt, answer, typed).grade == grade


def test_a_wrong_blank_shows_what_was_typed_there():
    (part, _) = judged("cloze", "产____和____。", ("丝绸", "竹器"), ("铁器", "竹器")).parts
    assert (part.typed, part.expected, part.grade) == ("铁器", "丝绸", "wrong")


CHOICES = [
    *[
        (text, "right")
        for text in ("b", "B", "Ｂ", "B.", "(b)", "选B", "红茶", "紅茶", "B、红茶", "B 红茶", " b ")
    ],
    *[
        (text, "wrong")
        for text in ("a", "C", "绿茶", "绿茶红茶", "e", "h", "", "不知道", "黑茶", "选D", "bb")
    ],
]


@pytest.mark.parametrize(("typed", "grade"), CHOICES)
def test_a_choice_is_made_by_letter_or_by_text(typed, grade):
    assert judged("choice", "哪种最多？", "红茶", typed, options=OPTIONS).grade == grade


def test_options_that_are_figures_are_told_apart_by_value():
    options = ("4%", "9.9%", "19.9%", "22.1%")
    assert judged("choice", "多少？", "9.9%", "百分之九点九", options=options).grade == "right"
    assert judged("choice", "多少？", "9.9%", "19.9%", options=options).grade == "wrong"


YES = ("t", "T", "true", "对", "對", "正确", "是", "是的", "√", "yes", "对。", "ｔ")
NO = ("f", "F", "False", "错", "錯", "否", "不对", "×", "no", "错误", "錯誤", "不是")


@pytest.mark.parametrize("typed", YES)
def test_words_for_true(typed):
    assert judged("truefalse", "茶是树叶。", True, typed).grade == "right"
    assert judged("truefalse", "茶是树叶。", False, typed).grade == "wrong"


@pytest.mark.parametrize("typed", NO)
def test_words_for_false(typed):
    assert judged("truefalse", "茶是树叶。", False, typed).grade == "right"
    assert judged("truefalse", "茶是树叶。", True, typed).grade == "wrong"


@pytest.mark.parametrize("typed", ["", "也许", "对错", "maybe"])
def test_anything_else_is_neither(typed):
    assert judged("truefalse", "茶是树叶。", True, typed).grade == "wrong"
    assert judged("truefalse", "茶是树叶。", False, typed).grade == "wrong"


@pytest.mark.parametrize(
    ("typed", "rating"), [(TEAS, "good"), (TEAS[:2], "hard"), (TEAS[:1], "again"), ((), "again")]
)
def test_the_proposed_rating_follows_the_grade(typed, rating):
    assert propose(judged("list", WHICH, TEAS, typed)) == rating


anything = st.text(max_size=30) | st.text(
    "一二三十百万亿半第前翻番成分之0123456789.,/%:-年月日个元不和、“” abk", max_size=20
)
ANSWERS = {"truefalse": True, "cloze": ("茶叶", "3万吨"), "list": TEAS}


@given(st.sampled_from(CARD_TYPES), st.lists(anything, max_size=5), anything)
def test_judging_never_raises(type_, typed, answer):
    for given_answer in (ANSWERS.get(type_, "3万亿元"), ANSWERS.get(type_, answer)):
        options = (given_answer, "x") if type_ == "choice" else ()
        verdict = judge(Card(type_, "产____和____，多少元？", given_answer, options=options), typed)
        assert 0 <= verdict.score <= 1


@given(st.sampled_from(["qa", "numeric"]), anything.filter(str.strip), anything)
def test_the_card_s_own_answer_is_right(type_, answer, prompt):
    assert judge(Card(type_, prompt, answer), (answer,)).grade == "right"
    assert judge(Card(type_, prompt, "茶", accept=(answer,)), (f" {answer}\n",)).grade == "right"


def test_judging_loads_nothing_heavy():
    code = (
        "import sys, studykit.grading.judge as j\nfrom studykit.cards.model import Card\n"
        "assert j.judge(Card('numeric', '多少元？', '3万亿元'), ('30000亿',)).grade == 'right'\n"
        "print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not set(done.stdout.split()) & {"rich", "yaml", "jieba", "rjieba", "opencc", "typer"}
