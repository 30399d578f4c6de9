"""The part of a package that a push sends."""

import re
from collections.abc import Iterable
from dataclasses import replace
from html import unescape

from studykit.exchange.anki.connect.model import Plan
from studykit.exchange.anki.model import Note, Package
from studykit.exchange.anki.names import PART

_MEDIA = re.compile(r'src="([^"]+)"|\[sound:([^\]]+)\]')
# Media for templates, such as fonts, bear such names in Anki; no field names them.
_OF_TEMPLATES = "_"


def portion_of(package: Package, plan: Plan) -> Package:
    """New and updated notes with what they need: note types, decks, cards and media.

    Reviews go along with new notes alone, as Anki keeps the learning of those it has;
    deck options where a deck is new.
    """
    notes = (*plan.added, *(change.note for change in plan.updated))
    sent, new = {note.id for note in notes}, {note.id for note in plan.added}
    cards = tuple(card for card in package.cards if card.note in sent)
    new_cards = {card.id for card in cards if card.note in new}
    decks = _with_parents(package, {card.deck for card in cards})
    types = {note.type for note in notes}
    options = bool(plan.decks)
    return replace(
        package,
        note_types=tuple(one for one in package.note_types if one.id in types),
        decks=tuple(
            deck if options else replace(deck, preset=1)
            for deck in package.decks
            if deck.id in decks
        ),
        notes=notes,
        cards=cards,
        reviews=tuple(row for row in package.reviews if row.card in new_cards),
        presets=package.presets if options else (),
        media=_media(package, notes),
    )


def _with_parents(package: Package, decks: set[int]) -> set[int]:
    names = [deck.name for deck in package.decks if deck.id in decks]
    parents = {
        PART.join(name.split(PART)[:depth])
        for name in names
        for depth in range(1, name.count(PART) + 1)
    }
    return decks | {deck.id for deck in package.decks if deck.name in parents}


def _media(package: Package, notes: Iterable[Note]) -> dict[str, bytes]:
    if not package.media:
        return {}
    named = {
        unescape(match[1] or match[2])
        for note in notes
        for text in note.fields
        for match in _MEDIA.finditer(text)
    }
    return {
        name: package.media[name]
        for name in package.media
        if name in named or name.startswith(_OF_TEMPLATES)
    }
