"""The voice of the cards: our own words in the article's script, and choices that don't depend on chance."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from studykit.article.script import to_traditional

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Voice:
    """Says our words in the script of the article; `seed` varies the wordings chosen."""

    language: str
    seed: int = 0

    def say(self, words: str) -> str:
        """Our own words, written in Simplified, in the article's script."""
        return to_traditional(words) if self.language == "zh-Hant" else words

    def form(self, template: str, **slots: str) -> str:
        """A template in the article's script with the article's own words set in."""
        return self.say(template).format(**slots)

    def number(self, key: str, salt: str = "") -> int:
        """A number that is the same for the same key and seed on any machine."""
        digest = hashlib.sha256(f"{self.seed}|{salt}|{key}".encode("utf-8", "replace")).digest()
        return int.from_bytes(digest[:6])

    def pick(self, options: Sequence[T], key: str, salt: str = "") -> T:
        """One of the options, chosen by the key."""
        return options[self.number(key, salt) % len(options)]
