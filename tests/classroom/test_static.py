"""What the web side answers to plain requests."""

import asyncio
import gzip
import time
from xml.etree import ElementTree

import pytest

from studykit.classroom.hub import Door, Hub
from studykit.classroom.server import make_app
from studykit.classroom.store import MemoryStore
from tests.classroom.samples import room

ADDRESS = "http://10.0.0.2:8642/"
PAGES = ("/", "/wall", "/static/phone.js", "/static/phone.css", "/static/icon.svg")


def get(path, key="", address=ADDRESS, host="10.0.0.2:8642", **headers):
    """The status, headers and body of an answer to GET."""
    hub = Hub(
        room(["choice"]), MemoryStore(), Door("482913", "春茶", None, address), *[time.time] * 2
    )
    app = make_app(hub, ["10.0.0.2:8642"], "right")
    sent = []
    asked = {"host": host, **{name.replace("_", "-"): value for name, value in headers.items()}}
    scope = {
        "type": "http", "method": "GET", "path": path, "raw_path": path.encode(), "root_path": "",
        "query_string": f"key={key}".encode() if key else b"", "scheme": "http",
        "headers": [(name.encode(), value.encode()) for name, value in asked.items()],
        "client": ("10.0.0.9", 5), "server": ("10.0.0.2", 8642), "http_version": "1.1",
    }  # fmt: skip

    async def receive():
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message):
        sent.append(message)

    asyncio.run(app(scope, receive, send))
    got = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], got, b"".join(one.get("body", b"") for one in sent[1:])


@pytest.mark.parametrize("path", PAGES)
def test_pages_ask_nothing_of_other_hosts(path):
    status, headers, body = get(path)
    assert status == 200
    policy = headers["content-security-policy"].split("; ")
    assert "default-src 'self'" in policy
    assert "connect-src 'self' ws://10.0.0.2:8642" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert body


@pytest.mark.parametrize("path", PAGES)
def test_pages_are_sent_packed_to_those_who_can_unpack(path):
    _status, plain, body = get(path)
    _status, packed, small = get(path, accept_encoding="gzip, deflate")
    assert "content-encoding" not in plain
    assert packed["content-encoding"] == "gzip"
    assert gzip.decompress(small) == body
    assert plain["vary"] == packed["vary"] == "accept-encoding"


@pytest.mark.parametrize("path", PAGES)
def test_what_a_browser_has_is_not_sent_again(path):
    tag = get(path)[1]["etag"]
    status, headers, body = get(path, if_none_match=tag)
    assert (status, body) == (304, b"")
    assert headers["etag"] == tag
    assert get(path, if_none_match='"other"')[0] == 200


@pytest.mark.parametrize(
    "path", ["/static/nothing.js", "/static/../hub.py", "/static/__init__.py", "/hub.py", "/ws"]
)
def test_there_is_nothing_else(path):
    assert get(path)[0] == 404


def test_the_code_to_scan_is_an_image():
    status, headers, body = get("/qr.svg", key="right")
    assert (status, headers["content-type"]) == (200, "image/svg+xml")
    assert ElementTree.fromstring(body).tag == "{http://www.w3.org/2000/svg}svg"


@pytest.mark.parametrize(("key", "address"), [("", ADDRESS), ("wrong", ADDRESS), ("right", "")])
def test_the_code_to_scan_is_only_for_the_projector(key, address):
    assert get("/qr.svg", key=key, address=address)[0] == 404


def test_requests_to_another_name_are_turned_away():
    assert get("/", host="evil.example")[0] == 421


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("http://10.0.0.2:8642", "http://10.0.0.2:8642/?pin=482913"),
        ("http://10.0.0.2:8642/", "http://10.0.0.2:8642/?pin=482913"),
        ("", ""),
    ],
)
def test_what_the_code_holds(address, link):
    assert Door("482913", address=address).link == link
