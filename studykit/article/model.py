"""What an article is: values only, with every sentence tied to its place in the file.

Offsets are code points, spans are half-open. `Article.source` is the decoded
file (or the text extracted from HTML, docx, pdf) and never changes, so that
`source[span.start:span.end]` is the quote up to joined line breaks, always.
"""

from bisect import bisect_right
from dataclasses import dataclass, field

from studykit.article.span import Span

# Beside three paragraphs with run-in headings an opening and a closing one may stand.
OUTLINE_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a sentence's text that stands unbroken in the source.

    `at` is the offset in the sentence's text, `start` the offset in the source.
    `joined` says that only line breaks and blanks lie between this piece and
    the one before (a hard-wrapped line); false means that something else was
    cut out there, such as inline markup, so a quote must not run across it.
    """

    at: int
    start: int
    joined: bool = True


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: clean text in one line, and where it came from.

    `folded` has the same length as `text`: full-width letters, digits and
    percent signs made half-width and Traditional characters mapped to
    Simplified one to one. Patterns read `folded`, cards show `text`.
    """

    text: str
    folded: str
    pieces: tuple[Piece, ...]
    line: int

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """Source spans of `text[start:end]`, one unless cut-out markup lies inside."""
        starts = [piece.at for piece in self.pieces]
        out: list[Span] = []
        k = bisect_right(starts, start) - 1
        first = True
        while k < len(self.pieces) and self.pieces[k].at < end:
            piece = self.pieces[k]
            limit = self.pieces[k + 1].at if k + 1 < len(self.pieces) else len(self.text)
            low = max(start, piece.at)
            high = min(end, limit)
            span = Span(piece.start + low - piece.at, piece.start + high - piece.at)
            if not first and piece.joined:
                out[-1] = Span(out[-1].start, span.end)
            else:
                out.append(span)
            first = False
            k += 1
        return tuple(out)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences that belong together.

    `lead` is the run-in heading: a first short sentence that names what the
    paragraph is about (it is also `sentences[0]`). `item` marks an item of a
    list (a line with a bullet); its `lead` is the line that introduces the
    list, if there is one.
    """

    sentences: tuple[Sentence, ...]
    lead: Sentence | None = None
    item: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it up to the next heading of any level.

    `title` is the heading without its number and markup; empty for what stands
    before the first heading. `level` is 0 there, then 1, 2, 3 by nesting.
    `heading` is None there, in an appendix (名词解释), which is no part of the
    text, and where a part goes on after its last subsection: the title and
    level are the part's own then.
    """

    title: str
    level: int
    heading: Sentence | None
    paragraphs: tuple[Paragraph, ...]

    @property
    def outline(self) -> tuple[Sentence, ...]:
        """The run-in headings of the section where they tell what it is about.

        Empty without a heading, in a list, where other paragraphs lie between
        them, and where too many have none.
        """
        led = [k for k, one in enumerate(self.paragraphs) if one.lead]
        if self.heading is None or len(led) < 2 or any(one.item for one in self.paragraphs):
            return ()
        if led[-1] - led[0] >= len(led) or len(led) < OUTLINE_SHARE * len(self.paragraphs):
            return ()
        return tuple(one.lead for one in self.paragraphs if one.lead)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the file says of itself; empty strings where it says nothing.

    `published` is an ISO date (YYYY-MM-DD, YYYY-MM or YYYY).
    """

    title: str = ""
    author: str = ""
    published: str = ""
    publisher: str = ""
    occasion: str = ""


@dataclass(frozen=True, slots=True)
class SourceProblem:
    """Something doubtful in the article as printed; becomes a warning of the deck."""

    kind: str
    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Article:
    """A cleaned article. `language` is zh-Hans or zh-Hant."""

    source: str
    path: str
    sha256: str
    language: str
    metadata: Metadata
    sections: tuple[Section, ...]
    problems: tuple[SourceProblem, ...] = field(default=())

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences in order, headings left out."""
        return tuple(s for sec in self.sections for par in sec.paragraphs for s in par.sentences)

    def line_of(self, offset: int) -> int:
        """The line, from 1, of an offset in the source."""
        return self.source.count("\n", 0, offset) + 1
