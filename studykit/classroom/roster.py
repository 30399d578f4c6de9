"""The roster: who is in the class, a name a line, perhaps with a code of their own.

李雷, 4711
韩梅梅
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from studykit.classroom.names import key_of
from studykit.errors import Problem, ReadError
from studykit.messages import _
from studykit.progress.folder import is_learner_name


@dataclass(frozen=True, slots=True)
class Roster:
    """Names and their codes, empty where a name needs none."""

    codes: Mapping[str, str]

    def may_be(self, name: str, code: str) -> bool:
        """Whether someone who says this code may be the one of this name."""
        known = self.codes.get(name)
        return known is not None and known in ("", code.strip())


def read_roster(path: Path) -> Roster:
    """The roster of a file; ReadError names all that is wrong in it."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ReadError(_("{path}: cannot be read: {why}").format(path=path, why=error)) from None
    roster, problems = parse_roster(text, str(path))
    if problems:
        raise ReadError("; ".join(map(str, problems)))
    return roster


def parse_roster(text: str, path: str) -> tuple[Roster, list[Problem]]:
    """The roster of a text, and what is wrong in it; blank lines and lines of # are passed over."""
    codes: dict[str, str] = {}
    keys: dict[str, int] = {}
    problems = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        name, code, *more = [cell.strip() for cell in next(csv.reader([line]))] + [""]
        if any(more):
            message = _("a line is a name, or a name, a comma and a code")
        elif not is_learner_name(name):
            message = _("{name} cannot be the name of a learner").format(name=name)
        elif key_of(name) in keys:
            message = _("{name} stands in line {line} already").format(
                name=name, line=keys[key_of(name)]
            )
        else:
            codes[name] = code
            keys[key_of(name)] = number
            continue
        problems.append(Problem(path, number, message))
    return Roster(codes), problems
