"""The load and fault suite with few players: its counts, not its times."""

import asyncio
import os
import sys
from random import Random

import pytest

from tests.classroom_load.sizes import FEW
from tests.classroom_load.two_processes import REDIS

if sys.platform != "linux":
    pytest.skip("an address for every phone: only Linux has them", allow_module_level=True)


@pytest.mark.parametrize("name", [name for name in FEW if name != "fanout"])
def test_counts_are_as_they_must_be(name, tmp_path):
    if name == "redis" and not REDIS and not os.environ.get("STUDYKIT_REQUIRE_REDIS"):
        pytest.skip("redis-server is not installed")
    figures = asyncio.run(FEW[name](tmp_path, Random(0)))
    assert [str(figure) for figure in figures if figure.count and not figure.fine] == []


def test_the_bare_server_is_there_to_be_measured_beside(tmp_path):
    broadcast, receipt = asyncio.run(FEW["fanout"](tmp_path, Random(0)))
    assert broadcast.value > 0
    assert receipt.value > 0
