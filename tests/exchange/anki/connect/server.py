"""AnkiConnect on loopback over the official `anki` package: what the add-on does, without Qt.

Each action calls Anki as the add-on's does (its source: git.sr.ht/~foosoft/anki-connect);
packages from PyPI that offer the interface import no packages under the present Anki.
"""

import json
import os
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

PROFILE = "学习"


@dataclass
class Anki:
    """A running Anki. `key` is asked for where it is set; `hang_up` names actions after
    whose work the connection breaks; `unknown` are those an older add-on lacks.
    """

    col: Any
    folder: Path
    url: str = ""
    key: str = ""
    hang_up: set[str] = field(default_factory=set)
    refuse: dict[str, str] = field(default_factory=dict)
    unknown: set[str] = field(default_factory=set)
    open: bool = True
    version: int = 6
    asked: list[str] = field(default_factory=list)

    def reply(self, request: dict[str, Any]) -> dict[str, Any]:
        action = request.get("action", "")
        self.asked.append(action)
        try:
            if self.key != request.get("key", ""):
                raise ValueError("valid api key must be provided")
            method = getattr(Actions(self), _underscored(action), None)
            if method is None or action in self.unknown:
                raise ValueError("unsupported action")
            if action in self.refuse:
                raise ValueError(self.refuse[action])
            parameters = request.get("params", {})
            result = method(**{_underscored(name): value for name, value in parameters.items()})
            if action in self.hang_up:
                raise ConnectionAbortedError
        except ConnectionAbortedError:
            raise
        except Exception as error:
            return {"result": None, "error": str(error)}
        return {"result": result, "error": None}

    def notes(self) -> dict[str, Any]:
        """Anki's notes by their GUIDs."""
        found = map(self.col.get_note, self.col.find_notes(""))
        return {note.guid: note for note in found}

    def deck_of(self, guid: str) -> str:
        return self.col.decks.name(self.notes()[guid].cards()[0].did)

    def edit(self, guid: str, at: int, **fields: str) -> None:
        """Change fields of a note at this second."""
        note = self.notes()[guid]
        for name, text in fields.items():
            note[name] = text
        self.col.update_note(note)
        self.col.db.execute("update notes set mod = ? where id = ?", at, note.id)


def _underscored(name: str) -> str:
    return re.sub("[A-Z]", lambda match: f"_{match[0].lower()}", name)


class Actions:
    """The actions by their names, and their parameters, written with underscores."""

    def __init__(self, anki: Anki) -> None:
        self._anki = anki

    @property
    def _col(self) -> Any:
        if not self._anki.open:
            raise ValueError("collection is not available")
        return self._anki.col

    def multi(self, actions: list[dict[str, Any]]) -> list[Any]:
        return [self._anki.reply(action) for action in actions]

    def version(self) -> int:
        return self._anki.version

    def get_active_profile(self) -> str:
        return PROFILE

    def get_media_dir_path(self) -> str:
        return os.path.abspath(self._col.media.dir())

    def model_names_and_ids(self) -> dict[str, int]:
        return {one.name: one.id for one in self._col.models.all_names_and_ids()}

    def find_models_by_id(self, model_ids: list[int]) -> list[Any]:
        return [self._model(number) for number in model_ids]

    def _model(self, number: int) -> Any:
        # The window of the real Anki empties this cache after each change.
        self._col.models._clear_cache()
        found = self._col.models.get(number)
        if found is None:
            raise ValueError(f"model was not found: {number}")
        return found

    def deck_names_and_ids(self) -> dict[str, int]:
        return {one.name: one.id for one in self._col.decks.all_names_and_ids()}

    def find_cards(self, query: str) -> list[int]:
        return list(map(int, self._col.find_cards(query)))

    def notes_info(self, query: str) -> list[dict[str, Any]]:
        rows = []
        for number in self._col.find_notes(query):
            note = self._col.get_note(number)
            model = self._model(note.mid)
            rows.append(
                {
                    "noteId": note.id,
                    "profile": PROFILE,
                    "tags": note.tags,
                    "fields": {
                        info["name"]: {"value": note.fields[info["ord"]], "order": info["ord"]}
                        for info in model["flds"]
                    },
                    "modelName": model["name"],
                    "mod": note.mod,
                    "cards": self._col.db.list(
                        "select id from cards where nid = ? order by ord", note.id
                    ),
                }
            )
        return rows

    def update_model_templates(self, model: dict[str, Any]) -> None:
        found = self._by_name(model["name"])
        for template in found["tmpls"]:
            change = model["templates"].get(template["name"], {})
            template["qfmt"] = change.get("Front") or template["qfmt"]
            template["afmt"] = change.get("Back") or template["afmt"]
        self._col.models.update_dict(found)

    def update_model_styling(self, model: dict[str, Any]) -> None:
        found = self._by_name(model["name"])
        found["css"] = model["css"]
        self._col.models.update_dict(found)

    def _by_name(self, name: str) -> Any:
        return self._model(self._col.models.id_for_name(name))

    def import_package(self, path: str) -> bool:
        from anki.collection import ImportAnkiPackageOptions, ImportAnkiPackageRequest

        options = ImportAnkiPackageOptions(
            merge_notetypes=True, with_scheduling=True, with_deck_configs=True
        )
        request = ImportAnkiPackageRequest(package_path=path, options=options)
        self._col.import_anki_package(request)
        return True

    def change_deck(self, cards: list[int], deck: str) -> None:
        number = self._col.decks.id(deck)
        self._col.sched.remFromDyn(cards)
        self._col.db.execute(
            f"update cards set usn=?, mod=?, did=? where id in ({','.join(map(str, cards))})",
            self._col.usn(),
            int(time.time()),
            number,
        )


@contextmanager
def serving(handle: Callable[[bytes], bytes | None]) -> Iterator[str]:
    """A server on a port of its own, that answers a body by what `handle` makes of it.

    Where that is None it hangs up. Gives its URL.
    """

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            reply = handle(self.rfile.read(int(self.headers["Content-Length"])))
            if reply is None:
                self.close_connection = True
                return
            self.send_response(200)
            self.send_header("Content-Length", str(len(reply)))
            self.end_headers()
            self.wfile.write(reply)

        def log_message(self, *words: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()


@contextmanager
def running_anki(folder: Path) -> Iterator[Anki]:
    """An empty Anki that listens."""
    from anki.collection import Collection

    folder.mkdir(parents=True, exist_ok=True)
    anki = Anki(Collection(str(folder / "collection.anki2")), folder)

    def handle(body: bytes) -> bytes | None:
        try:
            return json.dumps(anki.reply(json.loads(body))).encode()
        except ConnectionAbortedError:
            return None

    try:
        with serving(handle) as anki.url:
            yield anki
    finally:
        anki.col.close()


def database_is_well(anki: Anki) -> bool:
    """Whether Anki's own check of the database finds nothing."""
    words, fine = anki.col.fix_integrity()
    return fine and not re.search(r"\d", words)
