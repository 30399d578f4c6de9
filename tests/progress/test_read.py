import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from studykit.errors import ProgressError
from studykit.progress.lines import HEADER, line_of
from studykit.progress.read import read_log
from studykit.scheduling.model import Grade, Undo
from tests.progress.records import PLAIN, STRAY, edited_logs, lines_of, record_of, records

GRADE = Grade("01k", "2026-11-25T01:30:12.345Z", "2026-11-25", "t7", "good", 5321)
LINE = line_of(GRADE)
BLOCK = (
    '- id: "x1"\n  at: "2026-11-25T10:00:00Z"\n  day: "2026-11-25"\n  card: "a"\n  rating: good\n'
)


@given(edited_logs())
def test_an_edited_log_is_what_a_full_parse_makes_of_it(text):
    items = yaml.load(text, yaml.BaseLoader)
    expected = tuple(record_of(item) for item in items if "format" not in item)
    read = read_log(text, "log")
    assert (read.records, read.problems) == (expected, ())


@given(st.lists(records(PLAIN), min_size=1, max_size=6), st.data())
def test_strange_lines_are_named_and_take_no_neighbour_along(log, data):
    lines = [HEADER.strip(), *lines_of(log)]
    for stray in data.draw(st.lists(st.sampled_from(STRAY), min_size=1, max_size=4)):
        # Below the first line: a quote that swallows the header alone takes no record along, and
        # the line that ends it is then a part of the item that is named.
        lines.insert(data.draw(st.integers(1, len(lines))), stray)
    read = read_log("\n".join(lines) + "\n", "log")
    assert read.records == tuple(log)
    named = [number for number, line in enumerate(lines, 1) if line in STRAY]
    found = {problem.line for problem in read.problems}
    assert found <= set(named)
    # The ends of documents may be in order where they are; a line may belong to the one before.
    fine = {number for number in named if lines[number - 1] in ("---", "...")}
    assert {number for number in named if number - 1 not in named} - fine <= found
    assert all(problem.path == "log" and problem.message for problem in read.problems)


@given(st.lists(records(PLAIN), min_size=1, max_size=4), st.integers(0, 999), st.data())
def test_the_end_of_a_log_is_read_with_its_own_line_numbers(log, before, data):
    lines = lines_of(log)
    at = data.draw(st.integers(0, len(lines)))
    lines.insert(at, "hm")
    (problem,) = read_log("\n".join(lines), "log", before + 1).problems
    assert problem.line == before + 1 + at


@pytest.mark.parametrize(
    ("line", "change"),
    [
        (LINE.replace("345Z", "345+08:00"), {"at": "2026-11-24T17:30:12.345Z"}),
        (LINE.replace(".345Z", "Z"), {"at": "2026-11-25T01:30:12.000Z"}),
        (LINE.replace("good", "Easy"), {"rating": "easy"}),
        (LINE.replace(", ms: 5321", ""), {"ms": 0}),
        (LINE.replace("5321", "99999999999"), {"ms": 999_999_999}),
        (LINE.replace("}", ", practice: True}"), {"practice": True}),
        (LINE.replace("}", ", practice: 'false'}"), {}),
        (LINE.replace('"t7"', "t7"), {}),
        (LINE.replace('"t7"', "no"), {"card": "no"}),
        (LINE.replace('"t7"', "010"), {"card": "010"}),
        (LINE.replace('"t7"', "12:30"), {"card": "12:30"}),
        (LINE.replace('"01k"', "1e3"), {"id": "1e3"}),
        (LINE.replace('"2026-11-25",', "2026-11-25,"), {}),
        (LINE.replace("}", ", note: [a, {b: c}]}"), {}),
    ],
)
def test_a_line_by_hand(line, change):
    assert read_log(line, "log").records == (GRADE._replace(**change),)


@pytest.mark.parametrize(
    ("line", "word"),
    [
        (LINE.replace("good", "fine"), "rating"),
        (LINE.replace(" rating: good,", ""), "rating"),
        (LINE.replace("5321", "-1"), "ms"),
        (LINE.replace("5321", "1_000"), "ms"),
        (LINE.replace("5321", "٣"), "ms"),
        (LINE.replace("}", ", practice: maybe}"), "practice"),
        (LINE.replace('card: "t7", ', ""), "card"),
        (LINE.replace('id: "01k", ', ""), "id"),
        (LINE.replace('day: "2026-11-25", ', ""), "day"),
        (LINE.replace("T01:30:12.345Z", ""), "instant"),
        (LINE.replace("345Z", "345"), "instant"),
        (LINE.replace('day: "2026-11-25"', 'day: "2026-11-5"'), "day"),
        (LINE.replace('day: "2026-11-25"', 'day: "20261125"'), "day"),
        (LINE.replace("rating: good", "deed: drop"), "deed"),
        (LINE.replace("rating: good", "card: t8"), "twice"),
        (LINE.replace('"t7"', "[t7]"), "text"),
        ("- {format: studykit-deck/1}\n", "format"),
        ("- {format: studykit-log/x}\n", "format"),
    ],
)
def test_what_is_wrong_with_a_line_is_said(line, word):
    read = read_log(HEADER + line + LINE, "me/log/2026-11.yaml")
    assert read.records == (GRADE,)
    (problem,) = read.problems
    assert (problem.path, problem.line) == ("me/log/2026-11.yaml", 2)
    assert word in problem.message


def test_a_wrong_block_is_named_by_its_first_line():
    text = HEADER + BLOCK + BLOCK.replace("good", "fine") + LINE
    read = read_log(text, "log")
    assert (len(read.records), [problem.line for problem in read.problems]) == (2, [7])


def test_a_conflict_that_git_left_loses_nothing():
    other = LINE.replace("01k", "01m")
    text = f"{HEADER}{LINE}<<<<<<< HEAD\n{other}=======\n{BLOCK.splitlines()[0]}\n>>>>>>> b\n"
    read = read_log(text, "log")
    assert read.records == (GRADE, GRADE._replace(id="01m"))
    assert [problem.line for problem in read.problems] == [3, 5, 6, 7]


@pytest.mark.parametrize("text", ["", "\n", "# mine\n", HEADER, "\ufeff", "\r\n", HEADER * 2])
def test_a_log_of_nothing(text):
    read = read_log(text, "log")
    assert (read.records, read.problems) == ((), ())


@pytest.mark.parametrize("line", ['- {format: "studykit-log/2"}\n', "- format: studykit-log/17\n"])
def test_a_newer_format_is_refused(line):
    with pytest.raises(ProgressError, match=r"^log: .*newer studykit .*studykit-log/"):
        read_log(line + LINE, "log")


def test_an_undo_may_stand_before_what_it_takes_back():
    undo = Undo("01m", GRADE.at, GRADE.day, GRADE.id)
    assert read_log(line_of(undo) + LINE, "log").records == (undo, GRADE)
