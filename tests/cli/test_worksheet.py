import re
from dataclasses import replace

import pypdfium2
import pytest

from studykit.cards.model import Card
from studykit.deck.file import write_deck
from studykit.deck.model import Source
from tests.fonts import need_chinese_font
from tests.terminal.samples import DECK


@pytest.fixture
def tea(tmp_path):
    write_deck(tmp_path / "tea.yaml", DECK)
    return "tea.yaml"


@pytest.fixture
def rice(tmp_path):
    card = Card(
        "qa", "稻田靠什么增产？", "好种子", ("稻田靠好种子增产",), section="稻", id="ri000001"
    )
    write_deck(tmp_path / "rice.yaml", replace(DECK, id="rice", title="小镇的米", cards=(card,)))
    return "rice.yaml"


def read(path):
    return path.read_text(encoding="utf-8")


def test_a_test_and_its_key(studykit, tea, tmp_path):
    result = studykit("export", "worksheet", tea, "-o", "t.html", "-n", "6")
    assert (result.code, result.err) == (0, "")
    assert result.out == (
        "t.html: 6 questions, 13 points\nt-key.html: the answers, for the teacher\n"
    )
    test, key = read(tmp_path / "t.html"), read(tmp_path / "t-key.html")
    for card in DECK.cards:
        assert card.prompt.split("____")[0] in test
    assert "36.5吨" in key
    assert "新的灌溉办法" not in test


def test_versions_in_chinese(studykit, tea, tmp_path):
    words = ["--versions", "A，B", "--lang", "zh", "-n", "6"]
    result = studykit("export", "worksheet", tea, "-o", "x/t.docx", *words)
    assert result.out == (
        "x/t-A.docx：6道题，13分\nx/t-B.docx：6道题，13分\nx/t-key.docx：答案，给老师\n"
    )
    assert len([*(tmp_path / "x").iterdir()]) == 3


def test_pdf(studykit, tea, tmp_path):
    need_chinese_font()
    assert studykit("export", "worksheet", tea, "-o", "t.pdf", "--title", "小测验").code == 0
    [page] = pypdfium2.PdfDocument(tmp_path / "t.pdf")
    assert "小测验" in page.get_textpage().get_text_range()


@pytest.mark.parametrize(
    ("words", "prompts"),
    [
        (["--types", "qa,list"], ["制茶的三步", "靠什么提高了产量"]),
        (["--section", "市场", "--types", "choice"], ["主要卖到哪里"]),
        (["--tag", "figure"], ["茶叶产量达到多少"]),
    ],
)
def test_cards_are_chosen(studykit, tea, tmp_path, words, prompts):
    result = studykit("export", "worksheet", tea, "-o", "t.html", *words)
    assert result.out.startswith(f"t.html: {len(prompts)} question")
    assert result.out.endswith("no more questions that fit and give away no other's answer.\n")
    test = read(tmp_path / "t.html")
    assert test.count("<article>") == len(prompts)
    assert all(prompt in test for prompt in prompts)


def test_several_decks(studykit, tea, rice, tmp_path):
    assert studykit("export", "worksheet", tea, rice, tea, "-o", "t.html").code == 0
    test = read(tmp_path / "t.html")
    assert "<h1>小镇的茶 · 小镇的米</h1>" in test
    assert test.count("<article>") == 7


def test_lines_of_the_article_where_it_is_at_hand(studykit, tmp_path):
    from hashlib import sha256

    from studykit.article.span import Span

    text = "小镇\n\n茶园靠新的灌溉办法提高了产量。\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    quote = "茶园靠新的灌溉办法提高了产量"
    at = text.index(quote)
    card = replace(DECK.cards[0], quotes=(quote,), spans=(Span(at, at + len(quote)),))
    source = Source("a.txt", sha256(text.encode()).hexdigest())
    write_deck(tmp_path / "a.yaml", replace(DECK, cards=(card,), source=source))
    studykit("export", "worksheet", "a.yaml", "-o", "t.html")
    assert "line 3" in read(tmp_path / "t-key.html")
    (tmp_path / "a.txt").unlink()
    studykit("export", "worksheet", "a.yaml", "-o", "t.html")
    assert not re.search(r"line \d", read(tmp_path / "t-key.html"))


def test_a_seed_gives_the_same_test_again(studykit, tea, tmp_path):
    def made(seed):
        studykit("export", "worksheet", tea, "-o", "t.html", "--seed", seed, "-n", "3")
        return read(tmp_path / "t.html")

    assert made(1) == made(1)
    assert len({made(seed) for seed in range(6)}) > 1


def test_the_deck_is_only_read(studykit, tmp_path):
    text = "format: studykit-deck/1\ntitle: 茶\ncards:\n- {prompt: 什么？, answer: 茶}\n"
    (tmp_path / "own.yaml").write_text(text, encoding="utf-8")
    assert studykit("export", "worksheet", "own.yaml", "-o", "t.html").code == 0
    assert read(tmp_path / "own.yaml") == text


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ([], 2, "say with -o FILE.pdf which file to write"),
        (["-o", "t.txt"], 1, "t.txt: a worksheet ends in .html, .pdf, .docx"),
        (["-o", "t.html", "--tag", "无"], 1, "tea.yaml: no card is of this kind"),
        (["-o", "t.html", "--types", "essay"], 2, "there is no card type essay"),
        (["-o", "t.html", "--versions", "../A"], 2, "../A cannot name a version"),
        (["-o", "t.html", "--versions", "A,a"], 1, "two versions of one name: A, a"),
        (["-o", "t.html", "-n", "0"], 2, "-n must be at least 1"),
        (["-o", "t.pdf", "--font", "甲骨文"], 1, "there is no font 甲骨文"),
        (["-o", "tea.yaml/t.html"], 1, "tea.yaml/t.html: cannot be written"),
    ],
)
def test_what_cannot_be_is_said_in_one_line(studykit, tea, tmp_path, words, code, said):
    result = studykit("export", "worksheet", tea, *words)
    assert (result.code, result.out) == (code, "")
    assert said in result.err
    assert [path.name for path in tmp_path.iterdir() if path.suffix != ".yaml"] in ([], ["state"])


def test_a_deck_with_a_fault_is_named_by_line(studykit, tmp_path):
    text = "format: studykit-deck/1\ntitle: 茶\ncards:\n- prompt: 一\n"
    (tmp_path / "bad.yaml").write_text(text, encoding="utf-8")
    result = studykit("export", "worksheet", "bad.yaml", "-o", "t.html")
    assert result.code == 1
    assert result.err.startswith("bad.yaml:4: ")
