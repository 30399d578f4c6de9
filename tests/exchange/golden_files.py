"""Files that a person has looked at: what each format makes of one deck of every card type."""

from pathlib import Path

from studykit.exchange.model import Written

FOLDER = Path(__file__).parent / "golden"


def assert_golden(name: str, written: Written) -> None:
    """The content is what the file holds; a file that is not there is written, to be looked at."""
    path = FOLDER / name
    if not path.exists():
        path.write_bytes(written.data)
        raise AssertionError(f"{path} is new: look at it and keep it")
    assert written.data.decode() == path.read_bytes().decode()
