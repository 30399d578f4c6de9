"""The zip of a package: its version, and its parts unpacked up to a limit.

Three versions are about: `collection.anki2` alone, `collection.anki21` beside
it, and `collection.anki21b`, all of whose parts are packed by Zstandard. The
later two have a `collection.anki2` for old clients that only says to update.
"""

import struct
import zipfile
import zlib
from pathlib import Path
from typing import IO

from studykit.errors import ExchangeError
from studykit.exchange.anki.wire import NUMBER, Table, decode
from studykit.messages import _

# The database is read in memory. One of 100,000 notes and a million reviews has 200 MB.
MAX_COLLECTION = 1_000_000_000
_MAX_META = 10_000
# Of anything, measured by the package: databases shrink to a tenth, pictures hardly.
_MAX_RATIO, _ALWAYS = 100, 100_000_000
_CHUNK = 1 << 20
# As Zstandard itself has it for streams; Anki's need 8 MB.
_MAX_WINDOW = 1 << 27
# proto/anki/import_export.proto
_META: Table = {1: ("version", NUMBER)}
_CURRENT = 3
_COLLECTIONS = {1: "collection.anki2", 2: "collection.anki21", 3: "collection.anki21b"}


class _TooLargeError(Exception):
    """More than the limit."""


class Archive:
    """An open package. Every method may raise `ExchangeError`, which names the file."""

    def __init__(self, path: Path) -> None:
        self.path = str(path)
        try:
            self._zip = zipfile.ZipFile(path)
        except zipfile.BadZipFile as error:
            raise refusal(path, _("a damaged file, or no Anki package")) from error
        except OSError as error:
            why = _("cannot be read: {why}").format(why=error.strerror or error)
            raise refusal(path, why) from error
        except (ValueError, struct.error, NotImplementedError, OverflowError) as error:
            raise damaged(path) from error
        self._names = set(self._zip.namelist())
        # How many bytes there may be in all of it.
        self.most = max(_ALWAYS, _MAX_RATIO * path.stat().st_size)
        self.version = self._version()

    def __contains__(self, name: str) -> bool:
        return name in self._names

    @property
    def is_current(self) -> bool:
        """Whether its parts are packed by Zstandard and its lists are protocol buffers."""
        return self.version == _CURRENT

    def collection(self) -> bytes:
        """The database file."""
        return self.read(_COLLECTIONS[self.version], MAX_COLLECTION)

    def size(self, name: str) -> int:
        """How large a part says it is."""
        return self._zip.getinfo(name).file_size

    def read(self, name: str, limit: int) -> bytes:
        """A part, unpacked; more than `limit` bytes are a refusal, as is what packs too well."""
        return self._unpacked(name, min(limit, self.most), self.is_current)

    def _unpacked(self, name: str, limit: int, is_packed: bool) -> bytes:
        try:
            entry = self._zip.getinfo(name)
            if entry.flag_bits & 1:
                raise refusal(self.path, _("an encrypted zip; export it again from Anki"))
            if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                raise NotImplementedError
            with self._zip.open(entry) as part:
                return (_all_packed if is_packed else _all)(part, limit)
        except _TooLargeError as error:
            why = _(
                "“{part}” takes more than the {limit} bytes it may; "
                "the package is damaged or malicious"
            )
            raise refusal(self.path, why.format(part=name, limit=f"{limit:,}")) from error
        except (
            zipfile.BadZipFile,
            zlib.error,
            struct.error,
            EOFError,
            KeyError,
            NotImplementedError,
            OSError,
            OverflowError,
            RuntimeError,
            ValueError,
        ) as error:
            raise damaged(self.path) from error

    def _version(self) -> int:
        """The version it names, or the newest there is a collection of."""
        if "meta" in self._names:
            data = self._unpacked("meta", _MAX_META, is_packed=False)
            try:
                version = decode(data, _META)["version"]
            except ValueError as error:
                raise damaged(self.path) from error
            if version > _CURRENT:
                raise refusal(self.path, newer())
            if _COLLECTIONS.get(version) in self._names:
                return int(version)
        for version in sorted(_COLLECTIONS, reverse=True):
            if _COLLECTIONS[version] in self._names:
                return version
        raise refusal(self.path, _("a zip archive, but no Anki package: there is no collection"))


def refusal(path: Path | str, why: str) -> ExchangeError:
    """The error for a package that cannot be read: one line."""
    return ExchangeError(f"{path}: {why}")


def damaged(path: Path | str) -> ExchangeError:
    """The error for a package that is damaged."""
    return refusal(path, _("a damaged package; export it again from Anki"))


def newer() -> str:
    """Why a package of a version still to come is refused."""
    return _(
        "made by a newer Anki than studykit knows; export it again "
        "with “Support older Anki versions” ticked"
    )


def _all(stream: IO[bytes], limit: int) -> bytes:
    """What a stream holds."""
    chunks, size = list[bytes](), 0
    while chunk := stream.read(_CHUNK):
        size += len(chunk)
        if size > limit:
            raise _TooLargeError
        chunks.append(chunk)
    return b"".join(chunks)


def _all_packed(part: IO[bytes], limit: int) -> bytes:
    """What a part holds that Zstandard has packed."""
    from zstandard import ZstdDecompressor, ZstdError

    unpacker = ZstdDecompressor(max_window_size=_MAX_WINDOW)
    try:
        return _all(unpacker.stream_reader(part, read_across_frames=True), limit)
    except ZstdError as error:
        raise ValueError from error
