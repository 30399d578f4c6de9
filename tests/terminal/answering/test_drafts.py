import pytest

from studykit.terminal.answering.drafts import draft_face, draft_keys
from studykit.terminal.keys import Press
from tests.terminal.answering.test_draft import drafted
from tests.terminal.samples import ALL, CHOICE, CLOZE, HOSTILE, LIST, QA, TRUEFALSE, rendered


@pytest.mark.parametrize(
    ("card", "keys", "shown"),
    [
        (CHOICE, [], ["    A. 本地", "    B. 邻省", "    C. 海外", "    D. 首都"]),
        (CHOICE, ["down", "down"], ["    A. 本地", "  › B. 邻省"]),
        (TRUEFALSE, ["up"], ["    T. true", "  › F. false"]),
        (QA, ["新的"], ["  › 新的"]),
        (CLOZE, [], ["小镇以[__]为主，以____为辅。"]),
        (CLOZE, ["绿茶", "enter", "花"], ["小镇以绿茶为主，以[花_]为辅。", "  › 花"]),
        (CLOZE, ["enter"], ["小镇以…为主，以[__]为辅。"]),
        (LIST, ["采摘、杀青", "enter", "x"], ["  · 采摘", "  · 杀青", "2 items so far", "  › x"]),
    ],
)
def test_what_was_done_so_far_is_seen(card, keys, shown):
    lines = rendered(draft_face(drafted(card, *keys)))
    assert all(line in lines for line in shown)


@pytest.mark.parametrize("card", ALL, ids=lambda card: card.type)
def test_nothing_says_what_is_right(card):
    text = rendered(draft_face(drafted(card)))
    quotes_and_notes = (*card.quotes, card.explanation, card.derived, *card.accept)
    assert not any(words and words in text for words in quotes_and_notes)
    if not card.options:
        assert not any(answer in text for answer in card.answers)


def test_text_of_a_deck_is_only_text():
    assert "[bold]红字[/bold] [bookmark: _Toc1] ␛[31m转义" in rendered(draft_face(drafted(HOSTILE)))


@pytest.mark.parametrize(
    ("card", "keys", "words"),
    [
        (CHOICE, [], {"a–d": "choose", "-": "I do not know"}),
        (TRUEFALSE, [], {"t": "true", "f": "false", "-": "I do not know"}),
        (QA, [], {"Enter": "I do not know"}),
        (QA, ["x"], {"Enter": "answer"}),
        (CLOZE, [], {"Enter": "next blank"}),
        (CLOZE, ["x", "enter"], {"Enter": "answer", "↑": "the one before"}),
        (CLOZE, ["enter"], {"Enter": "I do not know", "↑": "the one before"}),
        (LIST, [], {"Enter": "I do not know"}),
        (LIST, ["x"], {"Enter": "next item"}),
        (LIST, ["x", "enter"], {"Enter": "that is all", "↑": "the one before"}),
    ],
)
def test_keys_say_what_they_do(card, keys, words):
    found = dict(draft_keys(drafted(card, *keys), plain_line=False))
    found.pop("↑ ↓ Enter", None)
    assert found == words


def test_a_plain_line_knows_only_enter():
    assert [*dict(draft_keys(drafted(CLOZE, "x", "enter"), plain_line=True))] == ["Enter"]


def test_a_resized_window_changes_nothing():
    draft = drafted(QA, "新")
    assert draft.press(Press("resize")) == draft
