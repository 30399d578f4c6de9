import pytest

DECK = """\
format: studykit-deck/1
title: 茶
cards:
- prompt: 小镇的茶叶产量达到多少？
  type: essay
  answer: 三十六吨
"""
SOUND = "小镇有一座老茶园。\n茶园去年种了新树。\n"
DOUBTFUL = "小镇有一座老茶园。\n茶园面积由2021年的30公顷扩大到2021年的45公顷。\n"


def test_problems_have_path_and_line(studykit, article):
    result = studykit("check", article("tea.txt", DOUBTFUL), article("deck.yaml", DECK))
    assert (result.code, result.err) == (1, "")
    first, second, *_ = result.out.splitlines()
    assert first.startswith("tea.txt:2: ")
    assert second.startswith("deck.yaml:5: ")


def test_nothing_wrong_is_silent(studykit, article):
    result = studykit("check", article("a.txt", SOUND))
    assert (result.code, result.out, result.err) == (0, "", "")


def test_a_file_that_is_not_there_does_not_stop_the_others(studykit, article):
    result = studykit("check", "none.yaml", article("tea.txt", DOUBTFUL))
    assert result.code == 1
    assert "none.yaml" in result.err
    assert result.out.startswith("tea.txt:2: ")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_problems_of_a_deck_are_told_in_either_language(studykit, article, lang):
    result = studykit("check", article("deck.yaml", DECK), "--lang", lang)
    assert ("类型" in result.out) is (lang == "zh")
