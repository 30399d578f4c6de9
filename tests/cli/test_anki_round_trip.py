"""A collection that Anki made, through studykit and back, as a person does it by commands."""

import pytest

from studykit.exchange.anki.read import read_package

pytest.importorskip("anki", reason="Anki's package is for Linux only")

from tests.exchange.anki.collections import anki

BASIC, REVERSED, CLOZE = "Basic", "Basic (and reversed card)", "Cloze"
RATINGS = ("good", "again", "easy", "hard")


@pytest.fixture
def there(tmp_path, monkeypatch):
    monkeypatch.setenv("STUDYKIT_PROGRESS", str(tmp_path / "p"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    (tmp_path / "one").mkdir()
    with anki(tmp_path / "one") as found:
        add(found, BASIC, "茶::绿茶", Front="龙井产在哪里？<br>说一个湖", Back="<b>西湖</b>")
        add(found, REVERSED, "茶", Front="碧螺春", Back="太湖")
        add(
            found,
            CLOZE,
            "茶",
            Text="{{c1::红茶}}全发酵，{{c2::绿茶::颜色}}不发酵",
            **{"Back Extra": ""},
        )
        yield found


def add(there, kind: str, deck: str, **fields: str) -> None:
    note = there.col.new_note(there.col.models.by_name(kind))
    for name, text in fields.items():
        note[name] = text
    note.tags = ["茶", "考试::期中"]
    there.col.add_note(note, there.col.decks.id(deck))


def study(there, rounds: int = 2) -> None:
    """Answer all cards in turn, and do by hand what can be done by hand."""
    ids = there.col.find_cards("")
    for number in range(rounds * len(ids)):
        there.answer_card(ids[number % len(ids)], RATINGS[number % len(RATINGS)])
    there.col.sched.set_due_date([ids[0]], "5")
    there.col.sched.suspend_cards([ids[1]])
    there.col.set_user_flag_for_cards(3, [ids[2]])
    there.col.sched.bury_cards([ids[3]])


def told(path) -> tuple[list, list, list]:
    """Notes, cards and answers of a package, told apart without the numbers they have there."""
    package, problems = read_package(path)
    assert problems == []
    # Beside a note type of its own with that name, Anki calls one `Basic+`.
    types = {one.id: one.name.rstrip("+") for one in package.note_types}
    decks = {one.id: one.name for one in package.decks}
    guids = {note.id: note.guid for note in package.notes}
    names = {card.id: (guids[card.note], card.template) for card in package.cards}
    notes = [(n.guid, types[n.type], n.fields, sorted(n.tags), n.modified) for n in package.notes]
    cards = [
        (*names[c.id], decks[c.deck], c.queue if c.queue < 0 else 0, c.flags > 0)
        for c in package.cards
    ]
    reviews = [(r.id, names[r.card], r.ease, r.ms) for r in package.reviews if r.ease]
    return sorted(notes), sorted(cards), sorted(reviews)


@pytest.mark.parametrize("legacy", [True, False])
def test_notes_cards_and_reviews_are_kept(studykit, there, tmp_path, legacy):
    study(there)
    there.give(tmp_path / "out.apkg", legacy=legacy)
    result = studykit("import", "out.apkg", "-o", "new", "--progress")
    assert (result.code, result.err) == (0, "")
    assert "10 reviews came over" in result.out
    assert "1 entry of Anki's log is no answer" in result.out
    result = studykit("export", "anki", "new/茶.yaml", "-o", "back.apkg", "--progress")
    assert (result.code, result.err) == (0, "")
    assert told(tmp_path / "back.apkg") == told(tmp_path / "out.apkg")


def test_anki_finds_nothing_new_in_what_comes_back(studykit, there, tmp_path):
    study(there)
    there.give(tmp_path / "out.apkg")
    studykit("import", "out.apkg", "-o", "new", "--progress")
    studykit("export", "anki", "new/茶.yaml", "-o", "back.apkg", "--progress")
    cards, reviews = there.rows("cards"), there.rows("revlog")
    options = there.col.decks.config_dict_for_deck_id(there.col.decks.id("茶"))
    assert there.take(tmp_path / "back.apkg") == {"duplicate": 3}
    assert (there.rows("cards"), there.rows("revlog")) == (cards, reviews)
    assert there.col.decks.config_dict_for_deck_id(there.col.decks.id("茶")) == options
    assert there.check() == "Database rebuilt and optimized."


def test_another_anki_takes_it_all(studykit, there, tmp_path):
    study(there)
    there.give(tmp_path / "out.apkg")
    studykit("import", "out.apkg", "-o", "new", "--progress")
    studykit("export", "anki", "new/茶.yaml", "-o", "back.apkg", "--progress")
    (tmp_path / "two").mkdir()
    with anki(tmp_path / "two") as other:
        assert other.take(tmp_path / "back.apkg") == {"new": 3}
        assert other.check() == "Database rebuilt and optimized."
        other.give(tmp_path / "again.apkg")
    assert told(tmp_path / "again.apkg") == told(tmp_path / "out.apkg")


def test_an_edit_made_here_reaches_anki_and_leaves_its_progress(studykit, there, tmp_path):
    study(there)
    there.give(tmp_path / "out.apkg")
    studykit("import", "out.apkg", "-o", "new")
    deck = tmp_path / "new" / "茶.yaml"
    deck.write_text(deck.read_text("utf-8").replace("太湖", "苏州"), "utf-8")
    studykit("export", "anki", "new/茶.yaml", "-o", "back.apkg")
    cards, reviews = there.rows("cards"), there.rows("revlog")
    assert there.take(tmp_path / "back.apkg") == {"updated": 1, "duplicate": 2}
    assert (there.rows("cards"), there.rows("revlog")) == (cards, reviews)
    assert "苏州" in "".join(row[6] for row in there.rows("notes"))
