import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
import qti_convert
from hypothesis import given
from hypothesis import strategies as st

from studykit.deck.model import Deck
from studykit.exchange.qti import write_qti
from studykit.exchange.quiz_items import quiz_item
from tests.deck.making import DECK, decks
from tests.exchange.golden_files import assert_golden
from tests.exchange.quiz_cards import NASTY_DECK

QTI = "{http://www.imsglobal.org/xsd/imsqti_v2p1}"
CP = "{http://www.imsglobal.org/xsd/imscp_v1p1}"
# The parts of an item, in the order that the schema wants.
ORDER = ("responseDeclaration", "outcomeDeclaration", "itemBody", "responseProcessing",
         "modalFeedback")  # fmt: skip


def opened(some: list[Deck]) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(write_qti(some).data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def items(deck: Deck) -> list[Element]:
    return [ElementTree.fromstring(data) for name, data in opened([deck]).items() if "/" in name]


def shown(element: Element) -> str:
    return "".join("".join(element.itertext()).split())


def plain(text: str) -> str:
    return "".join(re.sub("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]", "\ufffd", text).split())


def test_a_package_is_the_one_a_person_reads() -> None:
    files = opened([DECK])
    assert sorted(files) == ["imsmanifest.xml", *sorted(files)[1:-1], "test.xml"]
    for name in ("imsmanifest.xml", "test.xml", "items/item0002.xml", "items/item0004.xml"):
        written = replace(write_qti([DECK]), data=files[name])
        assert_golden(f"qti-{name.rpartition('/')[2]}", written)


def test_the_same_deck_gives_the_same_bytes() -> None:
    assert write_qti([DECK]) == write_qti([DECK])


@given(st.lists(decks, min_size=1, max_size=2))
def test_whatever_is_named_in_the_package_is_there(some: list[Deck]) -> None:
    files = opened(some)
    manifest = ElementTree.fromstring(files["imsmanifest.xml"])
    resources = {one.get("identifier"): one for one in manifest.iter(f"{CP}resource")}
    hrefs = [one.get("href") for one in resources.values()]
    assert {*hrefs, "imsmanifest.xml"} == set(files)
    assert {one.get("href") for one in manifest.iter(f"{CP}file")} == set(hrefs)
    needed = [one.get("identifierref") for one in manifest.iter(f"{CP}dependency")]
    assert set(needed) | {"test"} == set(resources)
    test = ElementTree.fromstring(files["test.xml"])
    refs = [str(one.get("href")) for one in test.iter(f"{QTI}assessmentItemRef")]
    assert len(refs) == sum(len(deck.cards) for deck in some)
    labels = [ElementTree.fromstring(files[ref]).get("label") for ref in refs]
    assert labels == [
        " ".join(plain_id.split())
        for deck in some
        for plain_id in (
            re.sub("[\x00-\x08\ufffe\uffff]", "\ufffd", card.id) for card in deck.cards
        )
    ]


@pytest.mark.parametrize("deck", [DECK, NASTY_DECK], ids=["plain", "nasty"])
def test_every_item_asks_what_its_card_asks(deck: Deck) -> None:
    for item, card in zip(items(deck), deck.cards, strict=True):
        wanted = quiz_item(card)
        names = [child.tag.removeprefix(QTI) for child in item]
        assert names == sorted(names, key=ORDER.index)
        declared = {
            one.get("identifier"): [entry.get("mapKey") for entry in one.iter(f"{QTI}mapEntry")]
            for one in item.iter(f"{QTI}responseDeclaration")
        }
        asked = [
            one.get("responseIdentifier") for one in item.iter() if one.get("responseIdentifier")
        ]
        assert asked == list(declared)
        mapped = [one.get("identifier") for one in item.iter(f"{QTI}mapResponse")]
        assert mapped == ([] if wanted.kind == "open" else asked)
        feedback = item.find(f"{QTI}modalFeedback")
        assert ("" if feedback is None else shown(feedback)) == plain("".join(wanted.feedback))
        body = item.find(f"{QTI}itemBody")
        assert body is not None
        choices = list(body.iter(f"{QTI}simpleChoice"))
        if wanted.kind in ("choice", "truefalse"):
            key = declared["RESPONSE"]
            (right,) = [shown(one) for one in choices if [one.get("identifier")] == key]
            prompt = body.find(f".//{QTI}prompt")
            assert prompt is not None
            assert shown(prompt) == plain(wanted.text)
            if wanted.kind == "truefalse":
                assert right == ("对" if wanted.truth else "错")
            else:
                assert right == plain(str(card.answer))
                assert [shown(one) for one in choices] == [plain(one) for one in wanted.options]
        else:
            assert shown(body) == plain("".join(wanted.texts))
        if wanted.kind in ("short", "gaps"):
            found = [[plain(str(key)) for key in keys] for keys in declared.values()]
            assert found == [[plain(one) for one in answers] for answers in wanted.answers]


@pytest.mark.parametrize("deck", [DECK, NASTY_DECK], ids=["plain", "nasty"])
def test_another_reader_makes_qti_3_of_it(deck: Deck, tmp_path: Path) -> None:
    target = tmp_path / "qti3.zip"
    qti_convert.upgrade_package(write_qti([deck]).data, target)
    files = qti_convert.read_package(target)
    documents = [
        ElementTree.fromstring(_bytes(page)) for name, page in files.items() if "/" in name
    ]
    assert len(documents) == len(deck.cards)
    assert {one.tag for one in documents} == {
        "{http://www.imsglobal.org/xsd/imsqtiasi_v3p0}qti-assessment-item"
    }


def _bytes(page: str | bytes) -> bytes:
    return page.encode() if isinstance(page, str) else page
