"""Running the command line inside the test process, or on a pseudo-terminal."""

import sys
from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest

from studykit import messages
from studykit.article.model import Article
from studykit.cards.model import Card
from studykit.cli.app import command_line
from studykit.cli.boundary import run
from studykit.deck.file import write_deck
from studykit.deck.generate import Coverage, Generated, Options
from studykit.deck.model import Deck, Source
from studykit.progress.folder import Folder
from studykit.progress.learner import Learner
from tests.cli.pseudo_terminal import spawned
from tests.progress.making import Clock
from tests.terminal.samples import CHOICE, DECK, QA, TRUEFALSE

SHORT = replace(DECK, cards=(QA, CHOICE, TRUEFALSE))
"""What the fixture `deck` writes where a test has no wish."""


@dataclass(frozen=True)
class Result:
    """What a run of the command line did."""

    code: int
    out: str
    err: str


@pytest.fixture
def studykit(capsys, monkeypatch, tmp_path) -> Callable[..., Result]:
    """Run `studykit` with these arguments in an empty folder, in English."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("STUDYKIT_LANG", "en")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))

    def invoke(*argv: object) -> Result:
        words = [str(word) for word in argv]
        monkeypatch.setattr(sys, "argv", ["studykit", *words])
        code = run(words, command_line)
        captured = capsys.readouterr()
        return Result(code, captured.out, captured.err)

    yield invoke
    messages.speak("en")


def one_card_a_sentence(article: Article, tagger, options: Options, on_stage) -> Generated:
    """A generator that takes no time: it asks what each sentence says."""
    for stage in ("facts", "cards", "select"):
        on_stage(stage)
    if "砰" in article.source:
        raise ZeroDivisionError("a bug in the generator")
    sentences = article.sentences[: options.limit]
    cards = tuple(
        Card(
            options.types[0],
            f"第{n}句说了什么？",
            sentence.text,
            (sentence.text,),
            sentence.spans(0, len(sentence.text)),
            explanation=f"种子{options.seed}",
        )
        for n, sentence in enumerate(sentences, 1)
    )
    deck = Deck(
        "deck",
        article.metadata.title or "无题",
        article.language,
        cards,
        Source(article.path, article.sha256),
    )
    every = len(article.sentences)
    return Generated(deck, Coverage(0, 0, every, len(cards)))


@pytest.fixture
def quick(monkeypatch):
    """No dictionary and a generator that takes no time."""
    monkeypatch.setattr("studykit.cli.making.generate", one_card_a_sentence)
    monkeypatch.setattr("studykit.cli.making.tagger", lambda: lambda text: [(text, "x")])


@pytest.fixture
def article(tmp_path) -> Callable[[str, str], str]:
    """Write an article with this name and these words; gives its path from the working folder."""

    def write(
        name: str = "tea.txt", text: str = "小镇有一座老茶园。\n茶叶产量达到三十六吨。\n"
    ) -> str:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return name

    return write


@pytest.fixture
def session(tmp_path):
    """Start `studykit` on a terminal in an empty folder; gives the pexpect child."""
    children = []

    def start(*argv, size=(24, 80), lang="en", **environ):
        children.append(spawned(argv, tmp_path, size=size, lang=lang, environ=environ))
        return children[-1]

    yield start
    for child in children:
        child.close(force=True)


@pytest.fixture
def deck(tmp_path):
    """Write a deck for a session; gives its path from the folder it runs in."""

    def write(deck=SHORT):
        write_deck(tmp_path / "tea.yaml", deck)
        return "tea.yaml"

    return write


@pytest.fixture
def learner(tmp_path):
    """The learner's progress as it is on the disk now."""
    return lambda: Learner(Folder(tmp_path / "progress" / "me"), Clock())
