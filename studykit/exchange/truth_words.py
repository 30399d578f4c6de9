"""The words for false and true in the language of a deck; its reader knows them too."""

_WORDS = {"zh-Hans": ("错", "对"), "zh-Hant": ("錯", "對")}
_OTHERS = ("false", "true")


def truth_words(language: str) -> tuple[str, str]:
    """The words for false and for true."""
    return _WORDS.get(language, _OTHERS)
