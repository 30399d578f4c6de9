"""The reference folder beside the project, where it is there: other people's articles."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"

needs_shared = pytest.mark.skipif(
    not (SHARED / "articles").is_dir(), reason="the folder ../shared is not there"
)
