"""Deck files as `dump` writes them, and then as people, editors and accidents leave them."""

from collections.abc import Callable

from hypothesis import strategies as st

from studykit.deck.dump import dump_deck
from studykit.deck.made import stamp
from tests.deck.making import DECK, decks

written = st.just(dump_deck(stamp(DECK))) | st.one_of(decks, decks.map(stamp)).map(dump_deck)

# Values that YAML, the schema or the strict layout sees in its own way.
_VALUES = r"""
no True null ~ 12:30 2.54% 010 0x1F 甲 甲的乙 = << #b &a *a !a !!str ? - : | > >- |+ @a `a %a
"" '' "甲" '甲' "a\u0041" "\ud800" "\uD7FF" "\x4F" "\U0010ffff" "\U00110000" "\U00000041" "\a"
"\/" "\ " "a\" a" 'a'' [] {} [甲] [甲,乙] [""] ["甲",] [甲]] [[甲]] [[1,2]] [1,2] {甲:乙} ...
--- true false qa numeric cloze choice truefalse list ____ _
zh-Hans deck-1 a=b a/b a%b (甲) "，" 甲" 甲' ‘甲’ … 。
"""
_PHRASES = (
    "甲: 乙", "甲 #乙", "甲 # 乙", "- 甲", "? 甲", "甲:", "甲,乙", "甲, 乙", "&a 甲", "*a ",
    "!!str 甲",
    '"甲" # 乙', '" "', '"甲": 乙', '"甲" 乙', "[甲, 乙]", "[甲 , 乙]", "[ 甲, 乙 ]", "[甲, 乙, ]",
    '["甲", 乙]', '["甲, 乙"]', "[甲, [乙]]", "[甲: 乙]", "[1, 2]", "[[1, 2], [3, 4]]", "[ 1, 2]",
    "[１, 2]", "[1, 1234567890123]", "甲  乙", "甲 ", " 甲", "\t甲", "甲\t乙", "甲\xa0", "\xa0",
    "甲\u2028乙", "甲\x85乙", "\ufeff甲", "甲\x1b乙", "甲\x7f", "\u3000", "甲\ue000",
    "甲\U000f0000", "{kind: 甲, line: 1, message: 乙}", "{path: 甲}",
    "{path: 甲, mine: 乙}", "{path: 甲, path: 乙}",
)  # fmt: skip
values = st.sampled_from((*_VALUES.split(), "", *_PHRASES))
_KEYS = """
format id title language source warnings cards made type fact section prompt answer options ordered
derived accept explanation quote span tags gone mine
""".split()
_INSERTS = st.sampled_from(
    (*" \t\n\r#:,-\"'\\[]{}&*!|>%@`~?_甲", "\r\n", ": ", " #", "\ufeff", "\x00")
)
_LINES = (
    "", "  ", "# 注", "  # 注", "  mine: 我的", "mine: 我的", "  gone: true", "  gone: false",
    "  - 甲",
    "- 甲", "- id: x9", "    甲", "\t", "...", "---", "cards:", "warnings:", "  prompt: 再问",
    "  甲 乙",
    "- {id: x9, prompt: 问, answer: 答}", "- prompt: 问", "  tags: [甲]", "  ordered: true",
    "%YAML 1.1",
    "- id: x9\n  type: qa\n  prompt: 问\n  answer: 答", "- prompt: 问\n  answer: 答",
    "made: x-1 y-2",
    "- id: x9\n  type: qa\n  answer: 答\n  prompt: 问", "source: {path: a.txt}", "title: 甲",
)  # fmt: skip
# What almost fits where it is put.
_LISTS = (
    "甲",
    '" "',
    '""',
    "[甲]",
    "[甲, 乙]",
    '["甲", 乙, " "]',
    '[甲 "乙"]',
    '["甲" 乙]',
    "甲: 乙",
)
_FITTING = {
    "format": ("studykit-deck/2", '"studykit-deck/1"'),
    "id": ('""', '" "', "x1", "x1", "x2", "12", "甲:"),
    "title": ('""', "甲 # 乙", "甲: 乙"),
    "language": ('""', "zh-Hant", "甲"),
    "source": ("{path: 甲}", '{path: ""}', '{path: "", sha256: 甲}', "{sha256: 甲}"),
    "cards": ("[]", ""),
    "type": ("qa", "numeric", "cloze", "choice", "truefalse", "list", "quiz"),
    "prompt": ("____", "甲____乙", "____和____", '" "', '""', "甲 ", '"甲\u3000____"'),
    "answer": (*_LISTS, "true", "false", "yes", "装备制造", "修路", "实体经济", "[____, 甲]"),
    "options": (
        *_LISTS,
        "[装备制造, 甲, 甲]",
        '[装备制造, "装备 制造"]',
        "[实体经济, 甲]",
        "[修路, 乙]",
    ),
    "ordered": ("true", "false", "yes", "甲", '"true"'),
    "accept": _LISTS,
    "quote": (*_LISTS, "[甲, 乙, 丙]"),
    "span": (
        "[1, 2]",
        "[[1, 2]]",
        "[[1, 2], [3, 4]]",
        "[[1, 2], [3]]",
        "[1, 2, 3]",
        "[]",
        "[01, 9]",
    ),
    "tags": _LISTS,
    "gone": ("true", "false", "甲"),
}
Lines = list[str]


@st.composite
def edited(draw: st.DrawFn) -> str:
    """The text of a deck file, changed in up to three places."""
    lines = draw(written).split("\n")
    for _ in range(draw(st.integers(1, 3))):
        lines = draw(st.sampled_from(_EDITS))(lines, draw)
    text = "\n".join(lines)
    whole = draw(st.integers(0, 20))
    if whole == 0:
        return text.replace("\n", "\r\n")
    return "\ufeff" + text if whole == 1 else text


def _at(lines: Lines, draw: st.DrawFn) -> int:
    return draw(st.integers(0, len(lines) - 1)) if lines else 0


def _delete(lines: Lines, draw: st.DrawFn) -> Lines:
    at = _at(lines, draw)
    return lines[:at] + lines[at + 1 :]


def _delete_run(lines: Lines, draw: st.DrawFn) -> Lines:
    at = _at(lines, draw)
    return lines[:at] + lines[at + draw(st.integers(1, 12)) :]


def _duplicate(lines: Lines, draw: st.DrawFn) -> Lines:
    at, to = _at(lines, draw), _at(lines, draw)
    return [*lines[:to], *lines[at : at + draw(st.sampled_from((1, 1, 2, 8)))], *lines[to:]]


def _another_card(lines: Lines, draw: st.DrawFn) -> Lines:
    """A card a second time, with its own id or a new one."""
    starts = [at for at, line in enumerate(lines) if line.startswith("- id: ")]
    if not starts:
        return lines
    at = draw(st.sampled_from(starts))
    end = next((n for n in range(at + 1, len(lines)) if not lines[n].startswith("  ")), len(lines))
    id_line = draw(st.sampled_from((lines[at], "- id: x1", "- id: x2")))
    return [*lines[:at], id_line, *lines[at + 1 : end], *lines[at:]]


def _swap(lines: Lines, draw: st.DrawFn) -> Lines:
    at, other = _at(lines, draw), _at(lines, draw)
    out = list(lines)
    if out:
        out[at], out[other] = out[other], out[at]
    return out


def _insert_line(lines: Lines, draw: st.DrawFn) -> Lines:
    at = draw(st.integers(0, len(lines)))
    return [*lines[:at], draw(st.sampled_from(_LINES)), *lines[at:]]


def _on_line(change: Callable[[str, st.DrawFn], str]) -> Callable[[Lines, st.DrawFn], Lines]:
    def edit(lines: Lines, draw: st.DrawFn) -> Lines:
        at = _at(lines, draw)
        return [*lines[:at], *(change(line, draw) for line in lines[at : at + 1]), *lines[at + 1 :]]

    return edit


def _insert(line: str, draw: st.DrawFn) -> str:
    at = draw(st.integers(0, len(line)))
    return line[:at] + draw(_INSERTS) + line[at:]


def _drop(line: str, draw: st.DrawFn) -> str:
    at = draw(st.integers(0, len(line)))
    return line[:at] + line[at + 1 :]


def _new_value(line: str, draw: st.DrawFn) -> str:
    key, colon, _value = line.partition(": ")
    return f"{key}{colon}{draw(values)}" if colon else f"  - {draw(values)}"


def _fitting(lines: Lines, draw: st.DrawFn) -> Lines:
    """Another value that its key could have, or nearly."""
    found = [(at, line) for at, line in enumerate(lines) if _key(line) in _FITTING]
    if not found:
        return lines
    at, line = draw(st.sampled_from(found))
    value = draw(st.sampled_from(_FITTING[_key(line)]))
    return [*lines[:at], f"{line.partition(':')[0]}: {value}".rstrip(" "), *lines[at + 1 :]]


def _key(line: str) -> str:
    return line.partition(":")[0].strip(" -")


def _new_key(line: str, draw: st.DrawFn) -> str:
    key, colon, value = line.partition(":")
    lead = key[: len(key) - len(key.lstrip(" -"))]
    return f"{lead}{draw(st.sampled_from(_KEYS))}{colon}{value}"


def _indent(line: str, draw: st.DrawFn) -> str:
    return draw(st.sampled_from((" ", "  ", "\t", "- "))) + line


def _dedent(line: str, draw: st.DrawFn) -> str:
    return line[draw(st.integers(1, 2)) :]


def _end(line: str, draw: st.DrawFn) -> str:
    return line + draw(
        st.sampled_from((" ", "  # 注", " #注", "#注", "\r", "\t", ",", ":", "\\", "\xa0"))
    )


def _quote(line: str, draw: st.DrawFn) -> str:
    key, colon, value = line.partition(": ")
    mark = draw(st.sampled_from("\"'"))
    return f"{key}{colon}{mark}{value}{mark}"


def _unquote(line: str, draw: st.DrawFn) -> str:
    return line.replace('"', draw(st.sampled_from(("", "'", '""'))))


def _respell(line: str, draw: st.DrawFn) -> str:
    old, new = draw(
        st.sampled_from(
            (
                (", ", ","), (", ", " , "), (": ", ":"), (": ", ":  "), ("[", "[ "), ("]", ",]"),
                ("{", "{ "), ("\\u", "\\U"), ("\\x", "\\u00"), ("\\n", "\\N"), ("true", "True"),
                ("false", "no"), ("[", ""), ("]", ""), ("1", "１"), ("[[", "["), ("]]", "]"),
            )
        )
    )  # fmt: skip
    return line.replace(old, new)


def _move_value(lines: Lines, draw: st.DrawFn) -> Lines:
    """The value of one line put behind the key of another."""
    at, other = _at(lines, draw), _at(lines, draw)
    if not lines or ": " not in lines[at] or ": " not in lines[other]:
        return lines
    moved = f"{lines[at].partition(': ')[0]}: {lines[other].partition(': ')[2]}"
    return [*lines[:at], moved, *lines[at + 1 :]]


def _in_lines(lines: Lines, draw: st.DrawFn) -> Lines:
    """A list in brackets written with a line for each item."""
    at = _at(lines, draw)
    key, opening, items = (lines[at] if lines else "").partition(": [")
    if not opening:
        return lines
    rows = [f"  - {item}" for item in items.removesuffix("]").split(", ")]
    return [*lines[:at], f"{key}:", *rows, *lines[at + 1 :]]


_EDITS = (
    *[_fitting] * 12,
    *(_another_card, _delete, _delete_run, _duplicate, _swap, _insert_line, _move_value, _in_lines),
    *map(_on_line, (_new_value, _new_value, _new_value, _new_key, _insert, _drop, _respell)),
    *map(_on_line, (_indent, _dedent, _end, _quote, _unquote)),
)
