"""Text cut out of a source and spliced, that remembers where each piece came from."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from studykit.article.model import Piece
from studykit.article.span import Span


@dataclass(frozen=True, slots=True)
class Tape:
    """Clean text and the pieces of the source it is made of."""

    text: str
    pieces: tuple[Piece, ...]

    def cut(self, start: int, end: int) -> "Tape":
        """The tape of `text[start:end]`."""
        if start == 0 and end >= len(self.text):
            return self
        if start >= end:
            return Tape("", ())
        text = self.text[start:end]
        if len(self.pieces) == 1:
            only = self.pieces[0]
            return Tape(text, (Piece(0, only.start + start),))
        first = max(bisect_right(self.pieces, start, key=lambda piece: piece.at) - 1, 0)
        pieces: list[Piece] = []
        for k in range(first, len(self.pieces)):
            piece = self.pieces[k]
            if piece.at >= end:
                break
            skipped = max(start - piece.at, 0)
            joined = piece.joined or not pieces
            pieces.append(Piece(max(piece.at - start, 0), piece.start + skipped, joined))
        return Tape(text, tuple(pieces))

    def strip(self) -> "Tape":
        """The tape without blanks at either end."""
        end = len(self.text.rstrip())
        start = len(self.text) - len(self.text.lstrip())
        return self.cut(min(start, end), end)


def splice(source: str, spans: Iterable[Span], joined: bool = False) -> Tape:
    """The tape of the spans of the source, one after the other."""
    texts: list[str] = []
    pieces: list[Piece] = []
    at = 0
    for span in spans:
        if span.start < span.end:
            texts.append(source[span.start : span.end])
            pieces.append(Piece(at, span.start, joined or not pieces))
            at += span.end - span.start
    return Tape("".join(texts), tuple(pieces))


def concatenate(parts: Iterable[tuple[Tape, bool]]) -> Tape:
    """The tapes in a row; each comes with whether only blanks lie between it and the last."""
    texts: list[str] = []
    pieces: list[Piece] = []
    at = 0
    for tape, joined in parts:
        for k, piece in enumerate(tape.pieces):
            flag = (joined if k == 0 else piece.joined) or not pieces
            pieces.append(Piece(piece.at + at, piece.start, flag))
        texts.append(tape.text)
        at += len(tape.text)
    return Tape("".join(texts), tuple(pieces))
