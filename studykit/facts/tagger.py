"""The one door to the word cutter: text in, (word, tag) pairs out.

Only the dictionary cut is used, never the hidden Markov model: it is many
times as fast, and jieba and its Rust port rjieba then cut every text alike,
so a deck does not depend on which of the two is installed.
"""

import re
from collections.abc import Callable

Tagger = Callable[[str], list[tuple[str, str]]]

_NUMBER = re.compile(r"[0-9.%]+")
UNKNOWN = "x"


def load_tagger() -> Tagger:
    """The fastest cutter that is installed; takes folded text.

    Words that the dictionary lacks are tagged `x`, numbers `m`.
    """
    try:
        return _rjieba()
    except ImportError:
        return _jieba()


def _tag(word: str, tag: str) -> str:
    return "m" if _NUMBER.fullmatch(word) else tag


def _rjieba() -> Tagger:
    import rjieba

    def tagger(text: str) -> list[tuple[str, str]]:
        return [(word, _tag(word, tag)) for word, tag in rjieba.tag(text, False)]

    return tagger


def _jieba() -> Tagger:
    from studykit.facts.dictionary import load_dictionary

    dictionary = load_dictionary()
    tags = dictionary.tags

    def tagger(text: str) -> list[tuple[str, str]]:
        return [(word, _tag(word, tags.get(word, UNKNOWN))) for word in dictionary.cut(text)]

    return tagger
