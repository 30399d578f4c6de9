"""Cards of every type, and a console of a given size that writes to memory."""

import io

from rich.console import Console

from studykit.article.span import Span
from studykit.cards.model import Card
from studykit.deck.model import Deck, Source, Warning

QA = Card(
    "qa",
    "小镇的茶园靠什么提高了产量？",
    "新的灌溉办法",
    ("茶园靠新的灌溉办法提高了产量",),
    (Span(120, 134),),
    section="茶园的一年",
    explanation="灌溉只是办法之一，文中还说到修剪。",
    id="qa000001",
)
NUMERIC = Card(
    "numeric",
    "小镇去年的茶叶产量达到多少？",
    "36.5吨",
    ("茶叶产量达到36.5吨",),
    (Span(80, 91),),
    section="茶园的一年",
    accept=("三十六点五吨",),
    tags=("figure",),
    id="nu000001",
)
CLOZE = Card(
    "cloze",
    "小镇以____为主，以____为辅。",
    ("绿茶", "花茶"),
    ("小镇以绿茶为主，以花茶为辅",),
    (Span(10, 23),),
    section="茶园的一年",
    id="cl000001",
)
CHOICE = Card(
    "choice",
    "小镇的茶叶主要卖到哪里？",
    "邻省",
    ("茶叶主要卖到邻省",),
    (Span(200, 208),),
    section="市场",
    options=("本地", "邻省", "海外", "首都"),
    id="ch000001",
)
TRUEFALSE = Card(
    "truefalse",
    "小镇的茶叶产量比上一年下降了。",
    False,
    ("产量比上一年增长",),
    (Span(230, 238),),
    section="市场",
    derived="36.5吨 > 30吨",
    explanation="文中说的是增长。",
    id="tf000001",
)
LIST = Card(
    "list",
    "制茶的三步依次是什么？",
    ("采摘", "杀青", "烘干"),
    ("采摘、杀青、烘干三步",),
    (Span(300, 310),),
    section="市场",
    ordered=True,
    id="li000001",
)
ALL = (QA, NUMERIC, CLOZE, CHOICE, TRUEFALSE, LIST)
HOSTILE = Card(
    "qa",
    "[bold]红字[/bold] [bookmark: _Toc1] \x1b[31m转义\x07\u202e反？",
    "[/] \x1b]0;标题\x07",
    ("[link=x]引[/link]\x9b2J",),
    (Span(0, 1),),
    section="[red]节[/red]\x1b[2J",
    explanation=":smile: \x1b[0m",
    id="ho000001",
)
DECK = Deck(
    "tea",
    "小镇的茶",
    "zh-Hans",
    ALL,
    Source("tea.txt", "0" * 64, author="某人", published="2025-05-01"),
    (Warning("same-year-change", 7, "变化的两端年份相同"),),
)


def memory_console(width: int = 80, height: int = 24, terminal: bool = False) -> Console:
    """A console whose text is in `console.file.getvalue()`."""
    return Console(
        file=io.StringIO(),
        width=width,
        height=height,
        force_terminal=terminal,
        color_system="truecolor" if terminal else None,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
        _environ={},
    )


def written(console: Console) -> str:
    """What was printed."""
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def rendered(parts: list, width: int = 79) -> str:
    """Renderables as plain text."""
    console = memory_console(width)
    for part in parts:
        console.print(part)
    return written(console)
