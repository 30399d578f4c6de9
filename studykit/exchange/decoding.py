"""The text of a file of another program, in whatever encoding of Chinese it is."""

from contextlib import suppress

from studykit.article.encoding import decode


def text_of(data: bytes, path: str) -> str:
    """The file as text: UTF-8, GB18030, Big5 or UTF-16, marked or not; `ReadError` for others.

    What can be UTF-8 is: a list of French words is as likely here as one of Chinese,
    and of three or more Chinese characters in GB18030 hardly any are UTF-8 by chance.
    """
    if b"\0" not in data:
        with suppress(UnicodeDecodeError):
            return data.decode("utf-8-sig")
    return decode(data, path)
