"""Cloze texts: blanks and answers as Anki's `{{c1::…}}`, and back.

Every blank of a card has the number 1, so that one note stays one card.
"""

import re

from studykit.cards.model import BLANK
from studykit.exchange.anki.fields import html_of, own_text

_OWN = re.compile(r"\{\{c1::([^{}]*)\}\}")
_BRACES = str.maketrans({"{": "&#123;", "}": "&#125;"})


def cloze_html(
    prompt: str, answers: tuple[str, ...], number: int = 1, hints: tuple[str, ...] = ()
) -> str:
    """The prompt with its answers in its blanks; as many blanks as answers (`ValueError`).

    `hints` are HTML; a blank has its own where the prompt still shows it in brackets.
    """
    first, *rest = [html_of(part).translate(_BRACES) for part in prompt.split(BLANK)]
    html = first
    for answer, after, hint in zip(answers, rest, (*hints, *[""] * len(rest)), strict=False):
        shown = f"（{hint}）" if hint else ""
        is_shown = bool(shown) and after.startswith(shown)
        written = f"{_answer(answer)}::{hint}" if is_shown else _answer(answer)
        html += f"{{{{c{number}::{written}}}}}{after.removeprefix(shown) if is_shown else after}"
    if len(answers) != len(rest):
        raise ValueError(f"{len(rest)} blanks but {len(answers)} answers")
    return html


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
