"""Decks as a QTI 2.1 content package: a manifest, a test with a section a deck section, items.

The layout is that of IMS content packaging 1.2 as QTI 2.1 profiles it
(https://www.imsglobal.org/question/qtiv2p1/imsqti_intgv2p1.html).
"""

from collections.abc import Sequence
from itertools import groupby

from studykit.deck.model import Deck
from studykit.exchange.model import Written
from studykit.exchange.qti_item import item_xml, root_attributes
from studykit.exchange.text import one_line, utf8, xml
from studykit.exchange.truth_words import truth_words

_MANIFEST = "http://www.imsglobal.org/xsd/imscp_v1p1"
_MANIFEST_SCHEMA = "http://www.imsglobal.org/xsd/qti/qtiv2p1/qtiv2p1_imscpv1p2_v1p0.xsd"
_TEST = "test.xml"
# Dates in a zip begin here; the same decks give the same bytes.
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)


def write_qti(decks: Sequence[Deck]) -> Written:
    """Decks as one package (.zip)."""
    files: dict[str, str] = {}
    sections: list[str] = []
    for deck in decks:
        truth = truth_words(deck.language)
        for name, cards in groupby(deck.cards, key=lambda card: card.section):
            refs = []
            for card in cards:
                identifier = f"item{len(files) + 1:04}"
                href = f"items/{identifier}.xml"
                files[href] = item_xml(card, identifier, deck.language, truth)
                refs.append(f'<assessmentItemRef identifier="{identifier}" href="{href}"/>')
            sections.append(_section(len(sections) + 1, name or deck.title, refs))
    title = ", ".join(one_line(deck.title) for deck in decks)
    pages = {"imsmanifest.xml": _manifest(list(files)), _TEST: _test(title, sections), **files}
    return Written(_zipped({name: utf8(page) for name, page in pages.items()}))


def _section(number: int, title: str, refs: Sequence[str]) -> str:
    return "\n".join(
        [
            f'<assessmentSection identifier="section{number}" '
            f'title="{xml(one_line(title))}" visible="true">',
            *refs,
            "</assessmentSection>",
        ]
    )


def _test(title: str, sections: Sequence[str]) -> str:
    # A part of a test needs a section, even where there are no cards.
    parts = sections or [_section(1, title, [])]
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<assessmentTest {root_attributes()} identifier="test" title="{xml(title)}" '
            'toolName="studykit">',
            '<testPart identifier="part1" navigationMode="nonlinear" submissionMode="individual">',
            *parts,
            "</testPart>",
            "</assessmentTest>\n",
        ]
    )


def _manifest(items: Sequence[str]) -> str:
    resources = [
        f'<resource identifier="res{number:04}" type="imsqti_item_xmlv2p1" href="{href}">'
        f'<file href="{href}"/></resource>'
        for number, href in enumerate(items, 1)
    ]
    needs = [f'<dependency identifierref="res{at:04}"/>' for at in range(1, len(items) + 1)]
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<manifest {root_attributes(_MANIFEST, _MANIFEST_SCHEMA)} identifier="manifest">',
            "<metadata><schema>QTIv2.1 Package</schema>"
            "<schemaversion>1.0.0</schemaversion></metadata>",
            "<organizations/>",
            "<resources>",
            f'<resource identifier="test" type="imsqti_test_xmlv2p1" href="{_TEST}">'
            f'<file href="{_TEST}"/>',
            *needs,
            "</resource>",
            *resources,
            "</resources>",
            "</manifest>\n",
        ]
    )


def _zipped(files: dict[str, bytes]) -> bytes:
    import io
    import zipfile

    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            info = zipfile.ZipInfo(name, _ZIP_DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return buffer.getvalue()
