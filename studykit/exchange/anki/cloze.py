"""Cloze texts: blanks and answers as Anki's `{{c1::…}}`, and back.

Every blank of a card has the number 1, so that one note stays one card.
"""

import re

from studykit.cards.model import BLANK
from studykit.exchange.anki.fields import html_of, own_text

_OWN = re.compile(r"\{\{c1::([^{}]*)\}\}")
_BRACES = str.maketrans({"{": "&#123;", "}": "&#125;"})


def cloze_html(prompt: str, answers: tuple[str, ...]) -> str:
    """The prompt with its answers in its blanks; as many blanks as answers (`ValueError`)."""
    first, *rest = [html_of(part).translate(_BRACES) for part in prompt.split(BLANK)]
    pairs = zip(answers, rest, strict=True)
    return first + "".join([f"{{{{c1::{_answer(answer)}}}}}{after}" for answer, after in pairs])


def own_cloze(html: str) -> tuple[str, tuple[str, ...]] | None:
    """Prompt and answers of what `cloze_html` wrote; None for any other HTML."""
    parts = [own_text(_bare(part)) for part in _OWN.split(html)]
    texts = [part for part in parts if part is not None]
    if len(texts) < len(parts):
        return None
    prompt, answers = BLANK.join(texts[::2]), tuple(texts[1::2])
    same = prompt.count(BLANK) == len(answers) and cloze_html(prompt, answers) == html
    return (prompt, answers) if same else None


def _answer(text: str) -> str:
    html = html_of(text).translate(_BRACES)
    # Two colons part the answer from its hint.
    return html.replace(":", "&#58;") if "::" in f":{html}:" or _on_edge(html) else html


def _on_edge(html: str) -> bool:
    return html.startswith(":") or html.endswith(":")


def _bare(html: str) -> str:
    return html.replace("&#123;", "{").replace("&#125;", "}").replace("&#58;", ":")
