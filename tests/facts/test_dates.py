"""Dates that a sentence states, with the words that ask for them."""

import pytest

from tests.facts.reading import facts_of

STATED = [
    ("港珠澳大桥于2018年10月正式开通。", "2018年10月", "港珠澳大桥于□正式开通", "什么时候"),
    ("隧道工程预计2028年底完工。", "2028年底", "隧道工程预计□完工", "哪一年"),
    ("省里力争在2030年前建成三条高铁。", "2030年", "省里力争在□建成三条高铁", "哪一年前"),
    ("新醫院在2019年正式啟用。", "2019年", "新醫院在□正式啟用", "哪一年"),
]
# The time of a figure, the end of a change, a date without an event.
NOT_STATED = [
    "2024年，全县粮食产量为42万吨。",
    "森林覆盖率由2020年的41%提高到2024年的44%。",
    "“十四五”时期，产业结构持续优化。",
    "其于2018年成立。",
]


@pytest.mark.parametrize(("text", "date", "stem", "asks"), STATED)
def test_dates(text: str, date: str, stem: str, asks: str) -> None:
    (found,) = facts_of(text).dates
    assert (found.text, f"{found.before}□{found.after}", found.asks) == (date, stem, asks)
    assert found.text in found.passage.text


@pytest.mark.parametrize("text", NOT_STATED)
def test_no_dates(text: str) -> None:
    assert [d.text for d in facts_of(text).dates] == []
