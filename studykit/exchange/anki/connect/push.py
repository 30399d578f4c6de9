"""Carrying a plan out in a running Anki."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from studykit.errors import ExchangeError
from studykit.exchange.anki.connect.client import IMPORT_SECONDS, Action, AnkiConnect
from studykit.exchange.anki.connect.model import Plan, Present
from studykit.exchange.anki.connect.plan import plan_of
from studykit.exchange.anki.connect.portion import portion_of
from studykit.exchange.anki.connect.reading import present_in
from studykit.exchange.anki.model import Note, NoteType, Package
from studykit.exchange.anki.write import write_package
from studykit.messages import _


def push(anki: AnkiConnect, package: Package, plan: Plan, present: Present) -> tuple[Note, ...]:
    """Do what a plan says; gives the notes that Anki did not take over all the same.

    In three steps: templates, notes, decks of cards. Each is safe to be done again.
    `ExchangeError` where one fails: it says which were done; another push goes on from there.
    """
    steps: list[tuple[bool, str, Callable[[], None]]] = [
        (bool(plan.restyled), _("templates"), lambda: _restyle(anki, plan, present)),
        (bool(plan.added or plan.updated), _("notes"), lambda: _send(anki, package, plan, present)),
        (bool(plan.moved), _("moves"), lambda: _move(anki, plan)),
    ]
    done: list[str] = []
    for wanted, name, step in steps:
        if not wanted:
            continue
        try:
            step()
        except ExchangeError as error:
            message = _("{error}. Done before that: {done}. The same command goes on from there")
            names = ", ".join(done) or _("nothing")
            raise ExchangeError(message.format(error=error, done=names)) from error
        done.append(name)
    return _left(plan_of(package, present_in(anki, package)))


def _left(plan: Plan) -> tuple[Note, ...]:
    return (*plan.added, *(change.note for change in plan.updated))


def _restyle(anki: AnkiConnect, plan: Plan, present: Present) -> None:
    for note_type in plan.restyled:
        anki.calls(_restyling(note_type, present.note_types[note_type.id].name))


def _restyling(note_type: NoteType, name: str) -> list[Action]:
    templates = {t.name: {"Front": t.question, "Back": t.answer} for t in note_type.templates}
    return [
        ("updateModelTemplates", {"model": {"name": name, "templates": templates}}),
        ("updateModelStyling", {"model": {"name": name, "css": note_type.css}}),
    ]


def _send(anki: AnkiConnect, package: Package, plan: Plan, present: Present) -> None:
    """Have Anki import a package from its own folder, the one place it can surely read.

    An Anki in a sandbox, as Flatpak's, has a temporary folder of its own.
    """
    try:
        folder = TemporaryDirectory(prefix="studykit-", dir=present.folder)
    except OSError as error:
        message = _(
            "{folder}: Anki's folder cannot be written from here ({why});"
            " write a file instead with -o FILE.apkg, and import that in Anki"
        )
        why = error.strerror or error
        raise ExchangeError(message.format(folder=present.folder, why=why)) from error
    with folder as name:
        path = Path(name) / "studykit.apkg"
        write_package(path, portion_of(package, plan))
        anki.call("importPackage", seconds=IMPORT_SECONDS, path=path.as_posix())


def _move(anki: AnkiConnect, plan: Plan) -> None:
    anki.calls(
        [("changeDeck", {"cards": list(cards), "deck": deck}) for deck, cards in plan.moved.items()]
    )
