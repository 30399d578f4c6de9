from typing import Any

import pytest
import yaml
from hypothesis import given

from studykit.cards.model import Card
from studykit.deck.decode import parse_deck
from studykit.deck.dump import dump_deck, scalar
from studykit.deck.made import stamp
from studykit.deck.model import Deck
from tests.deck.making import DECK, decks, texts

PAGE = """\
format: studykit-deck/1
id: county
title: 县域经济
language: zh-Hans
SOURCE
warnings:
- {kind: same-year-change, line: 3, message: 两端同年：“2025年”}
cards:
- id: ID0
  type: numeric
  fact: f1
  section: 农业
  prompt: 我县粮食总产量是多少？
  answer: "42.6万吨"
  accept: ["42.6 万吨"]
  explanation: 含稻谷与玉米。
  quote: 粮食总产量达到42.6万吨
  span: [10, 22]
  tags: [figure]
- id: ID1
  type: cloze
  fact: f2
  prompt: 稻谷为____，玉米为____。
  answer: ["30.1万吨", "8.2万吨"]
  quote: [稻谷为30.1万吨, 玉米为8.2万吨]
  span: [[23, 32], [33, 41]]
- id: ID2
  type: truefalse
  fact: f2
  prompt: 稻谷少于玉米。
  answer: false
  derived: "30.1>8.2"
- id: ID3
  type: choice
  fact: f3
  prompt: 首位产业是什么？
  answer: 装备制造
  options: [装备制造, 文化旅游, 生物医药, 现代物流]
  quote: 首位产业是装备制造
- id: ID4
  type: list
  fact: f4
  prompt: 按时间先后，办了哪三件事？
  answer: [修路, 通水, 建校]
  ordered: true
  quote: 先修路，再通水，后建校
- id: ID5
  type: qa
  fact: f5
  prompt: 根基是什么？
  answer: 实体经济
  quote: 根基是实体经济
"""


def test_the_layout_is_the_one_a_person_reads() -> None:
    source = f"source: {{path: articles/county.txt, sha256: {'ab' * 32}, author: 作者, "
    page = PAGE.replace("SOURCE", source + 'published: "2025-12-19", publisher: 本报}')
    for at, card in enumerate(DECK.cards):
        page = page.replace(f"ID{at}", card.id)
    assert dump_deck(DECK) == page


@pytest.mark.parametrize(
    "text",
    ["2.54%", "12:30", "no", "Yes", "NULL", "~", "010", "-1", ".5", "a: b", "a #b", "", " a", "y"],
)
def test_what_could_be_something_else_is_quoted(text: str) -> None:
    assert scalar(text) == f'"{text}"'


@pytest.mark.parametrize(
    "text",
    [
        "稻谷为30.1万吨",
        "“压舱石”",
        "no way",
        "nothing",
        "GDP增长5%",
        "A/B (C)",
        "深圳—香港",
        "《纲要》",
    ],
)
def test_plain_words_stay_plain(text: str) -> None:
    assert scalar(text) == text


def test_what_a_terminal_would_obey_is_escaped() -> None:
    assert scalar("\x1b[31m\u202e\n") == r'"\x1b[31m\u202e\n"'


@pytest.mark.parametrize("loader", [yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)])
@given(texts)
def test_any_text_comes_back_from_yaml_in_any_place(loader: type, text: str) -> None:
    written = scalar(text)
    assert "\n" not in written
    page = f"a: {written}\nb: [{written}, {written}]\nc: {{d: {written}}}\n"
    value: Any = yaml.load(page, Loader=loader)
    assert value == {"a": text, "b": [text, text], "c": {"d": text}}


@given(decks)
def test_a_deck_comes_back_as_it_was(deck: Deck) -> None:
    for one in (deck, stamp(deck)):
        file = parse_deck(dump_deck(one), "deck.yaml")
        assert file.problems == ()
        assert file.deck == one


def plain(card: Card) -> dict[str, Any]:
    """The card as any YAML reader should see it."""
    fields = {
        "id": card.id,
        "type": card.type,
        "fact": card.fact,
        "section": card.section,
        "prompt": card.prompt,
        "answer": list(card.answer) if isinstance(card.answer, tuple) else card.answer,
        "options": list(card.options),
        "derived": card.derived,
        "accept": list(card.accept),
        "explanation": card.explanation,
        "quote": card.quotes[0] if len(card.quotes) == 1 else list(card.quotes),
        "tags": list(card.tags),
    }
    kept = {key: value for key, value in fields.items() if value not in ("", [])}
    return kept | ({"ordered": card.ordered} if card.type == "list" else {})


@given(decks)
def test_any_yaml_reader_sees_the_same_deck(deck: Deck) -> None:
    loaded = yaml.safe_load(dump_deck(deck))
    assert (loaded["id"], loaded["title"]) == (deck.id, deck.title)
    for found, card in zip(loaded["cards"], deck.cards, strict=True):
        assert {k: v for k, v in found.items() if k not in ("span", "gone")} == plain(card)
