"""A Redis server of the tests' own, on loopback; tests are skipped where there is none.

With STUDYKIT_REQUIRE_REDIS=1, as in CI, a missing server fails instead.
"""

import os
import shutil
import socket
import subprocess
from contextlib import contextmanager

import pytest

SERVER = shutil.which("redis-server")


def needs_redis():
    """Skip the module that calls this where no server is installed and none is required."""
    if not SERVER and not os.environ.get("STUDYKIT_REQUIRE_REDIS"):
        pytest.skip("redis-server is not installed", allow_module_level=True)


@contextmanager
def redis_server(folder):
    """Run a server that keeps nothing, in a folder of its own; gives its URL."""
    port = free_port()
    options = ["--port", str(port), "--bind", "127.0.0.1", "--dir", str(folder), "--save", ""]
    with subprocess.Popen([SERVER, *options], stdout=subprocess.PIPE, text=True) as process:
        try:
            for line in process.stdout:
                if "Ready to accept connections" in line:
                    break
            yield f"redis://127.0.0.1:{port}"
        finally:
            process.kill()


def free_port():
    """A port that nobody listens at."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]
