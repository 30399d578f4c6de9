"""The printed words of a test: in the language being spoken, in the script of its deck."""

from collections.abc import Callable

from studykit.article.controls import is_control
from studykit.article.script import to_traditional
from studykit.cards.model import CardType
from studykit.exchange.worksheet.points import BY_ANSWER, POINTS
from studykit.messages import N_, _, ngettext, spoken

Say = Callable[[str], str]

# Not characters; XML, and so docx, cannot hold them.
_NO_CHARACTERS = "\ufffe\uffff"

_HEADINGS: dict[CardType, str] = {
    "choice": N_("Multiple choice"),
    "truefalse": N_("True or false"),
    "cloze": N_("Fill in the blanks"),
    "numeric": N_("Figures"),
    "list": N_("Lists"),
    "qa": N_("Questions"),
}
_HOW: dict[CardType, str] = {
    "choice": N_("One option is right; write its letter in the brackets."),
    "truefalse": N_("Write √ for a true statement, × for a false one."),
    "cloze": N_("Fill each blank with words of the article."),
    "numeric": N_("Answer with a figure and its unit."),
    "list": N_("One item on each line, in any order unless one is asked for."),
    "qa": N_("Answer in words of the article."),
}
_NUMERALS = N_("I II III IV V VI")


def saying(language: str) -> Say:
    """Gives words of our own the script of the deck."""
    return to_traditional if spoken() == "zh" and language == "zh-Hant" else _as_it_is


def _as_it_is(words: str) -> str:
    return words


def printable(text: str) -> str:
    """Text of a deck without what no page can show; line breaks stay."""
    kept = (c for c in text.replace("\t", " ") if not is_control(c) and c not in _NO_CHARACTERS)
    return "".join(kept).strip()


def heading(place: int, kind: CardType) -> str:
    """The heading of a part; `place` counts from 0."""
    return _("{n}. {name}").format(n=_(_NUMERALS).split()[place], name=_(_HEADINGS[kind]))


def worth(kind: CardType, points: int) -> str:
    """What each question of a part is worth, and all of them."""
    each = ngettext("{n} point", "{n} points", POINTS[kind]).format(n=POINTS[kind])
    total = ngettext("{n} point", "{n} points", points).format(n=points)
    if kind in BY_ANSWER:
        return _("{points} for each answer, {total} in all").format(points=each, total=total)
    return _("{points} each, {total} in all").format(points=each, total=total)


def how(kind: CardType) -> str:
    """How the questions of a part are to be answered."""
    return _(_HOW[kind])


def title_of(title: str, say: Say) -> str:
    """The title as printed; there is always one."""
    return printable(title) or say(_("Test"))


def version_name(version: str) -> str:
    """What a version is called; empty where there is only one."""
    return _("Version {name}").format(name=version) if version else ""
