"""Where a room listens, and what it answers to."""

import socket
from contextlib import closing

import pytest

from studykit.classroom.address import LOOPBACK, listen
from studykit.errors import StudykitError


def test_this_computer_alone():
    place = listen(LOOPBACK, 0)
    with closing(place.socket):
        port = place.port
        assert place.url == f"http://127.0.0.1:{port}/"
        assert place.hosts == {f"127.0.0.1:{port}", f"localhost:{port}"}
        assert not place.exposed


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
