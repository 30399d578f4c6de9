"""Media of a package: which names are allowed, and the files, read when they are asked for."""

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from studykit.errors import Problem
from studykit.exchange.anki.archive import Archive, refusal
from studykit.exchange.anki.wire import NUMBER, OPTIONAL_NUMBER, TEXT, Table, decode, messages
from studykit.messages import _

# What no file name may hold on one system or another; a package must not choose a folder.
_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\ud800-\udfff]')
# Names that Windows keeps for devices, whatever comes after the dot.
_DEVICES = re.compile(r"(?i)(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?")
# Of a file name, on most file systems.
_MAX_BYTES = 255
# AnkiWeb takes no file above 100 MB; a film may be larger on one's own disk.
MAX_FILE = 500_000_000
# Of all files together; the largest shared decks have 3 GB.
MAX_TOTAL = 20_000_000_000
# A name and a number a file: a hundred thousand files have 10 MB.
MAX_LIST = 50_000_000
# proto/anki/import_export.proto
_ENTRY: Table = {1: ("name", TEXT), 2: ("size", NUMBER), 255: ("member", OPTIONAL_NUMBER)}
_ENTRIES: Table = {1: ("entries", messages(_ENTRY))}


class _File(NamedTuple):
    """A file of the zip, and how many bytes it may have."""

    member: str
    size: int


class Media(Mapping[str, bytes]):
    """The files of a package by name; the package stays open as long as this is kept.

    Reading one is an `ExchangeError` where it is damaged or larger than the package says.
    """

    def __init__(self, archive: Archive, files: Mapping[str, _File]) -> None:
        self._archive, self._files = archive, files

    def __getitem__(self, name: str) -> bytes:
        file = self._files[name]
        return self._archive.read(file.member, file.size)

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


def is_safe_name(name: str) -> bool:
    """Whether a name is that of a file in the media folder, on every system."""
    return (
        bool(name)
        and not _UNSAFE.search(name)
        and not _DEVICES.fullmatch(name)
        and not name.endswith((" ", "."))
        and len(name.encode()) <= _MAX_BYTES
    )


def media_of(archive: Archive) -> tuple[Media, list[Problem]]:
    """The media of a package; what cannot be had, or is no file of one folder, is named."""
    path, files, problems = archive.path, dict[str, _File](), list[Problem]()
    try:
        listed = _listed(archive)
    except (ValueError, TypeError, RecursionError, AttributeError):
        listed = []
        problems.append(Problem(path, 1, _("the list of its media is damaged; none are read")))
    for member, raw, size in listed:
        name = unicodedata.normalize("NFC", raw)
        if not is_safe_name(name):
            why = _("“{name}” is no name for a media file; it is left out")
        elif member not in archive:
            why = _("the media file “{name}” is not in the package")
        elif name in files:
            why = _("there are two media files “{name}”; the first is read")
        else:
            size = archive.size(member) if size is None else size
            files[name] = _File(member, min(size, MAX_FILE))
            continue
        problems.append(Problem(path, 1, why.format(name=_shown(name))))
    limit = min(MAX_TOTAL, archive.most)
    if sum(file.size for file in files.values()) > limit:
        why = _("its media take more than {limit} MB once unpacked; it may be malicious")
        raise refusal(path, why.format(limit=limit // 1_000_000))
    return Media(archive, files), problems


def _listed(archive: Archive) -> list[tuple[str, str, int | None]]:
    """Of each file: its name in the zip, its own name, and its size where the list has it."""
    if "media" not in archive:
        return []
    data = archive.read("media", MAX_LIST)
    if not archive.is_current:
        names = json.loads(data or b"{}")
        return [(str(member), _string(name), None) for member, name in names.items()]
    entries = decode(data, _ENTRIES)["entries"]
    return [
        (
            str(place if entry["member"] is None else entry["member"]),
            entry["name"],
            entry["size"],
        )
        for place, entry in enumerate(entries)
    ]


def _string(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _shown(name: str) -> str:
    """A name in one line."""
    return "".join(c if c.isprintable() else repr(c)[1:-1] for c in name[:_MAX_BYTES])
