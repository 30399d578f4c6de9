import gc

import pytest

from studykit.classroom.garbage import STEP, YOUNG, Garbage


@pytest.fixture
def told(monkeypatch):
    """What the collector is told."""
    found = []
    monkeypatch.setattr(gc, "get_threshold", lambda: (700, 10, 10))
    monkeypatch.setattr(gc, "set_threshold", found.append)
    for name in ("collect", "freeze", "unfreeze"):
        monkeypatch.setattr(gc, name, lambda name=name: found.append(name))
    return found


def open_pages(counts):
    garbage = Garbage()
    for count in counts:
        garbage.pages(count)


def test_a_class_that_comes_is_passed_over_step_by_step(told):
    open_pages(range(1, 3 * STEP + 1))
    assert told == ["collect", "freeze", YOUNG] * 3


@pytest.mark.parametrize(
    "counts",
    [
        [*range(STEP)] * 3,
        [1, 0, 1, 0],
    ],
)
def test_few_pages_are_left_to_the_collector(counts, told):
    open_pages(counts)
    assert told == []


def test_pages_that_come_and_go_are_not_kept_each_time(told):
    open_pages([STEP, *[STEP + 20, STEP] * 100])
    assert told == ["collect", "freeze", YOUNG]


def test_a_class_that_has_gone_is_looked_at_again(told):
    open_pages([2 * STEP, STEP, STEP - 1, 1, 0, STEP])
    assert told == ["collect", "freeze", YOUNG, "unfreeze", 700, "collect", "freeze", YOUNG]
