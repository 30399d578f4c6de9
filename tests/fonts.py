"""Whether the machine has a Chinese font; tests that print with one are skipped without it.

Where STUDYKIT_REQUIRE_FONTS is 1, as in CI, they fail instead.
"""

import os

import pytest
import typst

from studykit.errors import ExchangeError
from studykit.exchange.worksheet.fonts import chosen_family


def need_chinese_font() -> None:
    """Skip the test that is running, or fail it, where there is no Chinese font."""
    try:
        chosen_family(typst.Fonts().families(), "zh-Hans")
    except ExchangeError as error:
        if os.environ.get("STUDYKIT_REQUIRE_FONTS") == "1":
            pytest.fail(str(error))
        pytest.skip(str(error))
