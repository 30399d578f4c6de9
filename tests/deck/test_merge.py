"""Regenerating over an old file: ids and a person's words stay, the rest is made anew."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studykit.article.span import Span
from studykit.cards.model import Card
from studykit.deck.decode import parse_deck
from studykit.deck.dump import dump_deck
from studykit.deck.made import stamp
from studykit.deck.merge import MergeReport, merge_deck
from studykit.deck.model import Deck, Warning
from studykit.errors import DeckError
from tests.deck.making import CARDS, DECK

OLD = stamp(replace(DECK, cards=CARDS))
TEXT = dump_deck(OLD)
IDS = [card.id for card in OLD.cards]


def made(*cards: Card, deck: Deck = DECK) -> Deck:
    """A freshly generated deck of these cards, which have no ids yet."""
    return stamp(replace(deck, cards=cards, made=()))


def merged(
    text: str, new: Deck, partial_source: str | None = None
) -> tuple[Deck, str, MergeReport]:
    out, report = merge_deck(text, new, "d.yaml", partial_source=partial_source)
    file = parse_deck(out, "d.yaml")
    assert file.problems == ()
    assert file.deck
    return file.deck, out, report


def other(card: Card) -> Card:
    return replace(card, prompt="另一问？", answer="另一答", fact="f-other", quotes=("另一答",))


def test_the_same_deck_again_changes_nothing() -> None:
    _deck, text, report = merged(TEXT, made(*CARDS))
    assert text == TEXT
    assert report == MergeReport(same=6)
    assert not report.in_doubt


def test_an_untouched_card_is_made_anew_under_its_old_id() -> None:
    better = replace(CARDS[5], prompt="县域的根基是什么？", explanation="更好的解释。")
    deck, text, report = merged(TEXT, made(*CARDS[:5], better))
    assert deck.cards == (*OLD.cards[:5], replace(better, id=IDS[5]))
    assert report == MergeReport(same=5, updated=1)
    assert merge_deck(text, made(*CARDS[:5], better), "d.yaml")[0] == text


EDITS = [
    ("prompt: 根基是什么？", "prompt: 县域发展的根基是什么？"),
    ("prompt: 根基是什么？", "prompt: 根基是什么？ # 必考"),
    ("prompt: 根基是什么？", "# 必考\n  prompt: 根基是什么？"),
    ("prompt: 根基是什么？", "mine: 我的\n  prompt: 根基是什么？"),
    ("prompt: 根基是什么？", "prompt: '根基是什么？'"),
    ("answer: 实体经济\n", "answer: 实体经济（制造业）\n"),
    ("answer: 实体经济\n", "answer: 实体经济\n  explanation: |\n    我的\n\n    # 解释\n"),
    ("type: qa", "type: choice\n  options: [实体经济, 数字经济]"),
]


@pytest.mark.parametrize(("old", "new"), EDITS)
def test_what_a_person_wrote_stays_to_the_letter(old: str, new: str) -> None:
    text = TEXT.replace(old, new)
    better = replace(CARDS[5], explanation="机器的解释。")
    _deck, out, report = merged(text, made(*CARDS[:5], better))
    assert out == text
    assert report == MergeReport(same=5, edited=1)
    assert report.in_doubt


@pytest.mark.parametrize(("old", "new"), EDITS)
def test_an_edited_card_that_is_gone_is_marked_and_comes_back_unmarked(old: str, new: str) -> None:
    text = TEXT.replace(old, new)
    deck, gone, report = merged(text, made(*CARDS[:5]))
    assert (report.gone, report.edited) == (1, 1)
    assert [card.gone for card in deck.cards] == [False] * 5 + [True]
    assert gone.replace("  gone: true\n", "") == text
    assert merged(gone, made(*CARDS[:5]))[1] == gone
    assert merged(gone, made(*CARDS))[1] == text


def test_an_untouched_card_that_is_gone_stays_marked_and_comes_back() -> None:
    deck, text, report = merged(TEXT, made(*CARDS[1:]))
    assert report == MergeReport(same=5, gone=1)
    assert deck.cards == (replace(OLD.cards[0], gone=True), *OLD.cards[1:])
    assert merged(text, made(*CARDS))[1] == TEXT


def test_a_part_of_the_cards_marks_none_whose_words_still_stand() -> None:
    source = "先修路，再通水，后建校"
    deck, _text, _report = merged(TEXT, made(CARDS[3]), partial_source=source)
    assert [card.gone for card in deck.cards] == [True, True, False, False, False, True]


def test_new_cards_come_in_the_order_of_the_article_after_their_neighbour() -> None:
    first, last = other(CARDS[5]), replace(other(CARDS[5]), prompt="第三问？", answer="第三答")
    new = (first, *CARDS[:3], last, *CARDS[3:])
    deck, _text, report = merged(TEXT, made(*new))
    assert [card.prompt for card in deck.cards] == [card.prompt for card in new]
    assert report == MergeReport(same=6, added=2)
    assert len({card.id for card in deck.cards}) == 8


def test_the_order_that_a_person_gave_stays() -> None:
    blocks = TEXT.split("- id: ")
    text = "- id: ".join([blocks[0], blocks[2], blocks[1], *blocks[3:]])
    _deck, out, report = merged(text, made(*CARDS))
    assert out == text
    assert report == MergeReport(same=6)


def test_a_card_that_a_person_deleted_stays_deleted() -> None:
    blocks = TEXT.split("- id: ")
    text = "- id: ".join([*blocks[:3], *blocks[4:]])
    deck, out, report = merged(text, made(*CARDS))
    assert [card.id for card in deck.cards] == [*IDS[:2], *IDS[3:]]
    assert report == MergeReport(same=5, deleted=1)
    assert merged(out, made(*CARDS))[1] == out


OWN = "- prompt: 我的问题？ # 自己写的\n  answer: 我的答案\n\n# 我的注释\n"


def test_a_card_that_a_person_added_stays_where_it_is() -> None:
    text = TEXT.replace(f"- id: {IDS[3]}\n", f"{OWN}- id: {IDS[3]}\n")
    deck, out, report = merged(text, made(*CARDS))
    assert out == text
    assert report == MergeReport(same=6, own=1)
    assert not deck.cards[3].gone


def test_comments_between_cards_stay_when_the_cards_are_made_anew() -> None:
    text = TEXT.replace(f"- id: {IDS[4]}\n", f"\n# 第二部分\n- id: {IDS[4]}\n")
    better = [replace(card, explanation="新的解释。") for card in CARDS]
    _deck, out, report = merged(text, made(*better))
    assert f"\n\n# 第二部分\n- id: {IDS[4]}\n" in out
    assert report == MergeReport(updated=6)


def test_a_hand_written_deck_keeps_every_line_and_gets_its_source() -> None:
    text = "# 手写\nformat: studykit-deck/1\ntitle: 我的\ncards:\n" + OWN
    deck, out, report = merged(text, made(*CARDS))
    assert deck.title == "我的"
    assert deck.source == DECK.source
    assert deck.warnings == DECK.warnings
    assert len(deck.cards) == 7
    assert all(line in out.splitlines() for line in text.splitlines())
    assert report == MergeReport(added=6, own=1, header_kept=True)


def test_an_empty_list_of_cards_is_filled() -> None:
    text = dump_deck(stamp(replace(DECK, cards=())))
    assert merged(text, made(*CARDS))[1] == TEXT


def test_the_header_is_made_anew_and_keeps_the_id() -> None:
    source = replace(DECK.source, sha256="cd" * 32) if DECK.source else None
    new = replace(DECK, id="other", title="新题", source=source, warnings=())
    deck, _out, report = merged(TEXT, made(*CARDS, deck=new))
    assert (deck.id, deck.title, deck.source, deck.warnings) == ("county", "新题", source, ())
    assert not report.header_kept


@pytest.mark.parametrize(
    ("old", "edit"),
    [
        ("title: 县域经济", "title: 我的题目"),
        ("title: 县域经济", "title: 县域经济 # 注"),
        ("format:", "# 注\nformat:"),
        ("warnings:", "mine: 1\nwarnings:"),
    ],
)
def test_a_header_that_a_person_changed_stays_but_points_to_the_new_article(
    old: str, edit: str
) -> None:
    source = replace(DECK.source, sha256="cd" * 32) if DECK.source else None
    warning = Warning("conflict", 5, "两处不一")
    new = replace(DECK, title="新题", source=source, warnings=(warning,))
    deck, out, report = merged(TEXT.replace(old, edit), made(*CARDS, deck=new))
    assert edit in out
    assert "新题" not in out
    assert deck.source == source
    assert set(deck.warnings) == {warning, *DECK.warnings}
    assert report == MergeReport(same=6, header_kept=True)


def test_an_edited_card_follows_its_quote_through_the_article() -> None:
    text = TEXT.replace("含稻谷与玉米。", "我的解释。")
    moved = replace(CARDS[0], spans=(Span(110, 122),))
    deck, _out, _report = merged(text, made(moved, *CARDS[1:]))
    assert deck.cards[0].explanation == "我的解释。"
    assert deck.cards[0].spans == (Span(110, 122),)


def test_line_ends_and_byte_order_mark_stay() -> None:
    text = "\ufeff" + TEXT.replace("实体经济", "实体 经济").replace("\n", "\r\n")
    assert merge_deck(text, made(*CARDS), "d.yaml")[0] == text


def test_a_last_line_without_its_end_is_no_obstacle() -> None:
    text = "format: studykit-deck/1\ntitle: 我的\ncards:\n- prompt: 问\n  answer: 答"
    deck, _out, _report = merged(text, made(*CARDS))
    assert len(deck.cards) == 7


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# 空的",
        "随便一句话",
        "format: studykit-deck/1\ntitle: 甲\ncards:\n- prompt: 没有答案\n",
        "format: studykit-deck/1\ntitle: 甲\ncards: [{prompt: 问, answer: 答}]\n",
        TEXT + "title: 又一个\n",
        TEXT + "...\n",
    ],
)
def test_a_file_that_is_not_in_order_is_refused(text: str) -> None:
    with pytest.raises(DeckError, match=r"^d.yaml"):
        merge_deck(text, made(*CARDS), "d.yaml")


@given(
    edited=st.sets(st.integers(0, 5)),
    dropped=st.sets(st.integers(0, 5)),
    deleted=st.sets(st.integers(0, 5)),
    added=st.integers(0, 3),
)
def test_whatever_happens_a_persons_words_and_all_ids_stay(
    edited: set[int], dropped: set[int], deleted: set[int], added: int
) -> None:
    head, *blocks = TEXT.split("- id: ")
    last, foot = blocks[-1].split("made:")
    blocks[-1] = last
    for at in edited:
        blocks[at] = blocks[at].replace("prompt: ", f"mine: {at} # 我的\n  prompt: 我：", 1)
    kept = [block for at, block in enumerate(blocks) if at not in deleted]
    if not kept:
        return
    text = "- id: ".join([head, *kept]) + "made:" + foot
    fresh = [
        replace(CARDS[5], fact=f"n{n}", prompt=f"新问{n}", answer=f"新答{n}") for n in range(added)
    ]
    new = [card for at, card in enumerate(CARDS) if at not in dropped] + fresh
    deck, out, _report = merged(text, made(*new))
    ids = {card.id for card in deck.cards}
    assert {IDS[at] for at in range(6) if at not in deleted} <= ids
    assert not {IDS[at] for at in deleted} & ids
    assert len(deck.cards) == 6 - len(deleted) + added
    for at in edited - deleted:
        assert "- id: " + blocks[at].rstrip() in out
    assert {card.id for card in deck.cards if card.gone} == {IDS[at] for at in dropped - deleted}
    assert merge_deck(out, made(*new), "d.yaml")[0] == out
