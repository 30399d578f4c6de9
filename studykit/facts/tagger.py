"""The one door to the word cutter: text in, (word, tag) pairs out.

Only the dictionary cut is used, never the hidden Markov model: it is many
times as fast, and jieba and its Rust port rjieba then cut every text alike,
so a deck does not depend on which of the two is installed.
"""

import re
from collections.abc import Callable

Tagger = Callable[[str], list[tuple[str, str]]]

_NUMBER = re.compile(r"[0-9.%]+")
UNKNOWN, NUMBER = "x", "m"
# Characters that the dictionary of rjieba has and that of jieba lacks; folded text has no others.
_ONLY_IN_RJIEBA = frozenset("唛囓垌埚埯塥嶴桊椠檑櫺燹狃瓞痺眙碥篑膣艴荛蒇蒈蘗褵觖贳郗釬镩鞀")


def load_tagger() -> Tagger:
    """The fastest cutter that is installed; takes folded text.

    Words that the dictionary lacks are tagged `x`, numbers `m`.
    """
    try:
        return _rjieba()
    except ImportError:
        return _jieba()


def _rjieba() -> Tagger:
    import rjieba

    def tag(word: str, found: str) -> str:
        if _NUMBER.fullmatch(word):
            return NUMBER
        return UNKNOWN if found == "eng" or word in _ONLY_IN_RJIEBA else found

    def tagger(text: str) -> list[tuple[str, str]]:
        return [(word, tag(word, found)) for word, found in rjieba.tag(text, False)]

    return tagger


def _jieba() -> Tagger:
    from studykit.facts.dictionary import load_dictionary

    dictionary = load_dictionary()
    tags = dictionary.tags

    def unlisted(word: str) -> str:
        return NUMBER if _NUMBER.fullmatch(word) else UNKNOWN

    def tagger(text: str) -> list[tuple[str, str]]:
        return [(word, tags.get(word) or unlisted(word)) for word in dictionary.cut(text)]

    return tagger
