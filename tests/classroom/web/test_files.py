"""The files of the pages: small, complete, and of nobody else's."""

import gzip
import re
from pathlib import Path

import pytest

from studykit import classroom
from tests.classroom.samples import room
from tests.classroom.web.hosting import hosting
from tests.classroom.web.visiting import browser, visit

__all__ = ["browser", "visit"]

WEB = Path(classroom.__file__).with_name("web")
FILES = sorted(WEB.iterdir())
KB = 1024
LARGEST = 50 * KB


def test_both_pages_together_are_small_as_they_are_sent():
    assert sum(len(gzip.compress(file.read_bytes())) for file in FILES) <= LARGEST


@pytest.mark.parametrize("start", ["", "wall?key=key-of-the-wall"])
def test_each_page_is_small_as_it_stands(visit, start):
    with hosting(room(["choice"])) as host:
        sizes = {}
        page = visit.open()
        page.on("response", lambda got: sizes.update({got.url: len(got.body())}))
        page.goto(f"{host.url}/{start}")
        page.wait_for_selector("h1, .pin")
        assert len(sizes) > 8
        assert sum(sizes.values()) <= LARGEST


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_nothing_is_taken_from_outside_or_read_as_markup(file):
    text = file.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
    outside = re.findall(r"https?://|//[a-z]+\.|@import|url\(|@font-face", text)
    assert [one for one in outside if "location" not in text or one != "https?://"] == []
    markup = re.findall(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(", text)
    assert markup == []
    assert not re.search(r"<[^>]*\s(style|on\w+)=", text)


def texts():
    """All texts by key, Chinese and English."""
    found = "".join(
        (WEB / name).read_text(encoding="utf-8") for name in ("texts.js", "wall_texts.js")
    )
    return {
        key: (chinese, english)
        for key, chinese, english in re.findall(r'^  (\w+): \["(.*?)", "(.*?)"\],$', found, re.M)
    }


def test_all_texts_are_in_both_languages():
    assert len(texts()) > 80
    for key, (chinese, english) in texts().items():
        names = [set(re.findall(r"\{\w+\}", text)) for text in (chinese, english)]
        assert names[0] == names[1], key
        assert chinese, key
        assert english, key


def test_all_texts_that_are_asked_for_are_there_and_no_others():
    code = "".join(
        file.read_text(encoding="utf-8")
        for file in FILES
        if file.suffix == ".js" and "texts" not in file.name
    )
    known = texts()
    asked = set(re.findall(r'\bt\("(\w+)"', code))
    assert asked <= known.keys()
    named = set(re.findall(r'"(\w+)"', code)) | {key for key in known if key.startswith("no_")}
    assert known.keys() - named - {"language"} == set()
