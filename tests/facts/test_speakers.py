"""Who says what a clause tells, and where the words said begin."""

import pytest

from studykit.facts.speakers import find_further_speech, find_speech, is_hearsay

SAID = [
    ("专家指出", "专家指出", ""),
    ("会议强调要守住耕地红线", "会议强调", "要守住耕地红线"),
    ("专家表示：“湿地是水库”", "专家表示", "湿地是水库”"),
    ("报告认为因此湿地正在减少", "报告认为", "湿地正在减少"),
    ("县长告诉记者", "县长告诉记者", ""),
    ("县委要求建立巡查制度", "县委要求", "建立巡查制度"),
    ("章程明确要求公开账目", "章程明确", "要求公开账目"),
]
NOT_SAID = [
    "湿地是天然水库",
    "说明书是产品质量的保障",
    "表示方法是数学的基础",
    "他的预计收入比去年高",
    "这种做法称为轮作制度",
    "村民迫切要求建立巡查制度",
    "防汛的内在要求是公开账目",
]
FURTHER = [
    ("并强调，堤坝是关键", "并强调", "堤坝是关键"),
    ("还提出要加强巡查", "还提出", "加强巡查"),
]
NOT_FURTHER = ["加强巡查", "会议强调堤坝是关键"]


@pytest.mark.parametrize(("text", "speaker", "words"), SAID)
def test_a_speaker_stands_before_what_is_said(text: str, speaker: str, words: str) -> None:
    speech = find_speech(text, 0, len(text))
    assert speech is not None
    assert (text[: speech.verb_end], text[speech.stop :]) == (speaker, words)


@pytest.mark.parametrize("text", NOT_SAID)
def test_a_clause_without_a_speaker_has_no_speech(text: str) -> None:
    assert find_speech(text, 0, len(text)) is None


@pytest.mark.parametrize(("text", "verb", "words"), FURTHER)
def test_a_speaker_goes_on_without_being_named(text: str, verb: str, words: str) -> None:
    speech = find_further_speech(text, 0, len(text))
    assert speech is not None
    assert (text[: speech.verb_end], text[speech.stop :]) == (verb, words)


@pytest.mark.parametrize("text", NOT_FURTHER)
def test_another_clause_is_no_further_speech(text: str) -> None:
    assert find_further_speech(text, 0, len(text)) is None


@pytest.mark.parametrize("text", ["据专家介绍", "根据海关统计", "按照气象部门测算"])
def test_hearsay(text: str) -> None:
    assert is_hearsay(text)


@pytest.mark.parametrize("text", ["专家介绍", "证据充分", "占据主导地位"])
def test_no_hearsay(text: str) -> None:
    assert not is_hearsay(text)
