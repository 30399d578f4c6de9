from dataclasses import replace

import pytest

from studykit.exchange.anki.connect.model import Change, Key, Plan, Present, PresentNote
from studykit.exchange.anki.model import Note, NoteType
from studykit.terminal.pushing import NAMED, SOUGHT, print_plan, pushed_line
from tests.terminal.samples import memory_console, written

NOTE = Note(1, "abc", 5, ("茶&lt;br&gt;产量<br>多少？", "36吨"))
TYPE = NoteType(5, "studykit qa", ("Prompt",), ())
THERE = PresentNote(77, 5, Key("tea", "abc"), {}, (), (), 0, (78,))
PRESENT = Present("学习", "/nowhere", {}, (), frozenset(), {})


def shown(**parts: object) -> str:
    console = memory_console()
    print_plan(console, Plan(**parts), PRESENT)  # type: ignore[arg-type]
    return written(console)


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({}, ["Anki has everything as it is here."]),
        ({"added": (NOTE,)}, ["1 new note"]),
        (
            {"added": (NOTE, NOTE), "decks": ("茶", "茶::一")},
            ["2 new notes", "new decks: 茶, 茶::一"],
        ),
        ({"added": (NOTE,), "note_types": (TYPE,)}, ["new note types: studykit qa"]),
        (
            {"updated": (Change(NOTE, ("Prompt", "tags")),)},
            ["1 changed note:", "茶<br>产量 多少？ (Prompt, tags)"],
        ),
        ({"moved": {"茶::一": (78,)}}, ["1 card goes to 茶::一"]),
        ({"moved": {"茶::一": (78, 79)}}, ["2 cards go to 茶::一"]),
        (
            {"edited": (Change(NOTE, ("Prompt",)),)},
            [
                "1 note was changed in Anki after it was here",
                "(Prompt)",
                "There is nothing to push.",
            ],
        ),
        ({"gone": (THERE, replace(THERE, id=79))}, ["2 notes in Anki are no longer", "nid:77,79"]),
        ({"own_looks": (TYPE,)}, ["templates that you changed in Anki stay: studykit qa"]),
    ],
)
def test_what_is_said(parts, words) -> None:
    text = " ".join(shown(**parts).split())
    assert text.startswith("Anki, profile 学习")
    assert [word for word in words if word not in text] == []


def test_templates_are_called_as_in_anki() -> None:
    from studykit.exchange.anki.connect.model import PresentType

    there = replace(PRESENT, note_types={5: PresentType(5, "mine", (), "")})
    console = memory_console()
    print_plan(console, Plan(restyled=(TYPE,)), there)
    assert "the templates of mine are renewed" in written(console)


def test_of_many_some_are_named() -> None:
    changes = tuple(
        Change(NOTE._replace(fields=(f"第{n}题",)), ("Prompt",)) for n in range(NAMED + 3)
    )
    text = shown(updated=changes, decks=tuple(f"组{n}" for n in range(NAMED + 1)))
    assert f"第{NAMED - 1}题" in text
    assert f"第{NAMED}题" not in text
    assert "… and 3 more" in text
    assert f"组{NAMED}" not in text


@pytest.mark.parametrize("start", ["\x1b[2J", "&#27;[2J", "<b></b>&#27;[2J", "&#27;[2J<b></b>"])
def test_nothing_of_a_note_moves_the_cursor(start) -> None:
    note = NOTE._replace(fields=(f"{start}[bold]茶",))
    text = shown(updated=(Change(note, ("\x1b[31m",)),))
    assert "\x1b" not in text
    assert "[2J[bold]茶" in text


def test_a_search_has_an_end() -> None:
    text = "".join(shown(gone=tuple(replace(THERE, id=10**9 + n) for n in range(999))).split())
    assert text.count(",10000000") == SOUGHT - 1


def test_what_was_done() -> None:
    assert pushed_line(Plan(moved={"茶": (1,)}), 0) == "Done."
    assert pushed_line(Plan(added=(NOTE,)), 0) == "Anki took over 1 note."
    assert pushed_line(Plan(added=(NOTE,), updated=(Change(NOTE, ()),)), 2) == (
        "Anki took over 0 notes."
    )
