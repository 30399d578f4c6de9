"""Packages written and read back."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given

from studykit.exchange.anki.model import Package
from studykit.exchange.anki.read import read_package
from studykit.exchange.anki.write import write_package
from tests.exchange.anki.packages import PACKAGE, packages


def round_trip(package: Package) -> Package:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.apkg"
        write_package(path, package)
        read, problems = read_package(path)
        assert problems == []
        return replace(read, media=dict(read.media))


def test_a_package_written_is_the_package_read() -> None:
    assert round_trip(PACKAGE) == PACKAGE


@given(packages())
def test_any_package_written_is_the_package_read(package: Package) -> None:
    assert round_trip(package) == package
