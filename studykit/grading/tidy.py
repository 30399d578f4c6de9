"""Text as typed, brought to one width, script and case."""

import re
import unicodedata
from functools import lru_cache

from studykit.article.script import fold

# No answer is longer; what is pasted beyond it is not read.
LONGEST = 400

# Numerals as cheques have them; characters that the two scripts part differently (乾 and 干,
# 鍊 for 链 and 炼, 著 for 着), of which one has to do; dashes that look like a hyphen.
_SPELT = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟乾炼著−‐‑‒", "一二三四五六七八九十百千干链着----")
_POINTS = re.compile("(?<!个)百分点")
_BLANKS = re.compile(r"\s+")


@lru_cache(maxsize=1 << 12)
def tidy(text: str) -> str:
    """Half-width, Simplified, lower case, single blanks between words, none at the ends."""
    text = unicodedata.normalize("NFKC", text[:LONGEST])
    text = _POINTS.sub("个百分点", fold(text).translate(_SPELT).lower())
    return _BLANKS.sub(" ", text).strip()
