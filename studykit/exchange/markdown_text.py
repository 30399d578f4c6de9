"""Plain text as one line of Markdown that renders as that very text, and back.

By CommonMark 0.31 (https://spec.commonmark.org/0.31.2/): what would be a mark gets a
backslash, a line break is `<br>`, what a line would lose or be broken at is a numeric
character reference.
"""

import re

# Marks wherever they stand: emphasis, code, links, HTML, references, math, strikethrough.
_MARKS = re.compile(r"[\\`*_\[\]<>&$~|]")
# Marks at the beginning of a line: headings, lists, rules; and the tags of question and answer.
_LEADING = re.compile(r"(?:#{1,6}|[+-])(?=\s|$)|[-=][-= ]*$|[QAC]:|\d{1,9}[.)](?=\s|$)")
_HIDDEN = re.compile(r"^\s|\s$|[^\S \n\u3000]|[\x00-\x08\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
_REFERENCE = re.compile(r"\\([!-/:-@\[-`{-~])|&#(\d{1,7});|&(amp|lt|gt|quot);|<br */?>")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"'}
_COMMENT = re.compile(r"[\\\[\]<>&\n]|^\s|\s$|[^\S ]|[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]")


def markdown(text: str) -> str:
    """The text as Markdown in one line."""
    line = _MARKS.sub(r"\\\g<0>", text)
    match = _LEADING.match(line)
    if match:
        at = 0 if match[0][0] in "#+=-" else match.end() - 1
        line = f"{line[:at]}\\{line[at:]}"
    return _HIDDEN.sub(_number, line.replace("\n", "<br>"))


def in_cloze(text: str) -> str:
    """The text as Markdown beside deletions in brackets: its own brackets are references."""
    line = markdown(text).replace("\\[", "&#91;").replace("\\]", "&#93;")
    # An exclamation mark before a bracket would make it an image.
    return f"{line[:-1]}&#33;" if line.endswith("!") else line


def in_comment(text: str) -> str:
    """The text for an HTML comment: nothing ends it, and no bracket is a deletion."""
    return _COMMENT.sub(_number, text)


def plain(line: str) -> str:
    """The text of what the functions above wrote, or a person in the same way."""
    return _REFERENCE.sub(_text, line)


def _number(match: re.Match[str]) -> str:
    return f"&#{ord(match[0])};"


def _text(match: re.Match[str]) -> str:
    escaped, number, name = match.groups()
    if number:
        return chr(int(number)) if int(number) < 0x110000 else match[0]
    return escaped or _NAMED.get(name, "\n")
