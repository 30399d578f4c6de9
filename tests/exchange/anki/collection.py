"""The official Anki, for the tests: a collection that takes packages and makes them."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

# What an import can say of a note.
OUTCOMES = (
    "new",
    "updated",
    "duplicate",
    "conflicting",
    "first_field_match",
    "missing_notetype",
    "missing_deck",
    "empty_first_field",
)


@contextmanager
def collection(folder: Path) -> Iterator[Any]:
    """An empty collection in this folder; call only where the `anki` package is installed."""
    from anki.collection import Collection

    folder.mkdir(parents=True, exist_ok=True)
    col = Collection(str(folder / "collection.anki2"))
    try:
        yield col
    finally:
        col.close()


def take(col: Any, path: Path) -> dict[str, int]:
    """Import a package with its progress and options; how many notes fared how."""
    from anki.collection import ImportAnkiPackageOptions, ImportAnkiPackageRequest

    options = ImportAnkiPackageOptions(with_scheduling=True, with_deck_configs=True)
    request = ImportAnkiPackageRequest(package_path=str(path), options=options)
    log = col.import_anki_package(request).log
    counts = {name: len(getattr(log, name)) for name in OUTCOMES}
    return {name: count for name, count in counts.items() if count}


def make(col: Any, path: Path, *, legacy: bool) -> Path:
    """Export all of a collection with everything, in the older or the current format."""
    from anki.collection import ExportAnkiPackageOptions

    if path.suffix == ".colpkg":
        # It closes the collection.
        col.export_collection_package(str(path), include_media=True, legacy=legacy)
        col.reopen()
        return path
    options = ExportAnkiPackageOptions(
        with_scheduling=True, with_deck_configs=True, with_media=True, legacy=legacy
    )
    col.export_anki_package(out_path=str(path), options=options, limit=None)
    return path


def is_in_order(col: Any) -> bool:
    """Whether Check Database finds nothing to mend."""
    _report, fine = col.fix_integrity()
    return bool(fine)
