"""The catalogue of messages, brought in step with the code: `python -m tests.catalogue`.

Finds every `_("…")`, `N_("…")` and `ngettext(…)` of the package, keeps the
translations there are, drops those no longer used, compiles, and prints what is
still to be translated.
"""

import io
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

import studykit
from studykit.messages import LOCALE_DIR

PACKAGE = Path(studykit.__file__).parent
PO = LOCALE_DIR / "zh" / "LC_MESSAGES" / "studykit.po"
MO = PO.with_suffix(".mo")
SOME_DAY = datetime(2026, 1, 1, tzinfo=UTC)
HEADER = """\
msgid ""
msgstr ""
"Language: zh\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


def in_code() -> Catalog:
    """Every message of the package, by file and line."""
    found = extract_from_dir(PACKAGE, keywords={**DEFAULT_KEYWORDS, "N_": None})
    catalogue = Catalog()
    for file, line, message, _comments, _context in sorted(found, key=lambda one: one[:2]):
        catalogue.add(message, locations=[(file, line)])
    return catalogue


def in_file() -> Catalog:
    """The Chinese catalogue as it is in the repository."""
    with PO.open("rb") as file:
        catalogue = read_po(file, locale="zh", domain="studykit")
    # The compiled file holds these; with the time of day it would never be the same twice.
    catalogue.creation_date = catalogue.revision_date = SOME_DAY
    return catalogue


def compiled(catalogue: Catalog) -> bytes:
    """The catalogue as `gettext` reads it."""
    out = io.BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def untranslated(message: Message) -> bool:
    """Whether a message has no translation."""
    parts = message.string if isinstance(message.string, (list, tuple)) else [message.string]
    return bool(message.id) and not all(parts)


def update() -> list[str]:
    """Write the .po and .mo; gives the messages that are not translated."""
    catalogue = in_file()
    catalogue.update(in_code(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    body = io.BytesIO()
    # Line numbers would change this file with every change of the code.
    write_po(body, catalogue, width=0, no_location=True, omit_header=True)
    PO.write_bytes(HEADER.encode() + body.getvalue())
    MO.write_bytes(compiled(in_file()))
    return [str(message.id) for message in catalogue if untranslated(message)]


if __name__ == "__main__":
    for text in update():
        print("not translated:", text)
