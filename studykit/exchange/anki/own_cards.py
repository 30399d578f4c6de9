"""Notes of studykit's own note types as the cards that they were made of.

A field that is as `notes` wrote it gives back the very text; what a person changed in
Anki is read as any HTML is. `Data` holds the rest.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from studykit.cards.model import CARD_TYPES, Card, CardType
from studykit.cards.normal import normal
from studykit.deck.decode import DEFAULT_LANGUAGE, bool_word
from studykit.exchange.anki.cloze import own_cloze
from studykit.exchange.anki.cloze_text import cloze_sides
from studykit.exchange.anki.fields import own_list, own_text
from studykit.exchange.anki.hidden import Hidden, hidden_of
from studykit.exchange.anki.html_text import html_text, is_ordered, list_items
from studykit.exchange.anki.model import Note, NoteType
from studykit.exchange.anki.names import tag_name
from studykit.exchange.anki.note_types import DATA, field_names, note_type_id, note_type_name
from studykit.exchange.anki.unfit import UnfitError
from studykit.messages import _


@dataclass(frozen=True, slots=True)
class OwnCard:
    """A card of ours out of a package; `deck_id` is empty where the note was added in Anki."""

    card: Card
    deck_id: str
    language: str


def card_type_of(note_type: NoteType) -> CardType | None:
    """Which type of card our note type is for; None for a note type of someone else's.

    Told by its fields and its id or name, since Anki may give it another id, and a
    person another name.
    """
    for type_ in CARD_TYPES:
        if set(field_names(type_)) <= set(note_type.fields) and (
            note_type.id == note_type_id(type_) or note_type.name.startswith(note_type_name(type_))
        ):
            return type_
    return None


def own_card(note: Note, type_: CardType, names: tuple[str, ...]) -> OwnCard:
    """The card of a note of ours, whose fields have these names; `UnfitError` if there is none."""
    fields = dict(zip(names, note.fields, strict=False))
    hidden = hidden_of(fields[DATA])
    # Anki can turn a note into one of another type.
    hidden = hidden if hidden.type == type_ else Hidden(deck=hidden.deck, tags=hidden.tags)
    prompt, answer, options = _sides(fields, type_, hidden)
    quotes = _list(fields["Quote"])
    card = Card(
        type=type_,
        prompt=prompt,
        answer=answer,
        quotes=quotes,
        spans=hidden.spans if len(hidden.spans) == len(quotes) else (),
        section=_text(fields["Section"]),
        fact=hidden.fact,
        options=options,
        ordered=is_ordered(fields["Answer"]) if type_ == "list" else hidden.ordered,
        derived=_text(fields["Derived"]),
        accept=_list(fields["Accept"]),
        explanation=_text(fields["Explanation"]),
        tags=_tags(note.tags, hidden.tags),
        id=note.guid,
        gone=hidden.gone,
    )
    return OwnCard(card, hidden.deck, _text(fields["Language"]) or DEFAULT_LANGUAGE)


def _sides(
    fields: Mapping[str, str], type_: CardType, hidden: Hidden
) -> tuple[str, str | bool | tuple[str, ...], tuple[str, ...]]:
    """Prompt, answer and options."""
    kept = hidden.options
    if type_ == "cloze":
        prompt, answers = own_cloze(fields["Prompt"]) or cloze_sides(fields["Prompt"])
        if not answers or not all(map(str.strip, answers)):
            raise UnfitError(_("it has no blank"))
        return prompt, answers, kept
    prompt = _text(fields["Prompt"])
    if not prompt.strip():
        raise UnfitError(_("it has no prompt"))
    if type_ == "list":
        items = _list(fields["Answer"])
        if not items:
            raise UnfitError(_("it has no answer"))
        return prompt, items, kept
    answer = _text(fields["Answer"])
    if not answer.strip():
        raise UnfitError(_("it has no answer"))
    if type_ == "truefalse":
        value = bool_word(answer)
        if value is None:
            raise UnfitError(_("the answer must be true or false"))
        return prompt, value, kept
    if type_ == "choice":
        return prompt, answer, _options(answer, _list(fields["Options"]), hidden.key)
    return prompt, answer, kept


def _options(answer: str, options: tuple[str, ...], key: int) -> tuple[str, ...]:
    """The options with the answer among them: where only the answer was changed, in its place."""
    if answer not in options and 0 <= key < len(options):
        options = (*options[:key], answer, *options[key + 1 :])
    if answer not in options:
        raise UnfitError(_("the answer is not one of the options"))
    if len({*map(normal, options)}) < len(options):
        raise UnfitError(_("two options are the same"))
    return options


def _text(html: str) -> str:
    text = own_text(html)
    return html_text(html) if text is None else text


def _list(html: str) -> tuple[str, ...]:
    found = own_list(html)
    return list_items(html) if found is None else found[0]


def _tags(found: tuple[str, ...], before: tuple[str, ...]) -> tuple[str, ...]:
    """The card's tags: as they were, without those taken off in Anki, with those put on."""
    now = {tag.casefold() for tag in found}
    # A tag that is nothing in Anki cannot have been taken off there.
    kept = [tag for tag in before if not tag_name(tag) or tag_name(tag).casefold() in now]
    known = {tag_name(tag).casefold() for tag in before}
    return (*kept, *[tag for tag in found if tag.casefold() not in known])
