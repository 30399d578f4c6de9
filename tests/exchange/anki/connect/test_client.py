import json
import socket

import pytest

from studykit.errors import ExchangeError
from studykit.exchange.anki.connect.client import AnkiConnect
from tests.exchange.anki.connect.server import serving


def answering(reply: object):
    return serving(lambda body: json.dumps(reply).encode())


def test_what_is_asked_and_what_comes_back() -> None:
    asked = []

    def handle(body: bytes) -> bytes:
        asked.append(json.loads(body))
        return json.dumps({"result": ["茶"], "error": None}).encode()

    with serving(handle) as url:
        assert AnkiConnect(url).call("findCards", query="did:1") == ["茶"]
        assert AnkiConnect(url, key="k").call("version") == ["茶"]
    first, second = asked
    assert first == {"action": "findCards", "version": 6, "params": {"query": "did:1"}}
    assert second["key"] == "k"


def test_several_at_once_each_with_the_key() -> None:
    asked = []

    def handle(body: bytes) -> bytes:
        asked.append(json.loads(body))
        replies = [{"result": n, "error": None} for n in range(2)]
        return json.dumps({"result": replies, "error": None}).encode()

    with serving(handle) as url:
        assert AnkiConnect(url, key="k").calls([("a", {"x": 1}), ("b", {})]) == [0, 1]
    (request,) = asked
    assert request["action"] == "multi"
    assert [(one["action"], one["key"]) for one in request["params"]["actions"]] == [
        ("a", "k"),
        ("b", "k"),
    ]


def test_nothing_is_asked_for_nothing() -> None:
    assert AnkiConnect("http://127.0.0.1:1").calls([]) == []


@pytest.mark.parametrize(
    ("error", "words"),
    [
        ("unsupported action", "too old (it lacks findCards); update it in Anki under Tools"),
        ("f() got an unexpected keyword argument 'query'", "too old (it lacks findCards)"),
        ("valid api key must be provided", "STUDYKIT_ANKICONNECT_KEY"),
        ("collection is not available", "no profile is open in Anki; open one"),
        ("磁盘满了", "Anki refused findCards: 磁盘满了"),
    ],
)
def test_refusals(error, words) -> None:
    with answering({"result": None, "error": error}) as url, pytest.raises(ExchangeError) as said:
        AnkiConnect(url).call("findCards")
    assert words in str(said.value)
    assert str(said.value).startswith(url)


@pytest.mark.parametrize(
    "reply", [b"", b"{", b"<html>", b"\xff", b"null", b"[]", b'"AnkiConnect"', b'{"result": 1}']
)
def test_something_else_answers(reply) -> None:
    with (
        serving(lambda body: reply) as url,
        pytest.raises(ExchangeError, match="what answers there is not AnkiConnect"),
    ):
        AnkiConnect(url).call("version")


@pytest.mark.parametrize("reply", [None, 1, [], [{"result": 1, "error": None}] * 2, [7]])
def test_something_else_answers_to_several(reply) -> None:
    with (
        answering({"result": reply, "error": None}) as url,
        pytest.raises(ExchangeError, match="is not AnkiConnect"),
    ):
        AnkiConnect(url).calls([("version", {})])


def test_nobody_is_there() -> None:
    with socket.socket() as taken:  # bound, and never listening
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}"
        with pytest.raises(ExchangeError, match=r"no Anki answers there; .* \(2055492159\)"):
            AnkiConnect(url).call("version")


def test_it_hangs_up() -> None:
    with serving(lambda body: None) as url, pytest.raises(ExchangeError, match="broke off"):
        AnkiConnect(url).call("version")


def test_it_never_answers() -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        url = f"http://127.0.0.1:{silent.getsockname()[1]}"
        with pytest.raises(ExchangeError, match="has not answered for 0 seconds"):
            AnkiConnect(url, seconds=0.01).call("version")


@pytest.mark.parametrize("url", ["", "127.0.0.1:8765", "file:///etc/passwd", "ftp://anki"])
def test_addresses_that_are_none(url) -> None:
    with pytest.raises(ExchangeError, match="not an address of AnkiConnect"):
        AnkiConnect(url)


@pytest.mark.parametrize("url", ["http://", "http://[", "http://127.0.0.1:99999", "http://a b/"])
def test_broken_addresses(url) -> None:
    with pytest.raises(ExchangeError):
        AnkiConnect(url).call("version")


def test_no_proxy_is_asked(monkeypatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    with answering({"result": 6, "error": None}) as url:
        assert AnkiConnect(url).call("version") == 6
