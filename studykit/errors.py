"""The errors that a person is meant to read, and problems gathered from bad data.

An exception is for "cannot go on". What is wrong inside a user's file comes
back as a list of `Problem`s, all of them at once.
"""

from dataclasses import dataclass


class StudykitError(Exception):
    """An expected failure: one line that says what, where and what to do."""


class ReadError(StudykitError):
    """A file that cannot be read as an article."""


class DeckError(StudykitError):
    """A deck that cannot be read, written or used."""


class ProgressError(StudykitError):
    """Progress that cannot be read, written or used."""


class ExchangeError(StudykitError):
    """A file of another tool that cannot be read or written, or a tool that cannot be reached."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something wrong at one line of one file; `line` counts from 1."""

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"
