"""The files of the pages as responses: they ask nothing of other hosts and are sent only once."""

import gzip
import hashlib
import io
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from importlib.resources import files

from starlette.requests import Request
from starlette.responses import Response

_TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
}
SECURITY = {
    "content-security-policy": (
        "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-cache",
}


@dataclass(frozen=True, slots=True)
class File:
    """A file of the pages, as it is and packed; `tag` tells one version from another."""

    kind: str
    content: bytes
    packed: bytes
    tag: str


def static_files() -> dict[str, File]:
    """All files of the pages, by name."""
    folder = files("studykit.classroom") / "web"
    found = {}
    for one in folder.iterdir():
        kind = _TYPES.get(one.name.rpartition(".")[2])
        if kind:
            content = one.read_bytes()
            tag = f'"{hashlib.sha256(content).hexdigest()[:16]}"'
            found[one.name] = File(kind, content, gzip.compress(content, mtime=0), tag)
    return found


def security(hosts: Collection[str]) -> dict[str, str]:
    """The headers of pages that may talk to these hosts, and to no other.

    WebSockets are named one by one: to browsers from before 2022, as many a phone's is,
    'self' means only HTTP (w3c/webappsec-csp, issue 7). The grammar has no IPv6 addresses.
    """
    sockets = " ".join(f"ws://{host}" for host in sorted(hosts) if not host.startswith("["))
    policy = f"{SECURITY['content-security-policy']}; connect-src 'self' {sockets}"
    return SECURITY | {"content-security-policy": policy.rstrip()}


def response(file: File, request: Request, security: Mapping[str, str]) -> Response:
    """The file, packed where the browser can unpack it; nothing where it has this version."""
    headers = {**security, "etag": file.tag, "vary": "accept-encoding"}
    if request.headers.get("if-none-match") == file.tag:
        return Response(None, 304, headers)
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(
            file.packed, 200, {**headers, "content-encoding": "gzip"}, media_type=file.kind
        )
    return Response(file.content, 200, headers, media_type=file.kind)


def qr_code(link: str) -> Response:
    """The QR code as SVG, dark on white whatever the page looks like: not all readers invert."""
    import segno

    out = io.BytesIO()
    code = segno.make(link, error="m", micro=False)
    code.save(out, kind="svg", border=2, light="#fff", dark="#1c2420", xmldecl=False, omitsize=True)
    return Response(out.getvalue(), 200, SECURITY, media_type=_TYPES["svg"])
