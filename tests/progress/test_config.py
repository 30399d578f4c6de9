from dataclasses import fields

import pytest

from studykit.errors import ProgressError
from studykit.progress.config import change_setting, load_config, parse_config
from studykit.progress.setting_values import shown_settings
from studykit.scheduling.settings import Settings

W = (0.5, 0.5, 0.5, 0.5, 5.0, *(0.2,) * 11, 2.0, *(0.2,) * 4)
PARAMETERS = ", ".join(map(str, W))


def parsed(text):
    settings, problems = parse_config(text, "me/config.yaml")
    assert problems == []
    return settings


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("desired_retention: 0.7", {"desired_retention": 0.7}),
        ("desired_retention: .99", {"desired_retention": 0.99}),
        ("desired_retention: '0.85'", {"desired_retention": 0.85}),
        ("learning_steps: [30s, 5m, 1h, 1d]", {"learning_steps": (30, 300, 3600, 86400)}),
        ("learning_steps: []", {"learning_steps": ()}),
        ("learning_steps: 1m 10m", {"learning_steps": (60, 600)}),
        ("learning_steps:\n- 1m\n- 10m", {"learning_steps": (60, 600)}),
        ("relearning_steps:\n  - 5m", {"relearning_steps": (300,)}),
        ("maximum_interval: 1", {"maximum_interval": 1}),
        ("fuzz: no", {"fuzz": False}),
        ("fuzz: Off", {"fuzz": False}),
        ("fuzz: True", {"fuzz": True}),
        ("new_per_day: 0", {"new_per_day": 0}),
        ("new_per_day: 010", {"new_per_day": 10}),
        ("reviews_per_day: 9999  # all of them", {"reviews_per_day": 9999}),
        ("day_starts_at: 0", {"day_starts_at": 0}),
        ("day_starts_at: 23", {"day_starts_at": 23}),
        ("timezone: Asia/Shanghai", {"timezone": "Asia/Shanghai"}),
        ('timezone: ""', {"timezone": ""}),
        ("leech_action: flag", {"leech_action": "flag"}),
        ("leech_lapses: 0", {"leech_lapses": 0}),
        ("due_order: random", {"due_order": "random"}),
        ("new_order: random", {"new_order": "random"}),
        ("new_cards: last", {"new_cards": "last"}),
        ("learn_ahead: 1h", {"learn_ahead": 3600}),
        ("answering: typed", {"answering": "typed"}),
        ("bury_siblings: false", {"bury_siblings": False}),
        (f"parameters: [{PARAMETERS}]", {"parameters": W}),
        (f"parameters: {PARAMETERS}", {"parameters": W}),
        ("parameters: []", {"parameters": ()}),
        ("format: studykit-config/1", {}),
        ("# nothing", {}),
        ("{}", {}),
        ("", {}),
        ("{fuzz: no, new_per_day: 3}", {"fuzz": False, "new_per_day": 3}),
        ("\ufefffuzz: no", {"fuzz": False}),
    ],
)
def test_a_setting_that_is_right(line, expected):
    settings = parsed(line + "\n")
    for name in (one.name for one in fields(Settings)):
        assert getattr(settings, name) == expected.get(name, getattr(Settings(), name))


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("desired_retention: 0.69", "from 0.7 to 0.99"),
        ("desired_retention: 1", "from 0.7 to 0.99"),
        ("desired_retention: nan", "from 0.7 to 0.99"),
        ("desired_retention: much", "from 0.7 to 0.99"),
        ("desired_retention: [0.9]", "one value"),
        ("learning_steps: [1]", "duration"),
        ("learning_steps: [0m]", "duration"),
        ("learning_steps: [1m, 2d]", "duration"),
        ("learning_steps: [1 m]", "duration"),
        ("learning_steps: [-1m]", "duration"),
        ("learn_ahead: 20", "duration"),
        ("learn_ahead: [20m]", "one value"),
        ("maximum_interval: 0", "from 1 to 36500"),
        ("maximum_interval: 36501", "from 1 to 36500"),
        ("new_per_day: -1", "whole number"),
        ("new_per_day: 2.5", "whole number"),
        ("new_per_day: １２", "whole number"),
        ("new_per_day: ten", "whole number"),
        ('new_per_day: ""', "whole number"),
        ("new_per_day:", "whole number"),
        ("day_starts_at: 24", "from 0 to 23"),
        ("timezone: Asia/Beijing2", "Asia/Shanghai"),
        ("timezone: UTC+8", "Asia/Shanghai"),
        ("timezone: ../../etc/passwd", "Asia/Shanghai"),
        ("fuzz: maybe", "true or false"),
        ("leech_action: kill", "suspend, flag"),
        ("due_order: Deck", "one of"),
        ("parameters: [0.1, 0.2]", "21 numbers"),
        ("parameters: [" + PARAMETERS.replace("0.5", "x", 1) + "]", "21 numbers"),
        ("parameters: [" + PARAMETERS.replace("0.5", "inf", 1) + "]", "number 1 must be"),
        ("parameters: [" + PARAMETERS.replace("0.5", "nan", 1) + "]", "number 1 must be"),
        (
            "parameters: [" + PARAMETERS.replace("5.0", "10.5") + "]",
            "number 5 must be from 1.0 to 10.0",
        ),
        ("new_card_limit: 3", "new_per_day"),
        ("format: studykit-deck/1", "studykit-config/1"),
        ("format: studykit-config/one", "studykit-config/1"),
        ("format: studykit-config/2", "newer studykit"),
        ("new_per_day: {a: 1}", "text or a list"),
        ("learning_steps: [[1m]]", "text or a list"),
        ("[a]: 1", "word"),
        ("new_per_day: 'a", "YAML"),
        ("new_per_day 3", ""),
        ("new_per_day: \0", ""),
        ("bury_siblings: no", "twice"),
    ],
)
def test_a_setting_that_is_wrong(line, word):
    settings, (problem, *more) = parse_config(
        f"# mine\nbury_siblings: yes\n\n{line}\n", "me/config.yaml"
    )
    assert (problem.path, more) == ("me/config.yaml", [])
    # What is no YAML is noticed where it would have to go on.
    assert problem.line == (5 if line in ("new_per_day: 'a", "new_per_day 3") else 4)
    assert word in problem.message
    assert settings == Settings()


def test_all_problems_are_named_in_order(tmp_path):
    path = tmp_path / "config.yaml"
    path.write_text("fuzz: maybe\nnew_per_day: 5\nday_starts_at: 99\nhow: 1\n", "utf-8")
    _settings, problems = parse_config(path.read_text("utf-8"), str(path))
    assert [problem.line for problem in problems] == [1, 3, 4]
    with pytest.raises(ProgressError) as caught:
        load_config(path)
    for line in (1, 3, 4):
        assert f"{path}:{line}:" in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("text", ["- a\n- b\n", "new_per_day\n", '"a"\n'])
def test_a_file_that_holds_no_settings(text):
    _settings, (problem,) = parse_config(text, "me/config.yaml")
    assert (problem.line, "new_per_day: 20" in problem.message) == (1, True)


def test_no_file_is_the_defaults(tmp_path):
    assert load_config(tmp_path / "config.yaml") == Settings()


@pytest.mark.parametrize(("data", "word"), [(b"fuzz: \xff\n", "UTF-8"), (None, "cannot be read")])
def test_a_file_that_cannot_be_read(tmp_path, data, word):
    path = tmp_path / "config.yaml"
    path.mkdir() if data is None else path.write_bytes(data)
    with pytest.raises(ProgressError, match=word) as caught:
        load_config(path)
    assert str(path) in str(caught.value)


def test_every_setting_is_shown_as_it_can_be_written():
    text = "".join(f"{key}: {value}\n" for key, value in shown_settings(Settings()).items())
    assert parsed(text) == Settings()
    assert len(shown_settings(Settings())) == len(fields(Settings))


MINE = """\
# What I like.
format: studykit-config/1
new_per_day: 20  # enough

learning_steps:  # short ones
- 1m
- 10m
  # not indented like the rest
fuzz: yes
# The end.
"""


@pytest.mark.parametrize(
    ("key", "value", "old", "new"),
    [
        ("new_per_day", "5", "new_per_day: 20  # enough", "new_per_day: 5  # enough"),
        ("fuzz", "false", "fuzz: yes", "fuzz: false"),
        (
            "learning_steps",
            ["5m", "1h"],
            "learning_steps:  # short ones\n- 1m\n- 10m",
            "learning_steps: [5m, 1h]  # short ones",
        ),
        ("learning_steps", [], "learning_steps:  # short ones\n- 1m\n- 10m",
         "learning_steps: []  # short ones"),
        ("day_starts_at", "0", "# The end.\n", "# The end.\nday_starts_at: 0\n"),
        ("timezone", "", "# The end.\n", '# The end.\ntimezone: ""\n'),
    ],
)  # fmt: skip
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("start", ["", "\ufeff"])
def test_one_setting_is_changed_and_all_else_stays(key, value, old, new, ends, start, tmp_path):
    path = tmp_path / "config.yaml"
    path.write_bytes((start + MINE).replace("\n", ends).encode("utf-8"))
    settings = change_setting(path, key, value)
    after = path.read_bytes().decode("utf-8")
    assert after.replace("\r\n", "\n") == start + MINE.replace(old, new)
    assert settings == load_config(path)
    assert change_setting(path, key, value) == settings
    assert path.read_bytes().decode("utf-8") == after


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (None, "format: studykit-config/1\nfuzz: false\n"),
        ("", "fuzz: false\n"),
        ("new_per_day: 3", "new_per_day: 3\nfuzz: false\n"),
        ("fuzz: yes", "fuzz: false"),
        ("\ufefffuzz: yes\n", "\ufefffuzz: false\n"),
    ],
)
def test_a_setting_is_added_to_what_is_there(tmp_path, old, new):
    path = tmp_path / "config.yaml"
    if old is not None:
        path.write_text(old, "utf-8")
    assert change_setting(path, "fuzz", "false").fuzz is False
    assert path.read_text("utf-8") == new


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        (MINE, "new_per_day", "-1"),
        (MINE, "new_per_day", ["1", "2"]),
        (MINE, "new_per_day", "5 # five"),
        (MINE, "new_per_day", "5\nfuzz: no"),
        (MINE, "no_such_setting", "1"),
        (MINE, "format", "studykit-config/2"),
        ("fuzz: maybe\n", "new_per_day", "5"),
        ("format: studykit-config/2\n", "new_per_day", "5"),
        ("{fuzz: no}\n", "new_per_day", "5"),
        ('"new_per_day": 3\n', "new_per_day", "5"),
    ],
)
def test_what_cannot_be_changed_leaves_the_file_as_it_was(tmp_path, text, key, value):
    path = tmp_path / "config.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(ProgressError) as caught:
        change_setting(path, key, value)
    assert "\n" not in str(caught.value)
    assert path.read_text("utf-8") == text
