import string
from gettext import GNUTranslations

import pytest

from studykit import messages
from studykit.messages import _, ngettext, preferred, speak, spoken
from tests.catalogue import MO, compiled, in_code, in_file, untranslated


@pytest.fixture(autouse=True)
def english_again():
    yield
    speak("en")


@pytest.mark.parametrize(
    ("argv", "environ", "want"),
    [
        (["--lang", "zh"], {}, "zh"),
        (["learn", "x", "--lang=zh"], {"STUDYKIT_LANG": "en"}, "zh"),
        ([], {"STUDYKIT_LANG": "zh", "LANG": "en_US.UTF-8"}, "zh"),
        ([], {"LANG": "zh_CN.UTF-8"}, "zh"),
        ([], {"LANG": "zh_TW.Big5"}, "zh"),
        ([], {"LC_ALL": "zh_CN", "LANG": "en_US"}, "zh"),
        ([], {"LC_MESSAGES": "zh_CN", "LANG": "en_US"}, "zh"),
        ([], {"LC_ALL": "", "LANG": "zh_CN"}, "zh"),
    ],
)
def test_chinese_is_spoken(argv, environ, want):
    assert preferred(argv, environ) == want


@pytest.mark.parametrize(
    ("argv", "environ"),
    [
        ([], {}),
        ([], {"LANG": "C"}),
        ([], {"LANG": "de_DE.UTF-8"}),
        ([], {"LC_ALL": "en_US", "LANG": "zh_CN"}),
        (["--lang", "en"], {"LANG": "zh_CN"}),
        (["--", "--lang", "zh"], {}),
        (["--lang"], {}),
        (["--lang", "fr"], {}),
        (["x--lang=zh"], {}),
        ([], {"STUDYKIT_LANG": "fr"}),
    ],
)
def test_english_is_spoken(argv, environ):
    assert preferred(argv, environ) == "en"


def test_speaking_changes_the_messages():
    speak("zh")
    assert (spoken(), _("undo")) == ("zh", "撤销")
    assert ngettext("{n} card", "{n} cards", 2) == "{n} 张卡片"
    speak("en")
    assert (spoken(), _("undo")) == ("en", "undo")
    assert ngettext("{n} card", "{n} cards", 1) == "{n} card"


def test_the_catalogue_has_every_message_of_the_code_and_no_other():
    code = {str(m.id) for m in in_code() if m.id}
    file = {str(m.id) for m in in_file() if m.id}
    assert (code - file, file - code) == (set(), set()), "run python -m tests.catalogue"


def test_every_message_is_translated():
    assert [m.id for m in in_file() if untranslated(m)] == []


def test_the_compiled_catalogue_is_in_step():
    assert MO.read_bytes() == compiled(in_file()), "run python -m tests.catalogue"
    with MO.open("rb") as file:
        assert GNUTranslations(file).gettext("undo") == "撤销"


def names(text: str) -> list[str]:
    return sorted(
        name for _lit, name, _spec, _conv in string.Formatter().parse(text) if name is not None
    )


def test_translations_fill_in_the_same_names():
    for message in in_file():
        if untranslated(message):
            continue
        english = message.id if isinstance(message.id, str) else message.id[0]
        chinese = message.string if isinstance(message.string, str) else message.string[0]
        assert names(chinese) == names(english), english


def test_the_languages_have_their_catalogues():
    for language in messages.LANGUAGES:
        speak(language)
