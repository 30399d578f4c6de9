"""From a path on the command line to an article, and to where its deck goes."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from studykit.article.model import Article

DECKS = Path("decks")
STDIN = "-"
DECK_SUFFIXES = (".yaml", ".yml")
# What a deck that came from Anki has beside it (see `exchange.anki.sidecar`).
_SIDECAR = ".anki.yaml"


def load_article(path: str) -> "Article":
    """Read and parse the article at a path, `-` for standard input; raises ReadError."""
    from studykit.article.parse import parse_article
    from studykit.article.reading import read_source

    source = read_source(path)
    return parse_article(source.text, source.path, source.sha256, source.hints)


def is_deck(path: str) -> bool:
    """Whether a path names a deck, by its ending."""
    return path.lower().endswith(DECK_SUFFIXES)


def decks_in(folder: Path) -> list[Path]:
    """The deck files of a folder, in order."""
    found = (path for path in folder.glob("*") if is_deck(path.name))
    return sorted(path for path in found if not path.name.endswith(_SIDECAR))


def deck_path(article: str, folder: Path = DECKS) -> Path:
    """Where the deck of an article goes when nobody says."""
    return folder / f"{'stdin' if article == STDIN else Path(article).stem}.yaml"
