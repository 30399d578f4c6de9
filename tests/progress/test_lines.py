import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from studykit.deck.nodes import parse_nodes
from studykit.progress.decode import decode_record
from studykit.progress.lines import HEADER, LONGEST_MS, line_of, strict_records
from studykit.progress.read import read_log
from studykit.scheduling.model import Grade
from tests.progress.records import ANY, PLAIN, pairs, records

GRADE = Grade("01k", "2026-11-25T01:30:12.345Z", "2026-11-25", "t7", "good", 5321)
LINE = line_of(GRADE)


@given(records(PLAIN))
def test_what_we_write_is_read_by_the_pattern(record):
    assert strict_records(line_of(record)) == [record]


@given(records(ANY))
def test_what_we_write_is_read_whatever_the_ids_hold(record):
    assert read_log(line_of(record), "log").records == (record,)


@given(records(ANY))
def test_yaml_gives_the_same(record):
    root = parse_nodes(line_of(record), "log")
    assert decode_record(root.value[0]) == record
    (item,) = yaml.load(line_of(record), yaml.BaseLoader)
    assert list(item.items()) == pairs(record)


@given(records(ANY))
def test_a_yaml_1_2_parser_gives_the_same(record):
    yaml12 = pytest.importorskip("yaml12")
    (item,) = yaml12.parse_yaml(line_of(record))
    values = [(key, "true" if value is True else str(value)) for key, value in item.items()]
    assert values == pairs(record)
    assert all(isinstance(item[key], str) for key in item.keys() - {"ms", "practice"})


@given(st.lists(records(PLAIN), max_size=5))
def test_a_whole_log_is_read_by_the_pattern(log):
    assert strict_records(HEADER + "".join(map(line_of, log))) == log


@pytest.mark.parametrize(
    ("ms", "kept"), [(-5, 0), (0, 0), (LONGEST_MS, LONGEST_MS), (LONGEST_MS + 1, LONGEST_MS)]
)
def test_times_beyond_measure_are_cut(ms, kept):
    (record,) = strict_records(line_of(GRADE._replace(ms=ms)))
    assert record.ms == kept


def test_lone_surrogates_are_replaced():
    (record,) = strict_records(line_of(GRADE._replace(card="a\ud800b")))
    assert record.card == "a\ufffdb"


@pytest.mark.parametrize(
    "text",
    [
        LINE.replace('"', "'"),
        LINE.replace(", ms", " , ms"),
        LINE.replace("- {", "-  {"),
        LINE.replace("good", "Good"),
        LINE.replace("5321", "05321"),
        LINE.replace("5321", "5321.0"),
        LINE.replace("}\n", "} # mine\n"),
        LINE.replace("}\n", "}\r\n"),
        LINE.replace("t7", "t\\u0037"),
        LINE.replace("t7", ""),
        LINE.replace("11-25T", "02-30T"),
        LINE.replace('day: "2026-11-25"', 'day: "2026-02-29"'),
        LINE.replace("T01", "T24"),
        LINE.replace("345Z", "345"),
        LINE.replace("345Z", "345+08:00"),
        LINE.replace("2026", "9000"),
        LINE.replace("}", ", practice: false}"),
        "\ufeff" + LINE,
        "\n" + LINE,
        " " + LINE,
        "# mine\n" + LINE,
        LINE + "\n",
        LINE + LINE[:-9] + "\n",
    ],
)
def test_what_is_not_quite_as_we_write_it_is_left_to_yaml(text):
    assert strict_records(text) is None
