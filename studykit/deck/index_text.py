"""Indexes of decks as YAML, so that the decks need not be read while they stay as they are.

It is a cache that nobody edits: one fixed layout, read back by splitting it, in
a few milliseconds for ten thousand cards. Words hold no blanks (they are
percent-encoded where they would), and an empty one is a hyphen.
"""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from studykit.deck.index_model import DeckIndex, IndexedFile
from studykit.deck.scalars import STRANGE, OtherLayoutError, scalar

HEADER = "format: studykit-index/1\ndecks:\n"
_WORDS_PER_LINE = 10
_EMPTY, _HYPHEN = "-", "%2D"
_SAFE = re.compile(r"[A-Za-z0-9_.~-]+")
_WORDS = r">-\n((?:    .+\n)*)"
_DECK = re.compile(
    r"- path: (.+)\n  size: ([0-9]+)\n  mtime_ns: (-?[0-9]+)\n  id: (.+)\n  title: (.+)\n"
    rf"  unsaved: (true|false)\n  ids: {_WORDS}  facts: {_WORDS}  starts: {_WORDS}  ends: {_WORDS}"
)


def dump_indexes(files: Iterable[IndexedFile]) -> str:
    """The whole text of a cache."""
    return HEADER + "".join(map(_dump, files))


def parse_indexes(text: str) -> tuple[IndexedFile, ...] | None:
    """What a cache holds; None where it is damaged or of another version."""
    at = len(HEADER)
    found = []
    try:
        while match := _DECK.match(text, at):
            found.append(_file(match))
            at = match.end()
    except (OtherLayoutError, ValueError):
        return None
    return tuple(found) if text.startswith(HEADER) and at == len(text) else None


def _dump(file: IndexedFile) -> str:
    from studykit.deck.dump import scalar as written

    index = file.index
    head = (
        f"- path: {written(str(file.path))}\n  size: {file.size}\n  mtime_ns: {file.mtime_ns}\n"
        f"  id: {written(index.id)}\n  title: {written(index.title)}\n"
        f"  unsaved: {'true' if index.unsaved else 'false'}\n"
    )
    columns = {
        "ids": list(map(_encoded, index.ids)),
        "facts": list(map(_encoded, index.facts)),
        "starts": list(map(str, index.starts)),
        "ends": list(map(str, index.ends)),
    }
    return head + "".join(f"  {name}: >-\n{_rows(words)}" for name, words in columns.items())


def _rows(words: Sequence[str]) -> str:
    starts = range(0, len(words), _WORDS_PER_LINE)
    return "".join(f"    {' '.join(words[at : at + _WORDS_PER_LINE])}\n" for at in starts)


def _file(match: re.Match[str]) -> IndexedFile:
    path, size, mtime_ns, id_, title, unsaved, ids, facts, starts, ends = match.groups()
    if STRANGE.search(path + id_ + title):
        raise OtherLayoutError
    index = DeckIndex(
        scalar(id_),
        scalar(title),
        _decoded(ids),
        _decoded(facts),
        tuple(map(int, starts.split())),
        tuple(map(int, ends.split())),
        unsaved == "true",
    )
    if len({len(index.ids), len(index.facts), len(index.starts), len(index.ends)}) > 1:
        raise OtherLayoutError
    return IndexedFile(Path(scalar(path)), int(size), int(mtime_ns), index)


def _encoded(word: str) -> str:
    if _SAFE.fullmatch(word):
        return word if word != _EMPTY else _HYPHEN
    from urllib.parse import quote

    return quote(word, safe="") or _EMPTY


def _decoded(column: str) -> tuple[str, ...]:
    words = column.split()
    if "%" in column:
        from urllib.parse import unquote

        return tuple(["" if word == _EMPTY else unquote(word) for word in words])
    return tuple(["" if word == _EMPTY else word for word in words] if _EMPTY in words else words)
