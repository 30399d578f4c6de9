import json

import pytest

from tests.cli.test_optimize import written
from tests.scheduling.learners import grade

SMALL = ("simulate", "--progress", "progress", "--days", "20", "--cards", "15")


def test_a_table_of_workloads(studykit):
    result = studykit(*SMALL, "--new", "5")
    assert (result.code, result.err) == (0, "")
    assert "15 cards, 5 new a day, 20 days" in result.out
    assert sum("█" in line for line in result.out.splitlines()) == 11


def test_json_tells_workloads_and_what_they_rest_on(studykit, tmp_path):
    written(tmp_path, [grade(f"c{n}", "2026-01-01", "good", ms=3000) for n in range(50)])
    row = json.loads(studykit(*SMALL, "--json").out)
    assert row["plan"] == {"days": 20, "cards": 15, "new_per_day": 10, "reviews_per_day": 200}
    assert row["cheapest"] in [one["retention"] for one in row["workloads"]]
    assert row["habits"]["reviews"] == 50
    assert row["habits"]["seconds"][2] == pytest.approx((12.38 + 3) / 2)


def test_the_learners_settings_count(studykit, tmp_path):
    folder = written(tmp_path, [])
    folder.config.write_text("desired_retention: 0.8\nnew_per_day: 0\n", encoding="utf-8")
    row = json.loads(studykit(*SMALL, "--json").out)
    assert 0.8 in [one["retention"] for one in row["workloads"]]
    # No new cards at all would leave nothing to simulate.
    assert row["plan"]["new_per_day"] == 20


def test_the_seed_decides(studykit):
    first, again, other = (
        studykit(*SMALL, "--json", "--seed", seed).out for seed in ("1", "1", "2")
    )
    assert first == again != other


def test_nothing_is_written(studykit, tmp_path):
    studykit(*SMALL)
    assert not (tmp_path / "progress").exists()


@pytest.mark.parametrize("option", ["--days", "--cards", "--new"])
def test_there_must_be_something_to_simulate(studykit, option):
    result = studykit(*SMALL, option, "0")
    assert (result.code, result.out) == (2, "")
    assert f"{option} must be at least 1" in result.err
