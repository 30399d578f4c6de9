"""studykit's own note types: one for each type of card, with fixed ids and names.

Fields bear the names of the keys of a deck file. `Data` holds, as JSON, what of a
card is not to be seen.
"""

from functools import cache
from pathlib import Path

from studykit.cards.model import CARD_TYPES, CardType
from studykit.exchange.anki.model import NoteType, Template

DATA = "Data"
# Milliseconds, as Anki's ids are: the day studykit's first were made, and one a type.
FIRST_ID = 1764028800000
# Seconds. Anki takes a note type over only where it is newer than its own: to be
# raised with every change to fields or templates (a test holds their checksum).
MODIFIED = 1764028800

# In Anki's editor what no one edits is folded away.
_FOLDED = {"collapsed": True, "excludeFromSearch": True}
_FOLDER = Path(__file__).parent / "templates"
_HEAD: dict[CardType, tuple[str, ...]] = {
    "qa": ("Prompt", "Answer"),
    "numeric": ("Prompt", "Answer"),
    "cloze": ("Prompt",),
    "choice": ("Prompt", "Answer", "Options"),
    "truefalse": ("Prompt", "Answer"),
    "list": ("Prompt", "Answer"),
}
_TAIL = (
    "Derived", "Accept", "Explanation", "Quote", "Source", "Section", "Language", DATA,
)  # fmt: skip


def note_type_name(type_: CardType) -> str:
    """What the note type of a type of card is called in Anki."""
    return f"studykit {type_}"


def note_type_id(type_: CardType) -> int:
    """The id of the note type of a type of card."""
    return FIRST_ID + CARD_TYPES.index(type_)


def field_names(type_: CardType) -> tuple[str, ...]:
    """The fields of the note type of a type of card, in order."""
    return _HEAD[type_] + _TAIL


@cache
def note_type(type_: CardType) -> NoteType:
    """The note type of a type of card."""
    fields = field_names(type_)
    front, back = (_side(f"{type_}.{side}.html") for side in ("front", "back"))
    return NoteType(
        id=note_type_id(type_),
        name=note_type_name(type_),
        fields=fields,
        templates=(Template("Card 1", front, back),),
        css=f"{edition_line(MODIFIED)}\n{_file('cards.css')}",
        kind="cloze" if type_ == "cloze" else "standard",
        modified=MODIFIED,
        extra={"flds": [_FOLDED if name == DATA else {} for name in fields]},
    )


def edition_line(modified: int) -> str:
    """The first line of our styling: which edition of the templates this is.

    Anki's own date of a note type is that of the last import, whatever came in.
    """
    return f"/* studykit {modified} */"


@cache
def _side(name: str) -> str:
    """A side's template, with what several have in common put in."""
    common = {
        "head": _file("head.html"),
        "tail": _file("tail.html"),
        "script": f"<script>\n{_file('cards.js')}</script>\n",
    }
    text = _file(name)
    for part, html in common.items():
        text = text.replace(f"<!--{part}-->\n", html)
    return text


@cache
def _file(name: str) -> str:
    return (_FOLDER / name).read_text("utf-8")
