"""What libraries log goes to a file, and never onto the screen."""

import logging

import pytest

from studykit.cli.logged import logged_aside


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path


def test_what_is_logged_stands_in_a_file(home, capfd):
    with logged_aside("host") as log:
        logging.getLogger("some.library").error("went wrong: %s", "\udce8")
        logging.getLogger("some.library").info("all is well")
    logging.getLogger("some.library").info("afterwards")
    assert home in log.parents
    lines = log.read_text("utf-8").splitlines()
    assert [line.split("some.library ")[1] for line in lines] == [r"ERROR went wrong: \udce8"]
    assert capfd.readouterr() == ("", "")


def test_without_anything_there_is_no_file(home):
    with logged_aside("host") as log:
        logging.getLogger("some.library").debug("all is well")
    assert not log.exists()


def test_a_folder_that_cannot_be(home, capfd):
    (home / "state").write_text("")
    with logged_aside("host") as log:
        logging.getLogger("some.library").error("went wrong")
    assert not log.exists()
    assert capfd.readouterr() == ("", "")
