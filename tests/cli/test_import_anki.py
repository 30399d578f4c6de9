import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from studykit.cards.model import Card
from studykit.deck.file import load_deck, write_deck
from studykit.deck.model import Deck
from studykit.exchange.anki.model import AnkiCard, AnkiDeck, Note, NoteType, Package, Template
from studykit.exchange.anki.read import read_package
from studykit.exchange.anki.write import write_package
from studykit.progress.config import load_config
from studykit.progress.deck_list import deck_list
from studykit.progress.folder import Folder
from studykit.progress.lock import locked
from tests.cli.learning import CARDS, STREETS, TEA, grade, learner

BASIC = NoteType(
    1_700_000_000_001,
    "Basic",
    ("Front", "Back"),
    (Template("Card 1", "{{Front}}", "{{FrontSide}}<hr>{{Back}}"),),
    modified=1,
)
FOREIGN = Package(
    1_700_000_000,
    (BASIC,),
    (AnkiDeck(1_700_000_000_002, "茶馆"),),
    (Note(11, "tea1", BASIC.id, ("绿茶怎么泡？<img src='壶.png'>", "水八十度"), ("茶",), 100),),
    (AnkiCard(21, 11, 1_700_000_000_002),),
    media={"壶.png": b"pot"},
)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("STUDYKIT_PROGRESS", str(tmp_path / "p"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    found = learner(tmp_path / "p", STREETS, TEA)
    grade(found, "good", "again", "easy")
    return found


@pytest.fixture
def apkg(studykit, folder, tmp_path):
    """The streets with their progress."""
    studykit("export", "anki", "p/streets.yaml", "-o", "out.apkg", "--progress")
    return tmp_path / "out.apkg"


@pytest.fixture
def take(studykit):
    return lambda *argv: studykit("import", *argv)


def edit(path: Path, guid: str, seconds: int = 10, **fields: str) -> None:
    """Change fields of a note in a package, as a person does in Anki so much later."""
    package, _problems = read_package(path)
    types = {one.id: one for one in package.note_types}
    notes = []
    for note in package.notes:
        if note.guid == guid:
            names = types[note.type].fields
            texts = [fields.get(name, text) for name, text in zip(names, note.fields, strict=True)]
            note = note._replace(fields=tuple(texts), modified=note.modified + seconds)
        notes.append(note)
    write_package(path, replace(package, notes=tuple(notes)))


def test_a_deck_comes_back_with_its_progress(take, apkg, folder, tmp_path):
    result = take(apkg, "-o", "new", "--progress", "--learner", "li")
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines() == [
        f"{apkg} → new/小镇的街.yaml (6 cards)",
        "3 reviews came over, 0 were here already",
    ]
    assert load_deck(tmp_path / "new" / "小镇的街.yaml") == STREETS
    assert deck_list(Folder(tmp_path / "p" / "li")) == [tmp_path / "new" / "小镇的街.yaml"]


def test_a_second_time_nothing_is_new(take, apkg, folder, tmp_path):
    before = {path: path.read_bytes() for path in (tmp_path / "p").rglob("*.yaml")}
    result = take(apkg, "-o", "p/streets.yaml", "--progress")
    assert result.out.splitlines() == [
        f"{apkg} → p/streets.yaml (0 new, 0 changed, 6 stay as they are)",
        "0 reviews came over, 3 were here already",
    ]
    for path, data in before.items():
        assert path.name == "snapshot.yaml" or path.read_bytes() == data


def test_without_asking_progress_stays_in_the_package(take, apkg, folder):
    result = take(apkg, "-o", "p/streets.yaml")
    assert result.out.splitlines()[1:] == [
        "The package holds 3 reviews; --progress takes them over."
    ]


def test_the_deck_that_is_there_is_found_by_its_id(take, apkg, folder, tmp_path):
    (tmp_path / "decks").mkdir()
    write_deck(tmp_path / "decks" / "mine.yaml", STREETS)
    assert "→ decks/mine.yaml (0 new" in take(apkg).out
    write_deck(tmp_path / "decks" / "小镇的街.yaml", replace(STREETS, id="other"))
    (tmp_path / "decks" / "mine.yaml").unlink()
    assert "→ decks/小镇的街-2.yaml (6 cards)" in take(apkg).out


def test_an_edit_in_anki_is_taken_over_and_one_made_here_stays(take, apkg, folder, tmp_path):
    edit(apkg, "street0", Answer="新街")
    edit(apkg, "street2", Answer="后街")
    path = tmp_path / "p" / "streets.yaml"
    text = path.read_text("utf-8") + "# 我的\n"
    path.write_text(text.replace("茶街1号", "旧街").replace("茶街2号", "前街"), "utf-8")
    result = take(apkg, "-o", path)
    assert result.out.splitlines()[:2] == [
        f"{apkg} → {path} (0 new, 1 changed, 5 stay as they are)",
        "1 card differs from the one in the file and stays as it is here: street2",
    ]
    after = path.read_text("utf-8")
    assert [card.answer for card in load_deck(path).cards[:3]] == ["新街", "旧街", "前街"]
    assert after.endswith("# 我的\n")


def test_each_edit_in_anki_is_taken_over_and_an_older_package_changes_nothing(
    take, apkg, folder, tmp_path
):
    path = tmp_path / "p" / "streets.yaml"
    first, second = tmp_path / "first.apkg", tmp_path / "second.apkg"
    shutil.copy(apkg, first)
    edit(first, "street0", Answer="新街")
    shutil.copy(first, second)
    edit(second, "street0", Answer="更新的街")
    for package, changed, answer in (
        (first, 1, "新街"),
        (second, 1, "更新的街"),
        (first, 0, "更新的街"),
        (apkg, 0, "更新的街"),
    ):
        result = take(package, "-o", path)
        assert f"(0 new, {changed} changed" in result.out
        assert "differs" not in result.out
        assert load_deck(path).cards[0].answer == answer


def test_what_was_taken_over_is_no_change_to_anki(take, studykit, apkg, folder, tmp_path):
    edit(apkg, "street0", Answer="新街")
    take(apkg, "-o", "p/streets.yaml")
    studykit("export", "anki", "p/streets.yaml", "-o", "back.apkg")
    there, back = (read_package(one)[0].notes for one in (apkg, tmp_path / "back.apkg"))
    assert {(n.guid, n.modified, n.fields) for n in there} == {
        (n.guid, n.modified, n.fields) for n in back
    }


def test_a_deck_that_only_came_from_anki_takes_its_edits_over(take, apkg, folder, tmp_path):
    shutil.rmtree(tmp_path / "data")  # another machine
    take(apkg, "-o", "new")
    edit(apkg, "street0", Answer="新街")
    assert "(0 new, 1 changed" in take(apkg, "-o", "new").out


def test_what_no_one_can_tell_stays(take, apkg, folder, tmp_path):
    shutil.rmtree(tmp_path / "data")
    edit(apkg, "street0", Answer="新街")
    result = take(apkg, "-o", "p/streets.yaml")
    assert "1 card differs from the one in the file and stays as it is here: street0" in result.out
    assert load_deck(tmp_path / "p" / "streets.yaml") == STREETS


def test_who_has_no_progress_yet_gets_the_settings(take, studykit, folder, tmp_path):
    studykit("config", "new_per_day", "7")
    studykit("config", "learning_steps", "2m,1h")
    studykit("export", "anki", "p/streets.yaml", "-o", "out.apkg", "--progress")
    result = take("out.apkg", "-o", "new", "--progress", "--learner", "li")
    assert result.out.splitlines()[-1] == "Settings as in Anki: learning_steps, new_per_day"
    settings = load_config(tmp_path / "p" / "li" / "config.yaml")
    assert (settings.new_per_day, settings.learning_steps) == (7, (120, 3600))
    again = take("out.apkg", "-o", "new", "--progress", "--learner", "li")
    assert "Settings" not in again.out


def test_a_session_that_is_running_keeps_its_log(take, apkg, folder, tmp_path):
    with locked(folder.lock):
        result = take(apkg, "-o", "new", "--progress")
    assert (result.code, result.out) == (1, f"{apkg} → new/小镇的街.yaml (6 cards)\n")
    assert "a session of this learner is running" in result.err
    assert "3 were here already" in take(apkg, "-o", "new", "--progress").out


def test_media_and_what_a_deck_cannot_hold_are_kept_beside_it(take, folder, tmp_path, studykit):
    write_package(tmp_path / "tea.apkg", FOREIGN)
    assert take("tea.apkg", "-o", "new").code == 0
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == [
        "茶馆.anki.yaml",
        "茶馆.media",
        "茶馆.yaml",
    ]
    assert (tmp_path / "new" / "茶馆.media" / "壶.png").read_bytes() == b"pot"
    (card,) = load_deck(tmp_path / "new" / "茶馆.yaml").cards
    assert (card.prompt, card.answer, card.id) == ("绿茶怎么泡？![](壶.png)", "水八十度", "tea1")

    assert studykit("export", "anki", "new/茶馆.yaml", "-o", "back.apkg").code == 0
    back, _problems = read_package(tmp_path / "back.apkg")
    assert (back.notes, back.note_types) == (FOREIGN.notes, FOREIGN.note_types)
    assert dict(back.media) == FOREIGN.media


def test_what_lies_beside_a_deck_is_no_deck(take, folder, tmp_path, studykit):
    write_package(tmp_path / "tea.apkg", FOREIGN)
    take("tea.apkg")
    assert (tmp_path / "decks" / "茶馆.anki.yaml").exists()
    result = studykit("due", "--learner", "wu")
    assert (result.code, result.err) == (0, "")
    assert "茶馆" in result.out


def test_a_foreign_note_edited_in_anki_is_taken_over(take, folder, tmp_path):
    write_package(tmp_path / "tea.apkg", FOREIGN)
    take("tea.apkg", "-o", "new")
    edit(tmp_path / "tea.apkg", "tea1", Back="水九十度")
    assert "(0 new, 1 changed, 0 stay" in take("tea.apkg", "-o", "new").out
    path = tmp_path / "new" / "茶馆.yaml"
    assert load_deck(path).cards[0].answer == "水九十度"
    write_package(tmp_path / "old.apkg", FOREIGN)
    assert "(0 new, 0 changed, 1 stay" in take("old.apkg", "-o", "new").out
    assert load_deck(path).cards[0].answer == "水九十度"
    path.write_text(path.read_text("utf-8").replace("水九十度", "开水"), "utf-8")
    assert "(0 new, 0 changed, 1 stay" in take("tea.apkg", "-o", "new").out
    edit(tmp_path / "tea.apkg", "tea1", Back="冷水")
    assert "1 card differs from the one in the file" in take("tea.apkg", "-o", "new").out
    assert load_deck(path).cards[0].answer == "开水"


def test_a_media_file_that_is_another_stays(take, folder, tmp_path):
    write_package(tmp_path / "tea.apkg", FOREIGN)
    take("tea.apkg", "-o", "new")
    write_package(tmp_path / "tea.apkg", replace(FOREIGN, media={"壶.png": b"another"}))
    assert "壶.png: is another file than in the package" in take("tea.apkg", "-o", "new").out
    assert (tmp_path / "new" / "茶馆.media" / "壶.png").read_bytes() == b"pot"


@pytest.mark.parametrize(
    ("argv", "code", "said"),
    [
        (["nowhere.apkg"], 1, "nowhere.apkg: cannot be read"),
        (["bad.apkg"], 1, "bad.apkg: "),
        (["empty.apkg", "-o", "new.yaml"], 1, "empty.apkg: has no cards"),
        (["out.apkg", "-o", "p/tea.yaml"], 1, "p/tea.yaml: is another deck (tea), not streets"),
        (["out.apkg", "-o", "bad.yaml"], 1, "bad.yaml:1:"),
        (["two.apkg", "-o", "new.yaml"], 2, "the file holds 2 decks"),
    ],
)
def test_what_cannot_be_imported_is_said(take, studykit, apkg, tmp_path, argv, code, said):
    (tmp_path / "bad.apkg").write_bytes(b"PK\x03\x04")
    write_package(tmp_path / "empty.apkg", Package(0, (), (), (), ()))
    (tmp_path / "bad.yaml").write_text("format: x/1\n", "utf-8")
    studykit("export", "anki", "p/streets.yaml", "p/tea.yaml", "-o", "two.apkg")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    result = take(*argv)
    assert (result.code, result.out) == (code, "")
    assert said in result.err
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_a_gone_card_is_not_suspended_by_the_way_through_anki(take, studykit, folder, tmp_path):
    gone = (replace(CARDS[0], gone=True), *CARDS[1:], Card("qa", "问", "答", id="x", gone=True))
    write_deck(tmp_path / "p" / "streets.yaml", Deck("streets", "小镇的街", "zh-Hans", gone))
    studykit("export", "anki", "p/streets.yaml", "-o", "out.apkg", "--progress")
    take("out.apkg", "-o", "new", "--progress", "--learner", "li")
    assert "deed" not in "".join(p.read_text("utf-8") for p in Folder(tmp_path / "p" / "li").logs())
