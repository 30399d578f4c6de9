import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import event, given

from studykit.cards.model import Card
from studykit.deck.decode import parse_deck
from studykit.deck.dump import dump_card, dump_deck
from studykit.deck.file import load_deck
from studykit.deck.made import stamp
from studykit.deck.model import Deck
from studykit.deck.strict import read_card, read_strict
from tests.deck.edited import edited
from tests.deck.making import DECK, cards, decks

ROOT = Path(__file__).parent.parent.parent
HEAD = "format: studykit-deck/1\ntitle: 甲\ncards:\n"
PAGE = dump_deck(stamp(DECK))


@given(decks)
def test_what_is_written_is_read_as_the_yaml_reader_has_it(deck: Deck) -> None:
    for one in (deck, stamp(deck)):
        text = dump_deck(one)
        assert read_strict(text) == parse_deck(text, "").deck == one


@given(edited())
def test_whatever_is_edited_is_read_as_the_yaml_reader_has_it_or_not_at_all(text: str) -> None:
    deck = read_strict(text)
    event(f"read: {deck is not None}")
    if deck is not None:
        file = parse_deck(text, "")
        assert (file.deck, file.problems) == (deck, ())


@given(edited())
def test_any_block_is_read_as_the_yaml_reader_has_it_or_not_at_all(text: str) -> None:
    for piece in text.partition("cards:\n")[2].split("\n- "):
        block = f"- {piece.removeprefix('- ')}\n"
        card = read_card(block)
        event(f"read: {card is not None}")
        if card is not None:
            file = parse_deck(HEAD + block, "")
            assert file.problems == ()
            assert file.deck
            assert file.deck.cards == (card,)


@given(decks)
def test_a_block_is_its_card(deck: Deck) -> None:
    for card in deck.cards:
        assert read_card(dump_card(card)) == card


@given(cards())
def test_a_card_without_id_is_for_the_yaml_reader(card: Card) -> None:
    assert read_card(dump_card(card)) is None


def test_the_sample_deck_is_read() -> None:
    text = (ROOT / "decks" / "innovation.yaml").read_text(encoding="utf-8")
    deck = read_strict(text)
    assert deck is not None
    assert deck == parse_deck(text, "").deck


# What a person may do and the file still keeps the layout.
KEPT = [
    ("title: 县域经济", 'title: "县域经济"'),
    ("title: 县域经济", 'title: ""'),
    ("answer: false", "answer: true"),
    ("answer: 实体经济", "answer: null"),
    ("answer: 实体经济", r'answer: "\u5b9e\x41\U00020bb7\n\""'),
    ("answer: [修路, 通水, 建校]", "answer: 修路"),
    ("answer: [修路, 通水, 建校]", 'answer:\n  - 修路\n  - "通水, 建校"'),
    ("answer: [修路, 通水, 建校]", 'answer: ["修路", "通, 水", 建校]'),
    ("  type: qa\n", "  type: numeric\n"),
    ("  tags: [figure]\n", '  tags: ""\n'),
    ("  tags: [figure]\n", ""),
    ("  tags: [figure]\n", "  tags: [figure]\n  gone: true\n"),
    ("  span: [10, 22]\n", "  span: [[010, 22]]\n"),
    ("  section: 农业\n", ""),
]
# What another reader has to see to: another layout, or a problem.
REFUSED = [
    ("format: studykit-deck/1\n", ""),
    ("format: studykit-deck/1", "format: studykit-deck/2"),
    ("format: studykit-deck/1", "format: studykit-deck/1 "),
    ("format: studykit-deck/1\n", "\ufeffformat: studykit-deck/1\n"),
    ("format: studykit-deck/1\n", "# 注\nformat: studykit-deck/1\n"),
    ("id: county\n", ""),
    ("id: county\n", 'id: ""\n'),
    ("language: zh-Hans\n", ""),
    ("language: zh-Hans\n", 'language: ""\n'),
    ("title: 县域经济", "title: '县域经济'"),
    ("title: 县域经济", "title: 县域: 经济"),
    ("title: 县域经济", "title: 县域经济 # 注"),
    ("title: 县域经济", "title: 县域经济#注"),
    ("title: 县域经济", "title: [县域经济]"),
    ("title: 县域经济", "title: &a 县域经济"),
    ("title: 县域经济", "title: 2025"),
    ("title: 县域经济", 'title: "县域\t经济"'),
    ("title: 县域经济", r'title: "\ud800"'),
    ("title: 县域经济", r'title: "\U00110000"'),
    ("title: 县域经济", r'title: "\a"'),
    ("title: 县域经济", 'title: "县域"经济"'),
    ("title: 县域经济", "title: 县域\x85经济"),
    ("title: 县域经济", "title:\t县域经济"),
    ("title: 县域经济", "title: 县域经济\r"),
    ("title: 县域经济\n", "title: 县域经济\nmine: 我的\n"),
    ("path: articles/county.txt, ", ""),
    ("path: articles/county.txt, ", 'path: "", '),
    ("author: 作者, ", "author: 作者, mine: 我的, "),
    ("line: 3, ", ""),
    ("line: 3, ", "line: three, "),
    ("line: 3, ", "line: -3, "),
    ("line: 3, ", "line: ３, "),
    ("kind: same-year-change, line: 3, ", "line: 3, kind: same-year-change, "),
    ("warnings:\n", "warnings: []\n"),
    ("cards:\n", "cards:\n# 注\n"),
    ("cards:\n", "cards:\n\n"),
    ("cards:\n", "cards: []\n"),
    ("  type: qa\n", "  type: quiz\n"),
    ("  type: qa\n", ""),
    ("  type: qa\n", "  type: qa\n  mine: 我的\n"),
    ("  type: qa\n", "  type: choice\n"),
    ("  type: qa\n", "  type: cloze\n"),
    ("  type: qa\n", "  type: truefalse\n"),
    ("  answer: 实体经济\n", ""),
    ("  answer: 实体经济\n", "  answer: 实体经济\n  answer: 实体经济\n"),
    ("  answer: 实体经济\n", "  answer:\n"),
    ("  answer: 实体经济\n", '  answer: ""\n'),
    ("  answer: 实体经济\n", '  answer: " "\n'),
    ("  answer: 实体经济\n", "  answer: [实体经济]\n"),
    ("  answer: 实体经济\n", "  answer:\n  - 实体经济\n"),
    ("  answer: 实体经济\n", "  answer: >-\n    实体经济\n"),
    ("  answer: 实体经济\n", "  answer: 实体\n    经济\n"),
    ("  answer: 实体经济\n", "  answer: [实体经济\n"),
    ("answer: [修路, 通水, 建校]", 'answer: [修路, " ", 建校]'),
    ("answer: [修路, 通水, 建校]", "answer: [修路,通水, 建校]"),
    ("answer: [修路, 通水, 建校]", "answer: [修路, 通水, 建校, ]"),
    ("answer: [修路, 通水, 建校]", "answer: [修路, [通水], 建校]"),
    ("answer: [修路, 通水, 建校]", "answer: []"),
    ("answer: [修路, 通水, 建校]", "answer:\n    - 修路"),
    ("answer: [修路, 通水, 建校]", "answer:\n  - 修路\n  # 注"),
    ("  answer: 装备制造\n", "  answer: 装备\n"),
    ("文化旅游, 生物医药", "文化旅游, 文化旅游"),
    ("文化旅游, 生物医药", '文化旅游, "文化 旅游"'),
    ("answer: false", "answer: no"),
    ("answer: false", 'answer: "false"'),
    ("answer: false", "answer: False"),
    ("ordered: true", "ordered: yes"),
    ("稻谷为____，", "稻谷为，"),
    ("  prompt: 根基是什么？\n", '  prompt: " "\n'),
    ("  span: [10, 22]\n", "  span: [10, 22, 30]\n"),
    ("  span: [10, 22]\n", "  span: [[10, 22], [23, 24]]\n"),
    ("  span: [10, 22]\n", "  span: [1０, 22]\n"),
    ("  span: [10, 22]\n", f"  span: [10, {'9' * 5000}]\n"),
    ("  span: [10, 22]\n", "  span: 10\n"),
    ("  tags: [figure]\n", "  tags: [figure]\n  gone: yes\n"),
    ("  tags: [figure]\n", "  tags: [figure]  # 注\n"),
    ("  tags: [figure]\n", "  tags: [figure]\n\n"),
    ("made: >-  # what", "made: >-  # What"),
    ("made: >-  # what", "made: |-  # what"),
    ("  header-", "   header-"),
    ("  header-", "  \u00a0header-"),
    ("  header-", "mine: 我的\n  header-"),
]


@pytest.mark.parametrize(("old", "new"), KEPT)
def test_an_edit_within_the_layout_is_read(old: str, new: str) -> None:
    assert old in PAGE
    text = PAGE.replace(old, new)
    file = parse_deck(text, "")
    assert (file.deck, file.problems) == (read_strict(text), ())


@pytest.mark.parametrize(("old", "new"), REFUSED)
def test_anything_else_is_for_the_yaml_reader(old: str, new: str) -> None:
    assert old in PAGE
    assert read_strict(PAGE.replace(old, new)) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        PAGE.replace("\n", "\r\n"),
        PAGE + "\n",
        PAGE + "mine: 我的\n",
        PAGE[:-1],
        PAGE.replace(DECK.cards[1].id, DECK.cards[0].id),
        PAGE.partition("- id")[0],
    ],
)
def test_so_is_a_file_that_is_not_whole(text: str) -> None:
    assert read_strict(text) is None


def test_loading_a_deck_falls_back_on_the_yaml_reader(tmp_path: Path) -> None:
    path = tmp_path / "d.yaml"
    path.write_text("# 注\n" + PAGE, encoding="utf-8")
    assert load_deck(path) == stamp(DECK)


def test_loading_a_deck_in_the_layout_needs_no_yaml() -> None:
    code = (
        "import sys; from studykit.deck.file import load_deck; load_deck(sys.argv[1]);"
        "print('yaml' in sys.modules, 'studykit.deck.decode' in sys.modules)"
    )
    argv = [sys.executable, "-c", code, str(ROOT / "decks" / "innovation.yaml")]
    done = subprocess.run(argv, cwd=ROOT, capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout == "False False\n"
