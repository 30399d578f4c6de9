import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from studykit import messages
from studykit.pages.report import report_page
from studykit.statistics.counts import Counts, Group
from studykit.statistics.hardest import Hard
from tests.statistics.making import EMPTY, report

_VOID = {"meta"}


class Nesting(HTMLParser):
    """Tells whether every element is closed where it should be."""

    def __init__(self):
        super().__init__()
        self.open, self.seen = [], set()

    def handle_starttag(self, tag, attrs):
        self.seen.add(tag)
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.mark.parametrize("lang", messages.LANGUAGES)
@pytest.mark.parametrize("found", [report(), report(1), EMPTY], ids=["thirty", "one", "empty"])
def test_the_page_is_well_formed_and_stands_alone(lang, found):
    messages.speak(lang)
    try:
        page = report_page("小李", found)
    finally:
        messages.speak("en")
    reader = Nesting()
    reader.feed(page)
    reader.close()
    assert reader.open == []
    assert not reader.seen & {"script", "link", "img", "iframe", "object"}
    assert not re.search(r"https?:|url\(|@import|src=", page)
    assert f'<html lang="{"zh-Hans" if lang == "zh" else "en"}">' in page


def test_it_is_for_light_and_dark_and_paper():
    page = report_page("小李", report())
    assert "prefers-color-scheme: dark" in page
    assert "@media print" in page
    assert "Content-Security-Policy" in page


def test_what_comes_from_decks_is_only_text():
    bad = "<script>alert(1)</script>\"'&茶"
    found = report()
    group = Group(bad, bad, Counts(1))
    cards = replace(found.cards, decks=(group, group), sections=(group, group), tags=(group,))
    page = report_page(bad, replace(found, cards=cards, hardest=(Hard(bad, bad, 1, 5.0, 1.0, 2),)))
    assert "<script" not in page
    assert page.count("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#x27;&amp;茶") >= 6


def test_sections_of_several_decks_are_told_apart():
    page = report_page("小李", report())
    assert "茶园<small>小镇的茶</small>" in page


def test_the_figures_are_on_it():
    page = report_page("小李", report())
    assert "<b>40 days</b><span>streak</span>" in page
    assert "In all: 81 reviews on 40 days, 0 s" in page
