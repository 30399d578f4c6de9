import json

import pytest


@pytest.fixture
def config(studykit, tmp_path, monkeypatch):
    monkeypatch.setenv("STUDYKIT_PROGRESS", str(tmp_path / "p"))
    return lambda *argv: studykit("config", *argv)


def test_all_settings_are_shown(config, tmp_path):
    result = config()
    assert result.out.startswith(f"# {tmp_path / 'p' / 'me' / 'config.yaml'}\n")
    assert "learning_steps: [1m, 10m]\n" in result.out
    assert not (tmp_path / "p").exists()


def test_what_is_shown_is_a_file_of_settings(config, tmp_path):
    shown = config().out
    config("new_per_day", "20")
    (tmp_path / "p" / "me" / "config.yaml").write_text(shown, encoding="utf-8")
    assert config().out == shown


@pytest.mark.parametrize(
    ("key", "value", "shown"),
    [
        ("new_per_day", "30", "30"),
        ("learning_steps", "1m,10m,1d", "[1m, 10m, 1d]"),
        ("learning_steps", "[90s, 2h]", "[90s, 2h]"),
        ("relearning_steps", "[]", "[]"),
        ("timezone", "Asia/Shanghai", "Asia/Shanghai"),
        ("timezone", "", '""'),
        ("fuzz", "no", "false"),
        ("desired_retention", "0.85", "0.85"),
        ("due_order", "random", "random"),
    ],
)
def test_a_setting_is_changed(config, key, value, shown):
    assert config(key, value).out == f"{shown}\n"
    assert config(key).out == f"{shown}\n"
    assert config(key, "--json").code == 0


@pytest.mark.parametrize(
    ("argv", "code", "said"),
    [
        (("new_per_day", "many"), 1, "whole number from 0"),
        (("desired_retention", "1.5"), 1, "from 0.7 to 0.99"),
        (("timezone", "Moon"), 1, "no time zone Moon"),
        (("learning_steps", "soon"), 1, "no duration"),
        (("wings", "2"), 1, "no setting wings"),
        (("wings",), 2, "no setting wings"),
        (("parameters", "1,2"), 1, "21 numbers"),
    ],
)
def test_what_is_wrong_is_said_and_changes_nothing(config, argv, code, said):
    before = config("--json").out
    result = config(*argv)
    assert (result.code, said in result.err) == (code, True)
    assert config("--json").out == before


def test_comments_stay(config, tmp_path):
    config("new_per_day", "5")
    path = tmp_path / "p" / "me" / "config.yaml"
    path.write_text("# mine\nnew_per_day: 5 # few\nfuzz: false\n", encoding="utf-8")
    config("new_per_day", "7")
    assert path.read_text(encoding="utf-8") == "# mine\nnew_per_day: 7 # few\nfuzz: false\n"


def test_json(config):
    assert json.loads(config("--json").out)["learning_steps"] == [60, 600]
