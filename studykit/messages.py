"""What studykit says to a person, in Chinese or in English.

The source strings are English; `locale/zh` holds the Chinese ones. Every module
that raises an error for a person or prints something wraps it: `_("…")`, with
`{names}` filled in afterwards by `str.format`, so that the catalogue can reorder.
"""

import gettext
from collections.abc import Mapping, Sequence
from pathlib import Path

LANGUAGES = ("zh", "en")
LOCALE_DIR = Path(__file__).parent / "locale"

_language = "en"
_catalogue: gettext.NullTranslations = gettext.NullTranslations()


def preferred(argv: Sequence[str], environ: Mapping[str, str]) -> str:
    """The language to speak: `--lang`, else STUDYKIT_LANG, else the locale's.

    A value that is not one of LANGUAGES is passed over here; the command line
    parser reports it.
    """
    for at, word in enumerate(argv):
        if word == "--":
            break
        value = word.removeprefix("--lang=") if word.startswith("--lang=") else ""
        if word == "--lang" and at + 1 < len(argv):
            value = argv[at + 1]
        if value in LANGUAGES:
            return value
    if environ.get("STUDYKIT_LANG") in LANGUAGES:
        return environ["STUDYKIT_LANG"]
    # The first of these that is set decides, as POSIX has it.
    names = (environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return "zh" if next(filter(None, names), "").lower().startswith("zh") else "en"


def speak(language: str) -> None:
    """Speak this language, one of LANGUAGES, from now on in this process."""
    global _language, _catalogue
    _language = language
    if language == "en":
        _catalogue = gettext.NullTranslations()
        return
    with (LOCALE_DIR / language / "LC_MESSAGES" / "studykit.mo").open("rb") as file:
        _catalogue = gettext.GNUTranslations(file)


def spoken() -> str:
    """The language being spoken, one of LANGUAGES."""
    return _language


def _(message: str) -> str:
    """The message in the language being spoken."""
    return _catalogue.gettext(message)


def ngettext(one: str, many: str, n: int) -> str:
    """The message for n things in the language being spoken."""
    return _catalogue.ngettext(one, many, n)


def N_(message: str) -> str:  # noqa: N802 - the name that gettext tools know
    """The message as it is, marked for the catalogue; `_` it where it is shown."""
    return message
