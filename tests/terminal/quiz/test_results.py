import pytest

from studykit.quiz.events import Ended, Judged
from studykit.quiz.quiz import begun, replay
from studykit.terminal.answering.original import Original
from studykit.terminal.quiz.results import missed_lines, print_results, score_lines
from tests.quiz.making import AT, answered, started
from tests.terminal.samples import (
    ALL,
    CHOICE,
    HOSTILE,
    LIST,
    NUMERIC,
    QA,
    TRUEFALSE,
    memory_console,
    rendered,
    written,
)

ARTICLE = Original("tea.txt", "题目\n" + "。" * 77 + NUMERIC.quotes[0])


def held(*cards, answers=(), **rules):
    start = started(*cards, **rules)
    given = [answered(start, at, *typed) for at, typed in enumerate(answers)]
    return replay(start, given)


def lines(shown):
    return [line.strip() for line in rendered(shown).splitlines() if line.strip()]


def test_the_score_the_counts_the_time_and_each_type():
    quiz = held(QA, NUMERIC, CHOICE, TRUEFALSE, answers=[[QA.answer], ["36.5"], ["本地"]])
    assert lines(score_lines(quiz)) == [
        "1.5 of 4 points · 38%",
        "✓ 1   ≈ 1   ✗ 1   not answered 1",
        "12 s, 4 s each",
        "Q&A 1/1 · figure 0.5/1 · choice 0/1 · true/false 0/1",
    ]


@pytest.mark.parametrize(
    ("answers", "rules", "said"),
    [
        ([], {}, "0 s"),
        ([[QA.answer]], {}, "4 s, 4 s each"),
        ([[QA.answer], ["36.5"]], {"whole": 8}, "8 s; time was up"),
    ],
)
def test_how_long_it_took(answers, rules, said):
    assert said in lines(score_lines(held(QA, NUMERIC, answers=answers, **rules)))


def test_what_was_missed_has_its_quote_and_its_place():
    quiz = held(QA, NUMERIC, answers=[[QA.answer], ["37吨"]])
    assert lines(missed_lines(quiz, lambda card: ARTICLE)) == [
        "2. 小镇去年的茶叶产量达到多少？",
        "≈ 37吨",
        "→ 36.5吨",
        "「茶叶产量达到36.5吨」  tea.txt:2",
    ]


@pytest.mark.parametrize(
    ("card", "typed", "said"),
    [
        (TRUEFALSE, ["true"], "✗ true"),
        (LIST, ["采摘", "杀青"], "≈ 采摘 / 杀青"),
        (LIST, [], "→ 采摘 / 杀青 / 烘干"),
    ],
)
def test_what_was_said_stands_above_what_is_right(card, typed, said):
    assert said in lines(missed_lines(held(card, answers=[typed]), lambda card: Original()))


def test_without_the_article_the_section_is_the_place():
    shown = lines(missed_lines(held(NUMERIC), lambda card: Original()))
    assert "not answered" in shown
    assert shown[-1].endswith("」  茶园的一年")


def test_what_is_right_is_not_missed():
    quiz = held(NUMERIC, answers=[["36.5"]])
    judged = replay(quiz.start, [answered(quiz.start, 0, "36.5"), Judged(AT, 0, True)])
    assert missed_lines(judged, lambda card: Original()) == []
    assert missed_lines(quiz, lambda card: Original())


def test_text_of_a_deck_is_only_text():
    shown = rendered(missed_lines(held(HOSTILE), lambda card: Original("\x1b]0;x\x07")))
    assert "[bold]红字[/bold]" in shown
    assert not set("\x1b\x07\u202e") & set(shown)


@pytest.mark.parametrize(
    ("quiz", "said", "unsaid"),
    [
        (held(QA, answers=[[QA.answer]]), "Go on with: studykit quiz --resume", "points"),
        (replay(started(QA), [Ended(AT, "time")]), "0 of 1 point", "--resume"),
        (begun(started(*ALL)), "0 of 6 answered", "points"),
    ],
)
def test_what_is_printed_at_the_end(quiz, said, unsaid):
    console = memory_console()
    print_results(console, quiz, lambda card: Original(), ["tea.yaml: 少了一张"])
    assert said in written(console)
    assert unsaid not in written(console)
    assert "! tea.yaml: 少了一张" in written(console)
