import random
import re
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studykit.article.encoding import decode, detect
from studykit.errors import ReadError
from tests.article.refusals import refusal_of

SIMPLIFIED = (
    "今年一季度，全县口袋公园增加到二十六个，新修步道18公里，居民出门十分钟就能见到绿地。",
    "研究人员说，这种材料在零下四十度时仍有弹性，寿命约为原来的3倍，成本却只有一半。",
    "读书会每月第一个周六举行，参加的人从最初的七八位增加到上百位，多数是附近的退休老人。",
    "货轮靠岸以后，工人用了不到六小时就卸完全部集装箱，比去年同期快了近两成。",
    "《条例》明确，学校食堂须公开食材来源和价格；违者责令改正，并处1000元以上罚款。",
)
TRADITIONAL = (
    "今年首季，區內新增口袋公園二十六個，新建步道18公里，居民步行十分鐘便可到達綠地。",
    "研究人員說，這種材料在零下四十度時仍有彈性，壽命約為原來的3倍，成本卻只有一半。",
    "讀書會每月第一個星期六舉行，參加者由最初的七八位增至逾百位，多數是附近的退休長者。",
    "貨輪靠岸以後，工人用了不足六小時便卸下全部貨櫃，較去年同期快近兩成。",
    "「條例」訂明，學校飯堂須公開食材來源及價格；違者須改正，並罰款1000元以上。",
)
CODECS = ("utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
CASES = [
    (text[start : start + 40], codec)
    for text in SIMPLIFIED + TRADITIONAL
    for start in (0, 1, 5)
    for codec in CODECS
    if codec != "big5hkscs" or text in TRADITIONAL
]


@pytest.mark.parametrize(("text", "codec"), CASES)
def test_forty_characters_are_enough(text: str, codec: str) -> None:
    assert detect(text.encode(codec)) == codec
    assert decode(text.encode(codec), "a.txt") == text


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32", "gbk"])
def test_marked_files_lose_only_the_mark(codec: str) -> None:
    assert decode(SIMPLIFIED[0].encode(codec), "a.txt") == SIMPLIFIED[0]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("中文\r\n\t　\x1b[31m行\u202e".encode(), "中文\r\n\t　\x1b[31m行\u202e"),
        (b"\xef\xbb\xbf" + "\ufeff中文".encode(), "\ufeff中文"),
        ("中文\0中文，这是一个有空字符的文件。".encode(), "中文\0中文，这是一个有空字符的文件。"),
        (b"plain ascii", "plain ascii"),
        ("débat".encode(), "débat"),
        ("联通，移动".encode("gbk"), "联通，移动"),
        (b"", ""),
        ("\n".join(["x" * 80] * 900).encode() + "，这是中文。".encode("gb18030"), None),
    ],
)
def test_everything_else_stays(data: bytes, text: str | None) -> None:
    decoded = decode(data, "a.txt")
    assert (
        decoded == text if text is not None else decoded.endswith("\n" + "x" * 80 + "，这是中文。")
    )


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("這裏嘅咖啡茶餐廳，𠝹開一半，啲嘢好食。", "big5hkscs"),
        ("價錢是 €30，這是歐元的價錢。", "cp950"),
    ],
)
def test_both_extensions_of_big5(text: str, codec: str) -> None:
    assert decode(text.encode(codec), "a.txt") == text


def test_four_byte_gb18030() -> None:
    text = "这个字是“㐀”，那个字是“𠀀”，都在国家标准里。"
    assert decode(text.encode("gb18030"), "a.txt") == text


@pytest.mark.parametrize(
    ("codec", "name"),
    [("utf-8", "UTF-8"), ("gb18030", "GB18030"), ("big5hkscs", "Big5"), ("utf-16-le", "UTF-16-LE")],
)
def test_a_broken_byte_is_named_with_its_line(codec: str, name: str) -> None:
    good = f"{TRADITIONAL[0]}\n{TRADITIONAL[1]}\n".encode(codec)
    bad = b"\x00\xd8" if codec == "utf-16-le" else b"\xff"
    message = refusal_of(lambda: decode(good + bad + TRADITIONAL[2].encode(codec), "文章.txt"))
    assert message.startswith("文章.txt:3: ")
    assert f"偏移 {len(good)} " in message
    assert f"offset {len(good)} is not {name}" in message


def test_a_cut_off_last_character_is_broken() -> None:
    assert re.search(
        r"a\.txt:1: .*UTF-8", refusal_of(lambda: decode(SIMPLIFIED[0].encode()[:-1], "a.txt"))
    )


@pytest.mark.parametrize(
    "data",
    [
        random.Random(1).randbytes(3000),
        b"\x93NUMPY\x01\x00" + bytes(range(256)) * 4,
    ],
)
def test_data_is_called_binary(data: bytes) -> None:
    assert re.search(r"二进制.*binary", refusal_of(lambda: decode(data, "a.bin")))


@pytest.mark.parametrize(
    "data",
    [
        "Le maire a été réélu après un débat très animé à l'hôtel de ville.".encode("latin-1"),
        "Город добавил тридцать гектаров парков.".encode("koi8-r"),
    ],
)
def test_other_languages_are_not_taken_for_chinese(data: bytes) -> None:
    assert re.search(r"读不出中文.*no Chinese found", refusal_of(lambda: decode(data, "a.txt")))


@pytest.mark.parametrize(
    ("codec", "declared", "wins"),
    [
        ("gb18030", "gb2312", "gb18030"),
        ("gb18030", "big5", "gb18030"),
        ("utf-16-le", "utf-8", "utf-16-le"),
        ("gb18030", "no-such-charset", "gb18030"),
    ],
)
def test_the_bytes_outvote_a_false_declaration(codec: str, declared: str, wins: str) -> None:
    assert detect(SIMPLIFIED[0].encode(codec), declared) == wins


def test_a_declaration_settles_what_the_bytes_leave_open() -> None:
    # Two characters that are valid in both and common in neither.
    data = "腔".encode("big5hkscs") * 2 + "，".encode("big5hkscs")
    assert detect(data, "big5") == "big5hkscs"


@given(st.binary(max_size=400), st.sampled_from(["", "gbk", "big5", "utf-8"]))
def test_any_bytes_decode_or_are_refused(data: bytes, declared: str) -> None:
    with suppress(ReadError):
        decode(data, "a.txt", declared).encode()
