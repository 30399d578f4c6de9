"""What is measured."""

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import pytest

from studykit.cli import making
from studykit.deck.dump import dump_deck
from studykit.deck.generate import Options
from studykit.facts.tagger import load_tagger
from tests.benchmarks import anki, review
from tests.benchmarks.paired import ROOT, compare, python, seconds, verdict

SHARED = ROOT.parent / "shared" / "articles" / "large-reports.txt"
OWN = ROOT / "tests" / "articles"
SEED = "seeds/innovation.txt"
# As long as some twenty work reports, where that collection is not at hand.
LARGE = 270_000
PEAK_MB = 400
# As much as a fifth of it is the noise of a shared machine.
STEADY = 1.2
# Code that makes a process cut words by one of the two: a module that is None cannot be imported.
BY = {"jieba": "import sys; sys.modules['rjieba'] = None", "rjieba": "import sys"}
STUDYKIT = "from studykit.__main__ import main; main()"


def start() -> Iterator[str]:
    """How soon the command line is there."""
    yield compare(
        "studykit --help to importing typer and rich",
        python("-m", "studykit", "--help"),
        python("-c", "import typer, rich"),
        1.5,
    )


def article() -> Iterator[str]:
    """One article end to end, by each cutter there is."""
    loading = python("-c", "import jieba; jieba.setLogLevel(60); jieba.initialize()")
    for cutter in installed():
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder) / "deck.yaml"
            argv = ["-c", f"{BY[cutter]}; {STUDYKIT}", "generate", SEED, "-o", str(out)]

            def generate(out: Path = out, argv: list[str] = argv) -> None:
                out.unlink(missing_ok=True)
                python(*argv)()

            yield compare(f"one article by {cutter} to loading jieba", generate, loading, 1.5)


def large() -> Iterator[str]:
    """The whole generator on a large text, beside jieba's own tagging of it, and its memory."""
    if not SHARED.exists():
        # Our own articles over and over won't do: the generator leaves out what is repeated.
        yield "the large collection of reports is not at hand"
        return
    text = large_text()
    theirs = posseg(text)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.txt"
        path.write_text(text, encoding="utf-8")
        for cutter in installed():
            with cutting_by(cutter):
                what = f"{len(text):,} characters by {cutter} to posseg.lcut"
                yield compare(what, generator(path), theirs, 1.0, rounds=3)
            yield verdict(f"peak memory by {cutter}", peak_mb(path, cutter), PEAK_MB, "MB")


def linear() -> Iterator[str]:
    """Cost an article, from 1 to 100 articles in one process."""
    text = (ROOT / SEED).read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{n}.txt" for n in range(100)]
        for path in paths:
            path.write_text(text, encoding="utf-8")
        makers = [generator(path) for path in paths]
        makers[0]()
        each = {n: seconds(lambda n=n: [make() for make in makers[:n]]) / n for n in (1, 10, 100)}
    yield verdict("an article of 100 to an article of 10", each[100] / each[10], STEADY)
    yield "seconds an article: " + ", ".join(f"{s:.4f} of {n}" for n, s in each.items())


def cutters() -> Iterator[str]:
    """jieba beside its Rust port: how long loading and cutting take, and whether decks agree."""
    if len(installed()) < 2:
        yield "rjieba is not installed (pip install rjieba)"
        return
    load = "from studykit.facts.tagger import load_tagger as t; t()('研发')"
    fast, slow = (python("-c", f"{BY[cutter]}; {load}") for cutter in ("rjieba", "jieba"))
    yield compare("loading rjieba to loading jieba", fast, slow, 1.0, rounds=5)
    text = large_text()
    taggers = {}
    decks = {}
    paths = [ROOT / SEED, *sorted(OWN.glob("*.txt"))]
    for cutter in ("rjieba", "jieba"):
        with cutting_by(cutter):
            taggers[cutter] = load_tagger()
            decks[cutter] = [generator(path)() for path in paths]
    yield compare(
        "cutting by rjieba to cutting by jieba",
        lambda: taggers["rjieba"](text),
        lambda: taggers["jieba"](text),
        1.0,
        rounds=3,
    )
    same = sum(a == b for a, b in zip(*decks.values(), strict=True))
    yield f"decks that are equal byte for byte: {same} of {len(paths)}"


def installed() -> list[str]:
    """The cutters that are installed, the one that every installation has first."""
    return ["jieba", "rjieba"] if find_spec("rjieba") else ["jieba"]


@contextmanager
def cutting_by(cutter: str) -> Iterator[None]:
    """Cut words by this cutter in this process."""
    with pytest.MonkeyPatch.context() as patch:
        if cutter == "jieba":
            patch.setitem(sys.modules, "rjieba", None)
        making.tagger.cache_clear()
        yield
    making.tagger.cache_clear()


def large_text() -> str:
    """The large collection of reports, or our own articles over and over."""
    if SHARED.exists():
        return SHARED.read_text(encoding="utf-8")
    own = "\n".join(path.read_text(encoding="utf-8") for path in sorted(OWN.glob("*.txt")))
    return own * (LARGE // len(own) + 1)


def generator(path: Path) -> Callable[[], object]:
    """The whole way from a file to the text of its deck, in this process."""
    return lambda: dump_deck(making.make(str(path), Options()).deck)


def posseg(text: str) -> Callable[[], object]:
    """jieba's tagging of a text, its dictionary loaded beforehand."""
    import jieba
    import jieba.posseg

    jieba.setLogLevel(60)
    jieba.posseg.lcut("研发")
    return lambda: jieba.posseg.lcut(text)


def peak_mb(path: Path, cutter: str) -> float:
    """Peak resident memory of `studykit generate` on a file, in a process of its own.

    It is started by a small process: a new one counts the memory of its parent as its own.
    """
    code = (
        "import resource, subprocess, sys;"
        "subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    command = ["-c", f"{BY[cutter]}; {STUDYKIT}", "generate", str(path), "-o", "-"]
    done = subprocess.run(
        [sys.executable, "-c", code, sys.executable, *command],
        cwd=ROOT,
        check=True,
        stdout=subprocess.PIPE,
    )
    return int(done.stdout) / (1024**2 if sys.platform == "darwin" else 1024)


ALL: dict[str, Callable[[], Iterator[str]]] = {
    "start": start,
    "article": article,
    "large": large,
    "linear": linear,
    "cutters": cutters,
    "commands": review.commands,
    "session": review.in_process,
    "anki": anki.packages,
}
