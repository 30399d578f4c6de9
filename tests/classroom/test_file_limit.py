import pytest

from studykit.classroom.file_limit import allow_connections

resource = pytest.importorskip("resource")


@pytest.fixture
def limits(monkeypatch):
    """The limits of this process, only written down: now, and the most."""
    found = {}
    monkeypatch.setattr(resource, "getrlimit", lambda what: found["limits"])
    monkeypatch.setattr(resource, "setrlimit", lambda what, pair: found.update(limits=pair))
    return found


NONE = resource.RLIM_INFINITY


@pytest.mark.parametrize(
    ("now", "most", "least", "at_most"),
    [
        (256, NONE, 12_000, 13_000),
        (1024, 1_048_576, 12_000, 13_000),
        (1024, 4096, 4096, 4096),
        (20_000, 20_000, 20_000, 20_000),
        (NONE, NONE, NONE, NONE),
        (100_000, NONE, 100_000, 100_000),
    ],
)
def test_a_process_asks_for_what_a_class_needs_and_never_for_less(
    now, most, least, at_most, limits
):
    limits["limits"] = now, most
    allow_connections(12_000)
    assert least <= limits["limits"][0] <= at_most
    assert limits["limits"][1] == most


def test_a_system_that_allows_less_than_it_says_is_no_error(limits, monkeypatch):
    def refuse(what, pair):
        raise ValueError("not allowed")

    limits["limits"] = 256, NONE
    monkeypatch.setattr(resource, "setrlimit", refuse)
    allow_connections(12_000)
    assert limits["limits"] == (256, NONE)
