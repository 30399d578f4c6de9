"""Records and what a person may make of their lines, as Hypothesis strategies."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from hypothesis import strategies as st

from studykit.progress.lines import HEADER, line_of
from studykit.progress.quoting import quoted
from studykit.scheduling.model import DEEDS, RATINGS, Grade, Mark, Record, Undo
from studykit.scheduling.times import instant

# All that may stand in a text but lone surrogates, which no UTF-8 file can hold.
ANY = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
# What means something in YAML, and a few letters.
AWKWARD = st.text("ab茶é 0-_.:#'\"\\{}[],&*!|>%@`?~=", min_size=1, max_size=8)
WORDS = st.text("abyesno019茶", min_size=1, max_size=8)
# As the program mints them.
PLAIN = st.text("0123456789abcdefghjkmnpqrstvwxyz", min_size=8, max_size=20)

_MOMENTS = st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC))
_DAYS = st.dates(datetime(1990, 1, 1).date(), datetime(2090, 1, 1).date())


def records(texts: st.SearchStrategy[str] = ANY) -> st.SearchStrategy[Record]:
    """Any record whose id, card and undone id are such texts."""
    stamp = (texts, _MOMENTS.map(instant), _DAYS.map(str))
    ms = st.integers(0, 999_999_999)
    grades = st.builds(Grade, *stamp, texts, st.sampled_from(RATINGS), ms, st.booleans())
    marks = st.builds(Mark, *stamp, texts, st.sampled_from(DEEDS))
    return grades | marks | st.builds(Undo, *stamp, texts)


def pairs(record: Record) -> list[tuple[str, str]]:
    """The keys and values of the line of a record."""
    out = [("id", record.id), ("at", record.at), ("day", record.day)]
    if isinstance(record, Undo):
        return [*out, ("undo", record.undone)]
    out.append(("card", record.card))
    if isinstance(record, Mark):
        return [*out, ("deed", record.deed)]
    practice = [("practice", "true")] if record.practice else []
    return [*out, ("rating", record.rating), ("ms", str(record.ms)), *practice]


def record_of(found: dict[str, str]) -> Record:
    """The record of an item that a YAML parser read as texts."""
    stamp = found["id"], found["at"], found["day"]
    if "undo" in found:
        return Undo(*stamp, found["undo"])
    if "deed" in found:
        return Mark(*stamp, found["card"], found["deed"])  # type: ignore[arg-type]
    rating, ms = found["rating"], int(found.get("ms", "0"))
    practice = found.get("practice") == "true"
    return Grade(*stamp, found["card"], rating, ms, practice)  # type: ignore[arg-type]


def _value(draw: st.DrawFn, text: str) -> str:
    """A value as a person may write it: plain, or in quotes of either kind."""
    styles: list[Callable[[str], str]] = [quoted, lambda text: "'" + text.replace("'", "''") + "'"]
    if text.isalnum():
        styles.append(str)
    return draw(st.sampled_from(styles))(text)


@st.composite
def written(draw: st.DrawFn, record: Record, number: int) -> str:
    """The lines of a record, the nth of a log, as a person may write them."""
    items = draw(st.permutations(pairs(record)))
    if draw(st.booleans()):
        items = [*items, ("note", draw(WORDS))]
    shown = [f"{key}: {_value(draw, text)}" for key, text in items]
    comment = draw(st.sampled_from(["", "  # mine", " # - {"]))
    match draw(st.sampled_from(["ours", "flow", "spread", "block", "anchor", "nested", "twice"])):
        case "ours":
            return line_of(record)
        case "flow":
            gap = draw(st.sampled_from(["", " ", "  "]))
            between = draw(st.sampled_from([", ", " , ", ",  "]))
            return f"-{gap or ' '}{{{gap}{between.join(shown)}{gap}}}{comment}\n"
        case "spread":
            return "- {" + ",\n   ".join(shown) + f"}}{comment}\n"
        case "block":
            return "- " + "\n  ".join(shown) + f"{comment}\n"
        case "anchor":
            return f"- &a{number} {{{', '.join(shown)}}}\n- *a{number}\n"
        case "nested":
            first, *rest = shown
            key, value = first.split(": ", 1)
            line = "- {" + ", ".join([f"{key}: &a{number} {value}", *rest]) + "}\n"
            return line + "- {" + ", ".join([f"{key}: *a{number}", *rest]) + "}\n"
        case _:
            return line_of(record) * 2


@st.composite
def edited_logs(draw: st.DrawFn) -> str:
    """The text of a log as a person, an editor or git may have left it."""
    parts = [draw(st.sampled_from([HEADER, "", "- format: studykit-log/1\n", f"# mine\n{HEADER}"]))]
    log = draw(st.lists(records(AWKWARD | WORDS), min_size=1, max_size=6))
    for number, record in enumerate(log):
        parts.append(draw(st.sampled_from(["", "", "\n", "# a note\n", "  # and\n\n"])))
        parts.append(draw(written(record, number)))
    text = "".join(parts)
    if draw(st.booleans()):
        text = text.removesuffix("\n")
    if draw(st.booleans()):
        text = "---\n" + text
    if draw(st.booleans()):
        text = text.replace("\n", "\r\n")
    return "\ufeff" + text if draw(st.booleans()) else text


# Lines that are no record, each a trap of its own.
STRAY = (
    "hm", "- [1]", "- {id: ?", "}", '"', "'", "- '", "- |", "- &a", "- *a", "---", "...",
    "- {id: \"01k\", at: \"2026-11-2", "<<<<<<< HEAD", "=======", ">>>>>>> theirs", "\tx", "- {}",
    "\0\0\0", "\udcff", "%YAML 1.2", "? a", "!!binary x", "- - {a: b}", "[", "- {a: [}",
    '- {id: "x", at: "2026-13-01T00:00:00.000Z", day: "2026-11-25", card: "a", rating: good}',
    '- {id: "x", at: "2026-11-25T00:00:00.000Z", day: "2026-11-31", card: "a", rating: good}',
    '- {id: "x", at: "2026-11-25T00:00:00.000Z", day: "2026-11-25", card: "a", rating: fine}',
    '- {id: "x", at: "2026-11-25T00:00:00.000Z", day: "2026-11-25", rating: good}',
    '- {id: "x", id: "y", at: "2026-11-25T00:00:00.000Z", day: "2026-11-25", undo: "z"}',
    '- {id: "x", at: "2026-11-25T00:00:00.000Z", day: "2026-11-25", card: [a], rating: good}',
)  # fmt: skip


def lines_of(log: Sequence[Record]) -> list[str]:
    """The lines of records, without their line ends."""
    return [line_of(record).removesuffix("\n") for record in log]
