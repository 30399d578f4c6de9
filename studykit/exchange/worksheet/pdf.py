"""A test and its key as pdf, typeset by Typst.

Chosen over WeasyPrint, fpdf2 and ReportLab by printing the same thirty Chinese
paragraphs with each. Typst keeps closing punctuation off the start of a line,
sets fonts of either outline format and embeds only the characters used (26 KB;
WeasyPrint 151 KB), is the fastest (0.17 s from a cold start; WeasyPrint 0.68 s,
fpdf2 0.50 s) and comes as one wheel (34 MB) that finds the fonts of the system
itself, where WeasyPrint needs Pango installed. fpdf2 begins lines with a comma
where it must not, and ReportLab cannot use the fonts most systems have (OpenType with
PostScript outlines).
"""

import json
import re
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Literal

from studykit.errors import ExchangeError
from studykit.exchange.worksheet.fonts import chosen_family
from studykit.exchange.worksheet.key import Key
from studykit.exchange.worksheet.paper import Paper
from studykit.messages import _

_FOLDER = Path(__file__).parent
# PDF/UA-1 (ISO 14289-1): readable by screen readers, and every character has to have its shape.
_STANDARD: Literal["ua-1"] = "ua-1"
_MISSING = re.compile(r'the text `"(.+?)"` could not be displayed')
# What Typst calls the places whose way of setting Chinese is followed.
_REGIONS = {"zh-Hans": "cn", "zh-Hant": "hk"}


def paper_pdf(paper: Paper, font: str = "") -> bytes:
    """The pdf of a test, in the family `font` or the best there is.

    `ExchangeError` without Typst, that font, or a font for some character.
    """
    return _typeset("paper.typ", asdict(paper), paper.language, font)


def key_pdf(keys: Sequence[Key], font: str = "") -> bytes:
    """The pdf of the keys to all versions, each from a new page; errors as `paper_pdf`."""
    return _typeset("key.typ", {"keys": [asdict(key) for key in keys]}, keys[0].language, font)


def _typeset(template: str, words: dict[str, object], language: str, font: str) -> bytes:
    """Words reach the template as data, and are never read as its markup."""
    try:
        import typst
    except ImportError:
        raise ExchangeError(_("a pdf needs the package typst: pip install typst")) from None
    fonts = typst.Fonts()
    family = chosen_family(fonts.families(), language, font)
    look = {"font": family, "region": _REGIONS.get(language, "cn")}
    try:
        return typst.compile(
            _FOLDER / template,
            font_paths=fonts,
            format="pdf",
            sys_inputs={"data": json.dumps({**words, **look})},
            pdf_standards=[_STANDARD],
        )
    except typst.TypstError as error:
        missing = sorted({*map(_named, _MISSING.findall(error.diagnostic))})
        if not missing:
            raise
        message = _(
            "no font of this machine shows {characters} of the cards: install one that does, "
            "name it with --font, or export html"
        )
        raise ExchangeError(message.format(characters=" ".join(missing))) from None


def _named(character: str) -> str:
    """A character of Typst's message; by its code where Typst gives that."""
    code = re.fullmatch(r"\\u\{([0-9a-f]+)\}", character)
    return f"U+{code[1].upper()}" if code else character
