"""Which field stands behind each side of a card, where a side is plainly one field."""

from dataclasses import dataclass

from studykit.exchange.anki.foreign_cards import answer_side
from studykit.exchange.anki.model import NoteType
from studykit.exchange.anki.rendering import fields_named, words_of_its_own


@dataclass(frozen=True, slots=True)
class Sides:
    """Places of the fields behind a card's texts; None where it is not plainly one field.

    Of a cloze both `prompt` and `answer` are the field with the blanks, and
    `explanation` is what else stands on the back.
    """

    prompt: int | None
    answer: int | None
    explanation: int | None = None


def sides_of(note_type: NoteType, place: int) -> Sides:
    """The fields behind the card of a template (any number, for a cloze)."""
    if note_type.kind == "cloze":
        template = note_type.templates[0]
        text = _only(note_type, template.question, "cloze")
        back = [one for one in fields_named(template.answer, back=True) if one[1] != "cloze"]
        names = note_type.fields
        extra = names.index(back[0][0]) if len(back) == 1 and back[0][0] in names else None
        if extra is not None and (back[0][1] or words_of_its_own(template.answer)):
            extra = None
        return Sides(text, text, extra)
    if place >= len(note_type.templates):
        return Sides(None, None)
    template = note_type.templates[place]
    front = _only(note_type, template.question)
    return Sides(front, _only(note_type, answer_side(template.answer), back=True))


def _only(
    note_type: NoteType, template: str, through: str = "", *, back: bool = False
) -> int | None:
    """The place of the one field that a side shows, and shows as it is."""
    found = fields_named(template, back=back)
    if len(found) != 1 or found[0][1] != through or words_of_its_own(template):
        return None
    name = found[0][0]
    return note_type.fields.index(name) if name in note_type.fields else None
