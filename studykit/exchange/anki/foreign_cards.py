"""Cards of anyone's note types: what front and back say, as text.

A cloze note gives a cloze card for each number, everything else a question and an answer.
"""

import re
from collections.abc import Mapping

from studykit.cards.model import BLANK, Card
from studykit.exchange.anki.cloze_text import blanked, cloze_prompt, numbers_in
from studykit.exchange.anki.html_text import html_text
from studykit.exchange.anki.model import Note, NoteType, Template
from studykit.exchange.anki.rendering import render
from studykit.exchange.anki.unfit import UnfitError
from studykit.messages import _

# What parts question and answer on a back that shows both.
_ANSWER = re.compile(r"<hr\b[^>]*\bid\s*=\s*[\"']?answer\b[^>]*>", re.IGNORECASE)
# A deletion that covers a part of a picture.
_OCCLUSION = "image-occlusion:"


def foreign_card(note: Note, note_type: NoteType, place: int) -> Card:
    """The card of a note's template (of its number less one, for a cloze); no id, no section.

    `UnfitError` where a side would be empty.
    """
    fields = dict(zip(note_type.fields, note.fields, strict=False))
    if is_occlusion(note, note_type):
        return _occlusion_card(note, fields, note_type.templates[0], place + 1)
    if note_type.kind == "cloze":
        return _cloze_card(note, fields, note_type.templates[0], place + 1)
    if place >= len(note_type.templates):
        raise UnfitError(_("its note type has no such card"))
    template = note_type.templates[place]
    prompt = html_text(render(template.question, fields))
    answer = html_text(render(answer_side(template.answer), fields, back=True))
    return _filled(Card("qa", prompt, _without(prompt, answer), tags=note.tags, fact=note.guid))


def is_occlusion(note: Note, note_type: NoteType) -> bool:
    """Whether the note hides parts of a picture."""
    return note_type.kind == "cloze" and any(f"::{_OCCLUSION}" in html for html in note.fields)


def answer_side(back: str) -> str:
    """What of a back's template is the answer: all after `<hr id=answer>`, if there is one."""
    return _ANSWER.split(back, maxsplit=1)[-1]


def _cloze_card(note: Note, fields: Mapping[str, str], template: Template, number: int) -> Card:
    hidden: list[str] = []

    def shown(html: str) -> str:
        text, answers = blanked(html, number)
        hidden.extend(answers)
        return text

    prompt = cloze_prompt(render(template.question, fields, shown))
    answers = tuple(map(html_text, hidden))
    if not answers:
        raise UnfitError(_("it has no blank {number}").format(number=number))
    if prompt.count(BLANK) != len(answers):
        raise UnfitError(_("its blanks cannot be told apart"))
    around = html_text(render(template.question, fields, lambda html: ""))
    # The back without the text itself: notes and sources.
    rest = html_text(render(answer_side(template.answer), fields, lambda html: "", back=True))
    return _filled(
        Card(
            "cloze", prompt, answers, explanation=_without(around, rest), tags=note.tags,
            fact=note.guid,
        )
    )  # fmt: skip


def _occlusion_card(note: Note, fields: Mapping[str, str], template: Template, number: int) -> Card:
    """A picture with a part hidden: the hiding cannot be shown here, the picture can."""
    numbers = numbers_in("\n".join(note.fields))
    if number not in numbers:
        raise UnfitError(_("it has no blank {number}").format(number=number))
    front = html_text(render(template.question, fields, lambda html: ""))
    back = html_text(render(answer_side(template.answer), fields, lambda html: "", back=True))
    count = f"（{numbers.index(number) + 1}/{len(numbers)}）"
    return _filled(Card("qa", f"{front}\n{count}", back, tags=note.tags, fact=note.guid))


def _without(front: str, back: str) -> str:
    """A back that repeats its front, without it."""
    return back[len(front) :].strip("\n") if back.startswith(front) and back != front else back


def _filled(card: Card) -> Card:
    if not card.prompt.strip():
        raise UnfitError(_("its front shows no text"))
    if not card.answers or not all(map(str.strip, card.answers)):
        raise UnfitError(_("its back shows no text"))
    return card
