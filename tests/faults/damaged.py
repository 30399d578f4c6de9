"""A log cut off at every byte, a snapshot cut off and with every bit flipped."""

from studykit.progress.folder import Folder
from studykit.progress.learner import Learner
from studykit.progress.read import read_log
from studykit.progress.session import open_session
from studykit.scheduling.fold import fold
from tests.faults.killed import now


def study(folder: Folder, grades: int) -> None:
    """A few grades in a session that is closed."""
    with open_session(folder, now) as session:
        for number in range(grades):
            session.grade(f"card{number % 3}", "good", 900)


def truncated_logs(folder: Folder) -> tuple[int, int]:
    """Cut a log off at every byte and go on with it: how many cuts, how many went wrong."""
    study(folder, 3)
    (path,) = folder.logs()
    whole = path.read_bytes()
    wrong = 0
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        for kept in folder.set_aside.glob("*"):
            kept.unlink()
        # A line without its end that holds a record is whole all the same.
        lines = whole[: length + 1].count(b"\n")
        expected = read_log(b"".join(whole.splitlines(True)[:lines]).decode(), "").records
        with open_session(folder, now) as session:
            session.grade("new", "good", 900)
            records = session.records()
        aside = sum(len(one.read_bytes()) for one in folder.set_aside.glob("*"))
        torn = len(whole[:length].rpartition(b"\n")[2])
        text = path.read_text("utf-8")
        fine = (
            tuple(records[:-1]) == expected
            and records[-1].card == "new"  # type: ignore[union-attr]
            and aside in (torn, 0 if whole[length : length + 1] == b"\n" else torn)
            and not read_log(text, "").problems
            and text.endswith("}\n")
        )
        wrong += not fine
    return len(whole), wrong


def damaged_snapshots(folder: Folder) -> tuple[int, int]:
    """Cut a snapshot off at every byte and flip every bit: how many, how many made wrong states."""
    study(folder, 3)
    whole = folder.snapshot.read_bytes()
    reader = Learner(folder, now)
    expected = fold(reader.records(), reader.scheduler)
    damaged = [whole[:length] for length in range(len(whole))]
    for bit in range(8 * len(whole)):
        flipped = bytearray(whole)
        flipped[bit // 8] ^= 1 << bit % 8
        damaged.append(bytes(flipped))
    wrong = 0
    for data in damaged:
        folder.snapshot.write_bytes(data)
        reader = Learner(folder, now)
        wrong += {card: reader.state(card) for card in reader.standings} != expected
    return len(damaged), wrong
