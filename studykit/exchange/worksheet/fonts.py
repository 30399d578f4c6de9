"""The Chinese font that a pdf is set in: the best of those that the machine has."""

from collections.abc import Iterable

from studykit.errors import ExchangeError
from studykit.messages import _

# Families that come with systems or with their language packs. Song (Ming) faces first, as
# tests are printed; then Hei (Gothic) ones, then those that hold both scripts.
_SIMPLIFIED = (
    "Noto Serif CJK SC",
    "Noto Serif SC",
    "Source Han Serif SC",
    "Source Han Serif CN",
    "Songti SC",
    "STSong",
    "SimSun",
    "NSimSun",
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "PingFang SC",
    "Hiragino Sans GB",
    "Heiti SC",
    "Microsoft YaHei",
    "DengXian",
    "SimHei",
    "AR PL SungtiL GB",
)
_TRADITIONAL = (
    "Noto Serif CJK TC",
    "Noto Serif CJK HK",
    "Noto Serif TC",
    "Source Han Serif TC",
    "Songti TC",
    "PMingLiU",
    "MingLiU",
    "Noto Sans CJK TC",
    "Noto Sans CJK HK",
    "Noto Sans TC",
    "Source Han Sans TC",
    "PingFang TC",
    "PingFang HK",
    "Heiti TC",
    "Microsoft JhengHei",
    "AR PL UMing TW",
    "AR PL UMing HK",
)
_BOTH = (
    "AR PL UMing CN",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "Droid Sans Fallback",
    "Arial Unicode MS",
)


def families(language: str) -> tuple[str, ...]:
    """The families that can show this language, zh-Hans or zh-Hant, the best first."""
    # Better the shapes of the other script than none: most characters are in both.
    if language == "zh-Hant":
        return (*_TRADITIONAL, *_BOTH, *_SIMPLIFIED)
    return (*_SIMPLIFIED, *_BOTH, *_TRADITIONAL)


def chosen_family(installed: Iterable[str], language: str, wanted: str = "") -> str:
    """The family to print with: the `wanted` one, else the best there is.

    Names are compared whatever their case. `ExchangeError` where there is none.
    """
    there = {name.casefold(): name for name in installed}
    if wanted:
        if wanted.casefold() not in there:
            message = _("there is no font {name} on this machine; see: fc-list :lang=zh family")
            raise ExchangeError(message.format(name=wanted))
        return there[wanted.casefold()]
    for family in families(language):
        if family.casefold() in there:
            return there[family.casefold()]
    raise ExchangeError(
        _(
            "a pdf needs a Chinese font and this machine has none: install one (Debian and "
            "Ubuntu: apt install fonts-noto-cjk), name another with --font, or export html"
        )
    )
