from pathlib import Path

import pytest

from studykit.deck.file import load_deck, write_deck
from tests.terminal.samples import DECK


@pytest.mark.usefixtures("quick")
def test_without_a_terminal_it_stops_after_the_summary(studykit, article):
    result = studykit("learn", article())
    assert (result.code, result.err) == (0, "")
    assert "2 cards" in result.out
    assert "Sentences quoted: 2 of 2 (100%)" in result.out
    assert "studykit review decks/tea.yaml" in result.out
    assert len(load_deck("decks/tea.yaml").cards) == 2


@pytest.mark.usefixtures("quick")
def test_no_cards_is_no_failure(studykit, article):
    result = studykit("learn", article("short.txt", "嗯嗯\n"), "-o", "out.yaml")
    assert result.code == 0
    assert Path("out.yaml").exists()


def test_a_deck_is_summed_up(studykit, tmp_path):
    write_deck(tmp_path / "tea.yaml", DECK)
    result = studykit("learn", "tea.yaml")
    assert (result.code, result.err) == (0, "")
    assert "小镇的茶" in result.out
    assert "市场" in result.out
    assert "line 7: 变化的两端年份相同" in result.out


def test_a_hand_written_deck_gets_its_ids(studykit, article):
    path = article(
        "own.yaml",
        "format: studykit-deck/1\ntitle: 茶  # 我的\n"
        "cards:\n- prompt: 茶园在哪？\n  answer: 小镇\n",
    )
    assert studykit("learn", path).code == 0
    assert "# 我的" in Path(path).read_text("utf-8")
    assert load_deck(path).cards[0].id


@pytest.mark.parametrize("path", ["none.txt", "none.yaml"])
def test_what_is_not_there_is_one_line(studykit, path):
    result = studykit("learn", path)
    assert (result.code, result.out) == (1, "")
    assert path in result.err
    assert len(result.err.splitlines()) == 1


@pytest.mark.usefixtures("quick")
def test_in_chinese(studykit, article):
    result = studykit("learn", article(), "--lang", "zh")
    assert "引用的句子：2/2（100%）" in result.out
    assert "2 张卡片" in result.out


@pytest.mark.usefixtures("quick")
def test_making_it_again_says_what_became_of_the_cards(studykit, article):
    name = article("tea.md", "# 茶园\n\n小镇有一座老茶园。\n\n茶叶产量达到三十六吨。\n")
    assert "Merged" not in studykit("learn", name).out
    deck = Path("decks/tea.yaml")
    deck.write_text(
        deck.read_text("utf-8").replace("第1句说了什么？", "老茶园在哪里？"), encoding="utf-8"
    )
    article("tea.md", "# 茶园\n\n小镇有一座老茶园。\n")
    result = studykit("learn", name)
    assert (result.code, result.err) == (0, "")
    assert "1 with your edits" in result.out
    assert "1 gone from the article" in result.out
    assert f"The file as it was: {deck}.bak" in result.out
    assert "老茶园在哪里？" in deck.read_text("utf-8")


@pytest.mark.usefixtures("quick")
def test_cards_that_are_gone_are_not_reviewed(studykit, article):
    path = article(
        "own.yaml",
        "format: studykit-deck/1\ntitle: 茶\n"
        "cards:\n- prompt: 茶园在哪？\n  answer: 小镇\n  gone: true\n",
    )
    assert "There is nothing to review" in studykit("learn", path).out
