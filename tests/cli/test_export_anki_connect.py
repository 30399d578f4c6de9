"""`export anki --connect` into the official Anki, over a stand-in for its add-on."""

from dataclasses import replace

import pytest

from studykit.deck.file import write_deck
from tests.cli.learning import CARDS, STREETS, grade, learner
from tests.exchange.anki.connect.server import PROFILE, running_anki

pytest.importorskip("anki")


@pytest.fixture
def anki(tmp_path):
    with running_anki(tmp_path / "anki") as found:
        yield found


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("STUDYKIT_PROGRESS", str(tmp_path / "p"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return learner(tmp_path / "p", STREETS)


@pytest.fixture
def push(studykit, folder, anki):
    return lambda *argv: studykit(
        "export", "anki", "p/streets.yaml", "--connect", "--url", anki.url, *argv
    )


def ledgers(tmp_path):
    return list((tmp_path / "data").rglob("*.yaml"))


def test_a_dry_run_shows_and_changes_nothing(push, anki, tmp_path) -> None:
    result = push("--dry-run")
    assert (result.code, result.err) == (0, "")
    assert f"Anki, profile {PROFILE}" in result.out
    assert f"{len(CARDS)} new notes" in result.out
    assert "new decks:" in result.out
    assert (anki.notes(), ledgers(tmp_path)) == ({}, [])


def test_a_push_and_another(push, anki, tmp_path) -> None:
    result = push("--yes")
    assert (result.code, result.err) == (0, "")
    assert result.out.endswith(f"Anki took over {len(CARDS)} notes.\n")
    assert set(anki.notes()) == {card.id for card in CARDS}
    assert len(ledgers(tmp_path)) == 1
    again = push("--yes")
    assert (again.code, "Anki has everything as it is here." in again.out) == (0, True)
    assert anki.asked.count("importPackage") == 1


def test_only_what_was_edited(push, anki, tmp_path) -> None:
    push("--yes")
    edited = replace(CARDS[0], explanation="改过了。")
    write_deck(tmp_path / "p" / "streets.yaml", replace(STREETS, cards=(edited, *CARDS[1:])))
    result = push("--yes")
    assert result.out.endswith("Anki took over 1 note.\n")
    assert "(Explanation)" in result.out
    assert anki.notes()[edited.id]["Explanation"] == "改过了。"


def test_without_a_terminal_it_wants_yes(push, anki, tmp_path) -> None:
    result = push()
    assert (result.code, "add --yes" in result.err) == (1, True)
    assert (anki.notes(), ledgers(tmp_path)) == ({}, [])


@pytest.mark.parametrize("agreed", [True, False])
def test_at_a_terminal_it_asks(push, anki, monkeypatch, agreed) -> None:
    monkeypatch.setattr("studykit.terminal.ask.confirmed", lambda question, yes: agreed)
    assert push().code == 0
    assert bool(anki.notes()) == agreed


def test_progress_goes_along_with_new_notes(push, anki, folder) -> None:
    grade(folder, "good", "again", "easy")
    result = push("--yes", "--progress")
    assert "Anki takes progress over only for cards that it does not have yet." in result.out
    assert anki.col.db.scalar("select count() from revlog") == 3
    assert "takes progress over" not in push("--yes", "--progress").out


def test_only_into_this_profile(push, anki) -> None:
    result = push("--yes", "--profile", "李")
    assert (result.code, anki.notes()) == (1, {})
    assert f"the profile {PROFILE} is open in Anki, not 李" in result.err
    assert push("--yes", "--profile", PROFILE).code == 0
    assert len(anki.notes()) == len(CARDS)


def test_the_address_of_the_environment(studykit, folder, anki, monkeypatch) -> None:
    monkeypatch.setenv("STUDYKIT_ANKICONNECT", anki.url)
    monkeypatch.setenv("STUDYKIT_ANKICONNECT_KEY", "secret")
    anki.key = "secret"
    result = studykit("export", "anki", "p/streets.yaml", "--connect", "--yes")
    assert (result.code, len(anki.notes())) == (0, len(CARDS))


def test_what_anki_did_not_take_ends_with_a_line(push, anki, monkeypatch) -> None:
    anki.refuse = {"importPackage": "nothing"}
    result = push("--yes")
    assert (result.code, result.err.count("\n")) == (1, 1)
    assert "Anki refused importPackage: nothing" in result.err


def test_another_note_with_the_same_id(push, anki) -> None:
    push("--yes")
    note = anki.notes()[CARDS[0].id]
    note["Data"] = ""  # no longer told as ours
    anki.col.update_note(note)
    anki.col.db.execute("update notes set mod = mod + 99 where id = ?", note.id)
    result = push("--yes")
    assert result.code == 1
    assert "Anki took over 0 notes." in result.out
    assert "Anki did not take over 1 note, as it has a later one with the same id" in result.err
    assert len(anki.notes()) == len(CARDS)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "say with -o FILE.apkg which file to write, or --connect"),
        (["--connect", "-o", "x.apkg"], "-o and --connect do not go together"),
        (["--url", "http://127.0.0.1:1", "-o", "x.apkg"], "-o and --connect do not go together"),
        (["-o", "x.apkg", "--dry-run"], "--profile, --dry-run and --yes go with --connect"),
        (["-o", "x.apkg", "--profile", "li"], "--profile, --dry-run and --yes go with --connect"),
        (["-o", "x.apkg", "--yes"], "--profile, --dry-run and --yes go with --connect"),
    ],
)
def test_wrong_usage(studykit, folder, words, said, tmp_path) -> None:
    result = studykit("export", "anki", "p/streets.yaml", *words)
    assert (result.code, said in result.err) == (2, True)
    assert not (tmp_path / "x.apkg").exists()


def test_no_anki_there(studykit, folder) -> None:
    result = studykit("export", "anki", "p/streets.yaml", "--url", "http://127.0.0.1:1")
    assert (result.code, result.err.count("\n")) == (1, 1)
    assert "no Anki answers there" in result.err


def test_in_chinese(push, monkeypatch) -> None:
    monkeypatch.setenv("STUDYKIT_LANG", "zh")
    result = push("--dry-run")
    assert "新笔记" in result.out
