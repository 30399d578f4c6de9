"""The text of a file of another program, in whatever encoding of Chinese it is."""

from studykit.article.encoding import decode


def text_of(data: bytes, path: str) -> str:
    """The file as text: UTF-8, GB18030, Big5 or UTF-16, marked or not; `ReadError` for others."""
    return decode(data, path).removeprefix("\ufeff")
