import html
import json
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from studykit.cards.model import Card
from studykit.deck.model import Deck
from studykit.exchange.gift import write_gift
from studykit.exchange.quiz_items import quiz_item
from tests.deck.making import DECK
from tests.exchange.golden_files import assert_golden
from tests.exchange.quiz_cards import NASTY_DECK

PARSER = "gift-pegjs@1.0.2"
TYPES = {"choice": "MC", "truefalse": "TF", "short": "Short", "gaps": "Short", "open": "Essay"}


@pytest.fixture(scope="session")
def gift(tmp_path_factory) -> Callable[[bytes], list[dict[str, Any]]]:
    """Read GIFT with a parser of others, which needs node and its registry."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not (node and npm):
        pytest.skip("no node and npm here to read GIFT with")
    folder = tmp_path_factory.mktemp("gift")
    command = [npm, "install", "--prefix", folder, "--no-audit", "--no-fund", PARSER]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    except subprocess.TimeoutExpired:
        pytest.skip(f"npm took too long to install {PARSER}")
    if done.returncode:
        pytest.skip(f"npm could not install {PARSER}: {done.stderr.strip().splitlines()[-1:]}")
    script = Path(__file__).with_name("gift_reader.js")

    def parse(data: bytes) -> list[dict[str, Any]]:
        done = subprocess.run(
            [node, script, folder], input=data, capture_output=True, timeout=60, check=False
        )
        assert done.returncode == 0, done.stderr.decode()
        found: list[dict[str, Any]] = json.loads(done.stdout)
        return found

    return parse


def test_the_file_is_the_one_a_person_reads() -> None:
    assert_golden("deck.gift", write_gift([DECK]))


def shown(text: str) -> str:
    """What a page shows of HTML, and a plain text likewise, blanks not counted."""
    text = html.unescape(re.sub("<br>|</?p>", " ", text))
    return "".join(text.split())


def plain(text: str) -> str:
    return "".join(re.sub("[\x01\ufffe]", "\ufffd", text).split())


@pytest.mark.parametrize("deck", [DECK, NASTY_DECK], ids=["plain", "nasty"])
def test_another_parser_sees_every_question(gift, deck: Deck) -> None:
    written = write_gift([deck])
    assert written.left_out == ()
    questions = [one for one in gift(written.data) if one["type"] != "Category"]
    for card in deck.cards:
        item = quiz_item(card)
        for gap in range(len(item.answers) if item.kind == "gaps" else 1):
            question = questions.pop(0)
            assert question["type"] == TYPES[item.kind]
            assert question["id"] == card.id + (f"-{gap + 1}" if gap else "")
            told = question["globalFeedback"]["text"] if question["globalFeedback"] else ""
            assert shown(told) == plain("".join(item.feedback))
            text = shown(question["stem"]["text"])
            if item.kind == "gaps":
                pieces = list(item.texts)
                for at, answers in enumerate(item.answers):
                    pieces[at] += "_____" if at == gap else answers[0]
                assert text == plain("".join(pieces))
            else:
                assert text == plain(item.text)
            if item.kind == "truefalse":
                assert question["isTrue"] is item.truth
            elif item.kind == "choice":
                found = [
                    (shown(one["text"]["text"]), one["isCorrect"]) for one in question["choices"]
                ]
                assert found == [(plain(one), one == card.answer) for one in item.options]
            elif item.kind in ("short", "gaps"):
                found = [plain(one["text"]["text"]) for one in question["choices"]]
                assert found == [plain(one.replace("*", "\\*")) for one in item.answers[gap]]
                assert all(one["isCorrect"] for one in question["choices"])
    assert questions == []


def test_another_parser_sees_categories(gift) -> None:
    titles = [one["title"] for one in gift(write_gift([DECK]).data) if one["type"] == "Category"]
    assert titles == ["$course$/top/县域经济/农业", "$course$/top/县域经济"]


def test_no_blank_line_is_inside_a_question() -> None:
    page = write_gift([NASTY_DECK]).data.decode()
    for block in page.split("\n\n"):
        assert block.startswith(("// [id:", "$CATEGORY: "))


def test_what_would_be_a_pair_is_left_out() -> None:
    cards = (Card("qa", "甲？", "甲->乙", id="a"), Card("qa", "乙->？", "乙", id="b"))
    written = write_gift([replace(DECK, cards=cards)])
    assert [(one.deck, one.card) for one in written.left_out] == [(0, 0)]
    assert "[id:a]" not in written.data.decode()
    assert "[id:b]" in written.data.decode()
