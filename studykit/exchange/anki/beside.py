"""The files beside a deck file that belong to it: its media, and its sidecar."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from studykit.deck.file import read_bytes, read_text
from studykit.exchange.anki.media import is_safe_name
from studykit.exchange.anki.sidecar import Sidecar, media_folder, parse_sidecar, sidecar_path


def read_sidecar(deck_path: Path) -> Sidecar | None:
    """The sidecar of a deck file; None where it has none.

    `ExchangeError` where it is not in order, `DeckError` where it cannot be read.
    """
    path = sidecar_path(deck_path)
    return parse_sidecar(read_text(path), str(path)) if path.exists() else None


def media_beside(deck_path: Path) -> Mapping[str, bytes]:
    """The media of a deck file by their names, each read when it is asked for."""
    return _Folder(media_folder(deck_path))


class _Folder(Mapping[str, bytes]):
    def __init__(self, path: Path) -> None:
        self._path = path
        found = path.iterdir() if path.is_dir() else ()
        self._names = sorted(
            file.name for file in found if is_safe_name(file.name) and file.is_file()
        )

    def __getitem__(self, name: str) -> bytes:
        if name not in self._names:
            raise KeyError(name)
        return read_bytes(self._path / name)

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)
