from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import event, given

from studykit.cards.model import Card
from studykit.deck.decode import parse_deck
from studykit.deck.dump import dump_card, dump_deck
from studykit.deck.index import find_card, index_deck, read_indexed_card
from studykit.deck.made import stamp
from studykit.errors import DeckError
from tests.deck.edited import edited, written
from tests.deck.making import DECK

PAGE = dump_deck(stamp(DECK))
HEAD = "format: studykit-deck/1\ntitle: 甲\ncards:"
BY_HAND = {
    "short": "\n- prompt: 问\n  answer: 答\n- prompt: 再问\n  answer: 再答",
    "indented": """
  # 注
  - prompt: 问
    answer: 答

  # 注
  - answer: 乙
    prompt: 再问

""",
    "dash alone": """
-
  # 注
  answer: 答
  prompt: 问
-   prompt: 再问
    answer: 乙
""",
    "before other keys": "\n- prompt: 问\n  answer: 答\nmine: 我的\n",
    "in brackets": " [{prompt: 问, answer: 答}, {answer: 乙,\nprompt: 再问}]\n",
    "in brackets each": "\n- {prompt: 问, answer: 答}  # 注\n- {prompt: 再问,\n   answer: 乙}\n",
    "long texts": """
- prompt: |
    问
     什么

  answer: 甲
    乙
  explanation: "一
    二

    三"
- prompt: 再问
  answer: |+
    乙


- prompt: >2
      三
    问
  answer: 丙
""",
    "aliases": "\n- &a\n  prompt: 问\n  answer: &b 答\n- prompt: 再问\n  answer: *b\n",
    "tags": "\n- !card\n  prompt: !!str 问\n  answer: 答\n- ? prompt\n  : 再问\n  answer: 乙\n",
    "same prompts": "\n- prompt: 问\n  answer: 甲\n- prompt: 问\n  answer: 乙\n",
    "gone": "\n- prompt: 问\n  answer: 甲\n  gone: yes\n- prompt: 再问\n  answer: 乙\n",
    "other line ends": "\n- prompt: 问\r  answer: 答\r- prompt: 再问\x85  answer: 乙\u2028",
    "odd ids": "\n- id: 'a b:c'\n  fact: 甲 乙\n  prompt: 问\n  answer: 答\n",
    "end of document": "\n- prompt: 问\n  answer: 答\n...\n",
}


def cards_by_index(text: str, path: Path) -> list[tuple[str, str, Card]]:
    """Id, fact and card of everything that the index of a text names."""
    data = text.encode()
    path.write_bytes(data)
    index = index_deck(data, path)
    assert len(index.ids) == len(index.facts) == len(index.starts) == len(index.ends)
    read = [read_indexed_card(path, index, at) for at in range(len(index.ids))]
    return list(zip(index.ids, index.facts, read, strict=True))


def cards_of(text: str) -> list[tuple[str, str, Card]]:
    """The same of the whole deck read at once."""
    file = parse_deck(text, "")
    assert file.problems == ()
    assert file.deck
    return [(card.id, card.fact, card) for card in file.deck.cards if not card.gone]


@given(written)
def test_cards_of_our_own_layout_are_those_of_the_whole_deck(text: str) -> None:
    with TemporaryDirectory() as folder:
        assert cards_by_index(text, Path(folder, "d.yaml")) == cards_of(text)


@given(edited())
def test_cards_of_an_edited_file_are_those_of_the_whole_deck_or_it_is_refused(text: str) -> None:
    file = parse_deck(text, "")
    in_order = file.deck is not None and not file.problems
    event(f"in order: {in_order}")
    with TemporaryDirectory() as folder:
        if in_order:
            assert cards_by_index(text, Path(folder, "d.yaml")) == cards_of(text)
        else:
            with pytest.raises(DeckError):
                index_deck(text.encode(), "d.yaml")


@pytest.mark.parametrize("lead", ["", "\ufeff"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("name", BY_HAND)
def test_so_are_those_of_a_file_by_hand(name: str, newline: str, lead: str, tmp_path: Path) -> None:
    text = lead + (HEAD + BY_HAND[name]).replace("\n", newline)
    found = cards_by_index(text, tmp_path / "d.yaml")
    assert found == cards_of(text)
    assert found


def test_the_index_tells_the_deck(tmp_path: Path) -> None:
    index = index_deck(PAGE.encode(), "d.yaml")
    assert (index.id, index.title, index.unsaved) == ("county", "县域经济", False)
    blocks = [PAGE.encode()[a:b].decode() for a, b in zip(index.starts, index.ends, strict=True)]
    assert blocks == list(map(dump_card, DECK.cards))


@pytest.mark.parametrize(
    ("text", "unsaved"),
    [
        (f"{HEAD}\n- prompt: 问\n  answer: 答\n", True),
        (f"id: x\n{HEAD}\n- prompt: 问\n  answer: 答\n", True),
        (f"{HEAD}\n- id: a\n  prompt: 问\n  answer: 答\n", True),
        (f"id: x\n{HEAD}\n- id: a\n  prompt: 问\n  answer: 答\n", False),
        (f"id: x\n{HEAD}\n- id: ''\n  prompt: 问\n  answer: 答\n", True),
        (f"id: x\n{HEAD} []\n", False),
        (f"# 注\n{PAGE}", False),
    ],
)
def test_the_index_tells_whether_ids_are_missing_in_the_file(text: str, unsaved: bool) -> None:
    assert index_deck(text.encode(), "d.yaml").unsaved is unsaved


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe\x00",
        b"format: studykit-deck/1\n",
        PAGE.replace("type: qa", "type: x").encode(),
    ],
)
def test_a_file_that_is_not_in_order_is_told(data: bytes) -> None:
    with pytest.raises(DeckError, match=r"^d.yaml:"):
        index_deck(data, "d.yaml")


@pytest.mark.parametrize("text", [PAGE, f"# 注\n{PAGE}"])
def test_only_the_lines_of_the_card_are_read(text: str, tmp_path: Path) -> None:
    index = index_deck(text.encode(), "d.yaml")
    path = tmp_path / "d.yaml"
    others = bytearray(b"\xff" * len(text.encode()))
    others[index.starts[2] : index.ends[2]] = text.encode()[index.starts[2] : index.ends[2]]
    path.write_bytes(others)
    assert read_indexed_card(path, index, 2) == DECK.cards[2]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("format", "# 注\nformat"),
        ("我县粮食总产量是多少？", "多少？"),
        ("- id", "# 注\n- id"),
        ("\n", "\r\n"),
    ],
)
def test_a_card_that_has_moved_is_found(old: str, new: str, tmp_path: Path) -> None:
    path = tmp_path / "d.yaml"
    path.write_bytes(PAGE.replace(old, new).encode())
    index = index_deck(PAGE.encode(), path)
    assert read_indexed_card(path, index, 3) == DECK.cards[3]
    assert find_card(path, DECK.cards[3].id) == DECK.cards[3]


GONE = PAGE.replace("  quote: 首位产业是装备制造\n", "  quote: 首位产业是装备制造\n  gone: true\n")


@pytest.mark.parametrize(
    "now", [PAGE.replace(DECK.cards[3].id, "other"), PAGE[:200], "", "# 注\n" + GONE, None]
)
def test_a_card_that_is_not_there_any_more_is_told(now: str | None, tmp_path: Path) -> None:
    path = tmp_path / "d.yaml"
    if now is not None:
        path.write_text(now, encoding="utf-8", newline="")
    with pytest.raises(DeckError, match=r"d.yaml:"):
        read_indexed_card(path, index_deck(PAGE.encode(), path), 3)
