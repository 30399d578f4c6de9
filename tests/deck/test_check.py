from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from studykit.article.model import Metadata
from studykit.article.source import SourceText
from studykit.deck.check import check_deck
from studykit.deck.dump import dump_deck
from studykit.deck.made import stamp
from studykit.deck.model import Deck, Source, Warning
from studykit.errors import DeckError, ReadError
from tests.cards.making import GOOD, QUOTE, TRUE, at

ARTICLE = f"县情\n{QUOTE}。\n县域发展的根基是实体经济。把装备制造定为首位产业。\n"
ARTICLE += "全县重点发展装备制造、文化旅游、现代物流。\n"


def read(path: str) -> SourceText:
    data = Path(path).read_bytes()
    return SourceText(data.decode(), path, sha256(data).hexdigest(), "txt", Metadata())


@pytest.fixture
def deck(tmp_path: Path) -> Deck:
    """A deck without a fault, beside its article."""
    (tmp_path / "county.txt").write_text(ARTICLE, "utf-8")
    cards = []
    for card in (card for card in GOOD if card is not TRUE):
        spans = [(ARTICLE.index(quote), ARTICLE.index(quote) + len(quote)) for quote in card.quotes]
        cards.append(at(card, *spans))
    source = Source("county.txt", read(str(tmp_path / "county.txt")).sha256)
    return stamp(Deck("county", "县情", "zh-Hans", tuple(cards), source))


def problems(tmp_path: Path, deck: Deck, text: str = "") -> list[tuple[int, str]]:
    path = tmp_path / "county.yaml"
    path.write_text(text or dump_deck(deck), "utf-8")
    found = check_deck(path, read)
    assert all(problem.path == str(path) for problem in found)
    return [(problem.line, problem.message) for problem in found]


def line(deck: Deck, card: int) -> int:
    lines = dump_deck(deck).splitlines()
    return lines.index(f"- id: {deck.cards[card].id}") + 1


def test_a_deck_in_order_has_no_problems(tmp_path: Path, deck: Deck) -> None:
    assert problems(tmp_path, deck) == []


def test_the_article_is_also_looked_for_from_the_working_folder(
    tmp_path: Path, deck: Deck, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "decks").mkdir()
    assert problems(tmp_path / "decks", deck) == []


def test_a_broken_rule_is_told_at_the_line_of_its_card(tmp_path: Path, deck: Deck) -> None:
    cards = (*deck.cards[:2], replace(deck.cards[2], prompt="其中，稻谷为____，玉米为____。"))
    bad = stamp(replace(deck, cards=(*cards, *deck.cards[3:])))
    [(where, message)] = problems(tmp_path, bad)
    assert where == line(bad, 2)
    assert message.startswith("rule 4: ")
    assert message.endswith(": 其")


def test_two_cards_that_ask_the_same_are_told_at_the_second(tmp_path: Path, deck: Deck) -> None:
    twice = stamp(replace(deck, cards=(*deck.cards, replace(deck.cards[0], id=""))))
    [(where, message)] = problems(tmp_path, twice)
    assert where == line(twice, len(deck.cards))
    assert message.startswith("rule 20: ")


def test_a_quote_that_stands_elsewhere_is_told(tmp_path: Path, deck: Deck) -> None:
    card = deck.cards[1]
    moved = replace(card, spans=tuple(replace(span, end=span.end + 1) for span in card.spans))
    bad = replace(deck, cards=(deck.cards[0], moved, *deck.cards[2:]))
    assert [(where, text[:7]) for where, text in problems(tmp_path, bad)] == [
        (line(bad, 1), "rule 1:")
    ]


def test_a_missing_article_is_one_problem_at_its_line(tmp_path: Path, deck: Deck) -> None:
    (tmp_path / "county.txt").unlink()
    [(where, message)] = problems(tmp_path, deck)
    assert where == 5
    assert "county.txt" in message


def test_an_article_that_cannot_be_read_is_told(tmp_path: Path, deck: Deck) -> None:
    def refuse(path: str) -> SourceText:
        raise ReadError(f"{path}: binary")

    (tmp_path / "county.yaml").write_text(dump_deck(deck), "utf-8")
    [problem] = check_deck(tmp_path / "county.yaml", refuse)
    assert (problem.line, problem.message) == (5, f"{tmp_path / 'county.txt'}: binary")


def test_a_changed_article_is_told_once_and_only_lost_words_are_faults(
    tmp_path: Path, deck: Deck
) -> None:
    changed = "新的一行\n" + ARTICLE.replace("根基是实体经济", "根基是工业")
    (tmp_path / "county.txt").write_text(changed, "utf-8")
    found = problems(tmp_path, deck)
    lost = next(n for n, card in enumerate(deck.cards) if card.answer == "实体经济")
    assert [(where, text[:7]) for where, text in found] == [
        (5, "the art"),
        (line(deck, lost), "rule 1:"),
    ]


def test_a_card_that_is_gone_is_not_held_against_the_article(tmp_path: Path, deck: Deck) -> None:
    gone = replace(deck.cards[0], gone=True, quotes=("别处的实体经济",), id="old")
    assert problems(tmp_path, replace(deck, cards=(*deck.cards, gone))) == []


@pytest.mark.parametrize(
    "words", ["第1行作“2023年”，第2行作“2024年”", "第1行作「2023年」，第2行作「2024年」"]
)
def test_a_prompt_may_not_take_a_contradiction_for_sure(
    tmp_path: Path, deck: Deck, words: str
) -> None:
    told = Warning("conflict", 2, words)
    found = problems(tmp_path, replace(deck, warnings=(told,)))
    doubted = [n for n, card in enumerate(deck.cards) if "2024年" in card.prompt]
    assert doubted
    assert [message[:7] for _where, message in found] == ["rule 22"] * len(doubted)


def test_a_hand_written_deck_needs_no_quotes(tmp_path: Path, deck: Deck) -> None:
    head = "format: studykit-deck/1\ntitle: 甲\n"
    cards = "cards:\n- prompt: 首都在哪里？\n  answer: 北京\n"
    assert problems(tmp_path, deck, head + cards) == []
    with_source = problems(tmp_path, deck, head + "source: county.txt\n" + cards)
    assert [(where, message[:7]) for where, message in with_source] == [
        (5, "rule 1:"),
        (5, "rule 2:"),
    ]


def test_schema_problems_and_broken_rules_come_together_in_order(
    tmp_path: Path, deck: Deck
) -> None:
    text = (
        "format: studykit-deck/1\ntitle: 甲\ncards:\n- prompt: 这是什么？\n  answer: 甲\n"
        "- prompt: 没有答案\n- prompt: 其二是什么？\n  answer: 乙\n"
    )
    assert [where for where, _message in problems(tmp_path, deck, text)] == [4, 6, 7]


def test_a_file_that_is_no_deck_is_one_problem(tmp_path: Path, deck: Deck) -> None:
    assert [where for where, _message in problems(tmp_path, deck, "购物清单\n")] == [1]


def test_a_file_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(DeckError):
        check_deck(tmp_path / "none.yaml", read)
