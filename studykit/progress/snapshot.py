"""The snapshot: the state of every card, and how much of the log went into it.

Only a cache of the log: it says which bytes of which files it covers and under
which settings, and ends with a checksum of itself. Since the checksum vouches
for every byte, reading it means cutting lines in two, nothing more; a card's
state is made of its line when it is asked for.

    format: studykit-snapshot/1
    settings: "9a3f01bc"
    newest: "01k…"
    logs:
    - {file: "2026-11.yaml", size: 83021, mtime_ns: 1764036612345678900, crc: "1f00aa21"}
    problems:
    - {path: "…", line: 12, message: "…"}
    cards:
    - {card: "t720ax7f", phase: review, due: "2026-11-30", day: "2026-11-25", first: "2026-11-01", step: 0, stability: 12.5, difficulty: 5.1, at: "…", reps: 5, lapses: 1}
    check: "5d4c3b2a"
"""  # noqa: E501 - a line is a line

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple
from zlib import crc32

from studykit.errors import Problem
from studykit.progress.quoting import quoted, unquoted
from studykit.scheduling.model import CardState, Phase

FORMAT = "studykit-snapshot/1"

_HEAD = re.compile(rf'format: {FORMAT}\nsettings: "(\w+)"\nnewest: "(\w*)"\n')
_LOG = re.compile(r'^- \{file: "([^"\\]+)", size: (\d+), mtime_ns: (\d+), crc: "(\w*)"\}$', re.M)
_STRING = r'"((?:[^"\\]|\\.)*)"'
_PROBLEM = re.compile(rf"^- \{{path: {_STRING}, line: (\d+), message: {_STRING}\}}$", re.MULTILINE)
_CARD = re.compile(
    r'- \{card: "((?:[^"\\]++|\\.)++)", phase: (\w++),'
    r' due: "([^"]*+)", day: "([^"]*+)", first: "([^"]*+)"'
    r'(?:, suspended: (true))?(?:, buried: "([^"]++)")?, (.*)\}\n'
)
_REST = re.compile(
    r'(?:flagged: (true), )?step: (\d+), stability: (\S+), difficulty: (\S+), at: "([^"]*)",'
    r' reps: (\d+), lapses: (\d+)(?:, touched: "([^"]*)")?'
)
_CHECK = re.compile(r'check: "(\w{8})"\n')
_LONGEST_CHECK = 40


class Row(NamedTuple):
    """A card's line in the snapshot, cut where the queue of a day needs it."""

    card: str
    phase: Phase
    due: str
    day: str
    first: str
    suspended: str | bool
    buried: str
    rest: str

    @property
    def stability(self) -> float:
        """The stability alone, in days: asked for of every card that is due."""
        _before, _key, after = self.rest.partition("stability: ")
        return float(after.partition(",")[0])

    @property
    def state(self) -> CardState:
        """The state that the line holds."""
        rest = _REST.fullmatch(self.rest)
        assert rest is not None
        flagged, step, stability, difficulty, at, reps, lapses, touched = rest.groups()
        return CardState(
            self.card,
            self.phase,
            int(step),
            float(stability),
            float(difficulty),
            self.due,
            at,
            self.day,
            self.first,
            int(reps),
            int(lapses),
            touched or at,
            bool(self.suspended),
            self.buried,
            bool(flagged),
        )


class Covered(NamedTuple):
    """How much of a log file went into the snapshot: so many bytes, with this checksum."""

    file: str
    size: int
    mtime_ns: int
    crc: str


Standing = Row | CardState
"""A card's state, or the line that holds it."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a snapshot holds; `newest` is the latest id of ours among the records that went in."""

    settings: str
    logs: tuple[Covered, ...] = ()
    standings: Mapping[str, Standing] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    newest: str = ""


def state_of(standing: Standing) -> CardState:
    """The state itself."""
    return standing.state if isinstance(standing, Row) else standing


def dump_snapshot(snapshot: Snapshot) -> bytes:
    """The snapshot file; the same bytes for the same states."""
    head = f'settings: "{snapshot.settings}"\nnewest: "{snapshot.newest}"\n'
    lines = [f"format: {FORMAT}\n{head}"]
    lines += _block("logs", map(_log_line, snapshot.logs))
    lines += _block("problems", map(_problem_line, snapshot.problems))
    standings = snapshot.standings
    lines += _block("cards", (_card_line(standings[card]) for card in sorted(standings)))
    data = "".join(lines).encode("utf-8")
    return data + f'check: "{checksum(data)}"\n'.encode()


def parse_snapshot(data: bytes) -> Snapshot | None:
    """The snapshot of a file; None where it is damaged or of another format."""
    check = _CHECK.fullmatch(_last_line(data))
    body = memoryview(data)[: len(data) - len(_last_line(data))]
    if not check or checksum(body) != check[1]:
        return None
    try:
        text = str(body, "utf-8")
    except UnicodeDecodeError:
        return None
    head = _HEAD.match(text)
    at = text.find("\ncards:")
    if not head or at < 0:
        return None
    top = text[:at]
    # As `Row._make`, without its check of the length: the pattern has as many groups.
    new = tuple.__new__
    rows = {found[0]: new(Row, found) for found in _CARD.findall(text, at)}
    if text.find("\\", at) > 0:
        bare = [row._replace(card=unquoted(row.card)) for row in rows.values()]
        rows = {row.card: row for row in bare}
    return Snapshot(
        head[1],
        tuple(Covered(f, int(size), int(ns), crc) for f, size, ns, crc in _LOG.findall(top)),
        rows,
        tuple(_problem(found) for found in _PROBLEM.findall(top)),
        head[2],
    )


def checksum(data: bytes | memoryview) -> str:
    """CRC-32 of some bytes as eight hex digits: against accidents, not against malice."""
    return f"{crc32(data):08x}"


def _last_line(data: bytes) -> str:
    start = data.rfind(b"\n", max(0, len(data) - _LONGEST_CHECK), len(data) - 1) + 1
    return data[start:].decode("ascii", "replace")


def _block(key: str, lines: Iterable[str]) -> list[str]:
    found = list(lines)
    return [f"{key}:\n", *found] if found else [f"{key}: []\n"]


def _log_line(log: Covered) -> str:
    size = f"size: {log.size}, mtime_ns: {log.mtime_ns}"
    return f'- {{file: {quoted(log.file)}, {size}, crc: "{log.crc}"}}\n'


def _problem_line(problem: Problem) -> str:
    where = f"path: {quoted(problem.path)}, line: {problem.line}"
    return f"- {{{where}, message: {quoted(problem.message)}}}\n"


def _problem(found: tuple[str, str, str]) -> Problem:
    path, line, message = found
    return Problem(unquoted(path), int(line), unquoted(message))


def _card_line(standing: Standing) -> str:
    aside = ", suspended: true" if standing.suspended else ""
    aside += f', buried: "{standing.buried}"' if standing.buried else ""
    card = quoted(standing.card)
    rest = standing.rest if isinstance(standing, Row) else _rest(standing)
    days = f'due: "{standing.due}", day: "{standing.day}", first: "{standing.first}"'
    return f"- {{card: {card}, phase: {standing.phase}, {days}{aside}, {rest}}}\n"


def _rest(state: CardState) -> str:
    flagged = "flagged: true, " if state.flagged else ""
    memory = f"stability: {number(state.stability)}, difficulty: {number(state.difficulty)}"
    past = f'at: "{state.at}", reps: {state.reps}, lapses: {state.lapses}'
    touched = "" if state.touched == state.at else f', touched: "{state.touched}"'
    return f"{flagged}step: {state.step}, {memory}, {past}{touched}"


def number(value: float) -> str:
    """A float so that it reads back the same, with the point that YAML 1.1 wants before an e."""
    text = repr(value)
    return text if "." in text or "e" not in text else text.replace("e", ".0e")
