"""Where a room listens, and what it answers to."""

import socket
from contextlib import closing
from dataclasses import replace

import pytest

from studykit.classroom.address import LOOPBACK, can_be_known_as, listen
from studykit.errors import StudykitError


def test_this_computer_alone():
    place = listen(LOOPBACK, 0)
    with closing(place.socket):
        port = place.port
        assert place.url == f"http://127.0.0.1:{port}/"
        assert place.hosts == {f"127.0.0.1:{port}", f"localhost:{port}"}
        assert not place.exposed


def test_another_way_to_it():
    place = replace(listen(LOOPBACK, 0), known_as="Teacher-PC:8080")
    with closing(place.socket):
        assert place.url == "http://Teacher-PC:8080/"
        assert {"teacher-pc:8080", f"127.0.0.1:{place.port}"} <= place.hosts


@pytest.mark.parametrize(
    "name", ["teacher-pc", "192.168.1.5", "192.168.1.5:80", "[fe80::1]:8642", "A.example:1"]
)
def test_what_can_be_a_way(name):
    assert can_be_known_as(name)


@pytest.mark.parametrize(
    "name",
    ["", "http://a", "a/b", "a b", "a:port", "a:123456", "::1", "老师", "a:1\n", "a@b", "a?b"],
)
def test_what_is_no_way(name):
    assert not can_be_known_as(name)


def test_every_address_of_this_computer():
    place = listen("0.0.0.0", 0)
    with closing(place.socket):
        assert place.exposed
        assert f"localhost:{place.port}" in place.hosts
        assert f"{place.host}:{place.port}" in place.hosts
        assert place.host != "0.0.0.0"


def test_the_wanted_port_or_another_where_it_is_taken():
    with closing(socket.socket()) as other:
        other.bind((LOOPBACK, 0))
        other.listen()
        taken = other.getsockname()[1]
        with closing(listen(LOOPBACK, None, taken).socket) as found:
            assert found.getsockname()[1] != taken
        with pytest.raises(StudykitError, match=f"port {taken}"):
            listen(LOOPBACK, taken)
    with closing(listen(LOOPBACK, None, taken).socket) as found:
        assert found.getsockname()[1] == taken


@pytest.mark.parametrize("address", ["203.0.113.7", "2001:db8::7"])
def test_an_address_that_is_not_ours(address):
    with pytest.raises(StudykitError, match="cannot listen") as caught:
        listen(address, 0)
    assert "\n" not in str(caught.value)
