"""Events and their lines: what is written is read back the same, by us and by any YAML parser."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from studykit.deck.nodes import parse_nodes
from studykit.journal.lines import Format, event_of, line_of, strict_event
from studykit.progress.decode import UnreadableError

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
SCALARS = st.none() | st.booleans() | st.integers(-(10**15), 10**15) | TEXTS
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
VALUES = st.recursive(
    SCALARS | NUMBERS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)
EVENTS = st.dictionaries(TEXTS, VALUES, min_size=1, max_size=5)
LINES = [
    ({"event": "judged", "team": 2}, '- {event: "judged", team: 2}\n'),
    ({"茶": "三万亿", "on": True}, '- {"茶": "三万亿", "on": true}\n'),
    ({"a": None, "b": [1, 0.5], "c": {"d": []}}, "- {a: null, b: [1, 0.5], c: {d: []}}\n"),
    ({"a": 'x: "y", z: \\n'}, '- {a: "x: \\"y\\", z: \\\\n"}\n'),
    ({"a": "1", "b": 1, "c": "true"}, '- {a: "1", b: 1, c: "true"}\n'),
    ({"a": "one\ntwo\x1b\u2028"}, '- {a: "one\\u000atwo\\u001b\\u2028"}\n'),
]
# As a person may have changed them: not as we write them, and yet YAML.
CHANGED = [
    ("- {event: judged, team: 2}", {"event": "judged", "team": 2}),
    ("- {event: 'judged', team: '2'}", {"event": "judged", "team": "2"}),
    ("- {a: ~, b: , c: True}", {"a": None, "b": None, "c": "True"}),
    ("- {a: 010, b: 12:30, c: no, d: .5}", {"a": "010", "b": "12:30", "c": "no", "d": ".5"}),
    ("- {a: 1e999, b: -3, c: 2.5e1}", {"a": "1e999", "b": -3, "c": 25.0}),
    ("- {a: 2026-11-25, b: [x, 1]}", {"a": "2026-11-25", "b": ["x", 1]}),
]
NO_EVENTS = ["- {}", "- [1]", "- 茶", "- {a: 1, a: 2}", "- {b: {a: 1, a: 2}}", "- {[1]: 2}"]


def parsed(line):
    root = parse_nodes(line, "x")
    return event_of(root.value[0])


@pytest.mark.parametrize(("event", "line"), LINES)
def test_an_event_has_one_line(event, line):
    assert line_of(event) == line
    assert strict_event(line) == [event]


@given(EVENTS)
def test_round_trip(event):
    line = line_of(event)
    assert line.count("\n") == 1
    assert strict_event(line) == [event]


@given(st.dictionaries(TEXTS, SCALARS, min_size=1))
def test_yaml_parsers_read_the_same(event):
    line = line_of(event)
    assert parsed(line) == event
    assert yaml.safe_load(line) == [event]


@pytest.mark.parametrize(("line", "event"), CHANGED)
def test_what_a_person_writes(line, event):
    assert parsed(line) == event
    assert strict_event(line + "\n") is None


@pytest.mark.parametrize("line", NO_EVENTS)
def test_what_is_no_event(line):
    assert strict_event(line + "\n") is None
    with pytest.raises(UnreadableError):
        parsed(line)


@pytest.mark.parametrize("line", ["- {a: NaN}", "- {a: Infinity}", "- {a: 1e999}", "- {a: \udce8}"])
def test_what_the_fast_way_leaves_to_yaml(line):
    assert strict_event(line + "\n") is None


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_only_numbers_that_all_can_read(number):
    with pytest.raises(ValueError, match=str(number)):
        line_of({"a": [number]})


def test_the_header_names_format_and_version():
    assert Format("studykit-group", 3).header == '- {format: "studykit-group/3"}\n'
