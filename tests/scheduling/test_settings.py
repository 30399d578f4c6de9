from dataclasses import fields, replace

import fsrs
import pytest

from studykit.scheduling.scheduler import Scheduler
from studykit.scheduling.settings import Settings

OTHER = {
    "desired_retention": 0.85,
    "parameters": tuple(fsrs.scheduler.DEFAULT_PARAMETERS),
    "learning_steps": (60,),
    "relearning_steps": (),
    "maximum_interval": 365,
    "fuzz": False,
    "new_per_day": 5,
    "reviews_per_day": 50,
    "day_starts_at": 0,
    "timezone": "Asia/Shanghai",
    "bury_siblings": False,
    "leech_lapses": 4,
    "leech_action": "flag",
    "due_order": "due",
    "new_order": "random",
    "new_cards": "last",
    "learn_ahead": 0,
    "answering": "typed",
}
# Under these the same records make the same states: days are kept as they were.
OF_THE_SESSION = {
    "new_per_day", "reviews_per_day", "day_starts_at", "timezone", "bury_siblings",
    "due_order", "new_order", "new_cards", "learn_ahead", "answering",
}  # fmt: skip


def test_every_setting_is_looked_at():
    assert set(OTHER) == {one.name for one in fields(Settings)}


@pytest.mark.parametrize("name", OTHER)
def test_the_fingerprint_tells_settings_that_make_other_states(name):
    changed = replace(Settings(), **{name: OTHER[name]})
    assert changed != Settings()
    assert (changed.fingerprint == Settings().fingerprint) == (name in OF_THE_SESSION)


def test_the_defaults_are_those_of_fsrs():
    ours, theirs = Settings(), fsrs.Scheduler()
    assert ours.desired_retention == theirs.desired_retention
    assert ours.maximum_interval == theirs.maximum_interval
    assert ours.learning_steps == tuple(one.total_seconds() for one in theirs.learning_steps)
    assert ours.relearning_steps == tuple(one.total_seconds() for one in theirs.relearning_steps)


def test_parameters_that_fsrs_refuses():
    with pytest.raises(ValueError, match="out of bounds"):
        Scheduler(Settings(parameters=(999.0,) * 21))
