"""The desk over a real log and real deck files."""

import sys
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256

import pytest

from studykit.article.span import Span
from studykit.cli.desk import SessionDesk
from studykit.deck.file import load_deck, write_deck
from studykit.deck.model import Source
from studykit.deck.shelf import open_shelf
from studykit.errors import DeckError, StudykitError
from tests.progress.making import Clock, at_work, folder_at
from tests.terminal.samples import CHOICE, DECK, QA

ARTICLE = "小镇的茶园。\n茶园靠新的灌溉办法提高了产量，今年又扩大了茶园的面积，茶农都很高兴。\n"


@pytest.fixture
def deck(tmp_path):
    article = tmp_path / "tea.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    digest = sha256(article.read_bytes()).hexdigest()
    start = ARTICLE.index("茶园靠")
    card = replace(QA, spans=(Span(start, start + len(QA.quotes[0])),))
    path = tmp_path / "tea.yaml"
    write_deck(path, replace(DECK, cards=(card, CHOICE), source=Source("tea.txt", digest)))
    return path


@pytest.fixture
def desk(tmp_path, deck, monkeypatch):
    @contextmanager
    def opened(*decks, **options):
        folder = folder_at(tmp_path / "me")
        with at_work(folder, Clock()) as session:
            shelf = open_shelf(folder.index, decks or [deck], add_ids=True)
            yield SessionDesk(session, shelf, **options)

    monkeypatch.chdir(tmp_path)
    return opened


@pytest.fixture
def editor(tmp_path, monkeypatch):
    """Let `e` run this Python code on the text of the file: `text` in, `text` out."""

    def use(code, ends=0):
        script = tmp_path / "edit.py"
        script.write_text(
            "import sys, pathlib\n"
            "path = pathlib.Path(sys.argv[-1])\n"
            "text = path.read_text('utf-8')\n"
            f"{code}\n"
            "path.write_text(text, 'utf-8')\n"
            f"sys.exit({ends})\n",
            encoding="utf-8",
        )
        monkeypatch.setenv("EDITOR", f"'{sys.executable}' '{script}'")
        monkeypatch.delenv("VISUAL", raising=False)

    return use


def test_cards_and_titles_come_from_the_deck(desk):
    with desk() as one:
        assert one.card(CHOICE.id) == CHOICE
        assert one.title(CHOICE.id) == DECK.title
        with pytest.raises(DeckError):
            one.card("none0000")


def test_grades_and_marks_are_in_the_log(desk):
    with desk() as one:
        assert one.grade(QA.id, "good", 900, practice=False).phase == "learning"
        assert one.mark(QA.id, "flag").flagged
    with desk() as one:
        assert one.state(QA.id).flagged
        assert one.undo().record.deed == "flag"
        assert one.undo().record.rating == "good"
        assert one.undo() is None
        assert one.state(QA.id).reps == 0


@pytest.mark.parametrize(
    ("options", "practice"),
    [({}, True), ({"count": True}, False), ({"practice": True}, True)],
)
def test_a_card_before_its_day_is_practice_unless_it_is_to_count(desk, options, practice):
    with desk(**options) as one:
        assert one.practice(QA.id) is bool(options.get("practice"))
        one.grade(QA.id, "easy", 900, practice=False)
        assert one.state(QA.id).due > one.today()
        assert one.practice(QA.id) is practice


def test_what_comes_next(desk):
    with desk() as one:
        assert one.next() is None
        state = one.grade(QA.id, "good", 900, practice=False)
        assert one.next().at == state.due


@pytest.mark.parametrize(
    ("change", "changed", "missing", "line"),
    [
        (lambda path: None, False, "", 2),
        (lambda path: path.write_text("新写的。\n" + ARTICLE, encoding="utf-8"), True, "", None),
        (lambda path: path.unlink(), False, "not there", None),
        (lambda path: path.write_bytes(b"\x00\xff" * 99), False, "tea.txt", None),
    ],
)
def test_the_article_is_found_or_missed(desk, tmp_path, change, changed, missing, line):
    change(tmp_path / "tea.txt")
    with desk() as one:
        original = one.original(QA.id)
        assert original.changed is changed
        assert missing in original.missing
        assert original.line_of(one.card(QA.id).spans[0].start) == line


def test_a_deck_without_an_article(desk, deck):
    write_deck(deck, replace(DECK, source=None))
    with desk() as one:
        assert "names no article" in one.original(QA.id).missing


def test_what_is_amiss_is_told(desk, deck, tmp_path):
    with desk() as one:
        assert one.notes == ()
    log = next((tmp_path / "me" / "log").glob("*.yaml"), None) or tmp_path / "me/log/2026-11.yaml"
    log.write_text("format: studykit-log/1\nreviews:\n- {nonsense\n", encoding="utf-8")
    with desk(deck, tmp_path / "none.yaml") as one:
        assert any("2026-11.yaml:3" in note for note in one.notes)
        assert any("none.yaml" in note for note in one.notes)


def test_an_edit_changes_the_card_and_keeps_its_history(desk, editor):
    editor("text = text.replace('新的灌溉办法\\n', '滴灌\\n', 1)")
    with desk() as one:
        one.grade(QA.id, "good", 900, practice=False)
        assert one.edit(QA.id) == ""
        assert one.card(QA.id).answer == "滴灌"
        assert one.state(QA.id).reps == 1
        assert one.card(CHOICE.id) == CHOICE


def test_the_editor_is_opened_at_the_card(desk, deck, tmp_path, monkeypatch):
    editor = tmp_path / "vim"
    editor.write_text(f'#!/bin/sh\nprintf %s "$1" > "{tmp_path}/line"\n', encoding="utf-8")
    editor.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(editor))
    with desk() as one:
        one.edit(CHOICE.id)
    line = int((tmp_path / "line").read_text("utf-8").removeprefix("+"))
    assert deck.read_text("utf-8").split("\n")[line - 1] == f"- id: {CHOICE.id}"


def test_a_deck_that_can_no_longer_be_read_is_told_and_its_cards_are_used_on(desk, editor, deck):
    whole = deck.read_text("utf-8")
    with desk() as one:
        before = one.card(QA.id)
        editor("text = text.replace('  answer: 邻省', '  answer: [', 1)")
        wrong = one.edit(QA.id)
        line = deck.read_text("utf-8").split("\n").index("  answer: [") + 1
        assert f"{deck}:" in wrong
        assert int(wrong.split(f"{deck}:")[1].split(":")[0]) >= line
        assert (one.card(QA.id), one.card(CHOICE.id)) == (before, CHOICE)
        assert one.title(QA.id) == DECK.title
        editor("text = text.replace('  answer: [', '  answer: 邻省', 1)")
        assert one.edit(QA.id) == ""
    assert deck.read_text("utf-8") == whole


def test_a_card_may_be_deleted_and_others_added(desk, editor, deck):
    editor(
        "head, tail = text.split('- id: ch000001')\n"
        "text = head + '- prompt: 新的问题？\\n  answer: 新的答案\\n'"
    )
    with desk() as one:
        assert one.edit(CHOICE.id) == ""
        with pytest.raises(DeckError):
            one.card(CHOICE.id)
        assert one.card(QA.id).prompt == QA.prompt
    assert all(card.id for card in load_deck(deck).cards)


def test_an_editor_that_fails_is_told_and_what_it_wrote_is_read(desk, editor):
    editor("text = text.replace('新的灌溉办法\\n', '滴灌\\n', 1)", ends=3)
    with desk() as one:
        with pytest.raises(StudykitError, match="code 3"):
            one.edit(QA.id)
        assert one.card(QA.id).answer == "滴灌"
