"""The desk of a session: a learner's progress, and the decks that the cards are read from."""

import os
from collections.abc import Sequence
from datetime import tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

from studykit.cards.model import Card
from studykit.deck.shelf import Shelf, open_shelf
from studykit.errors import DeckError
from studykit.messages import _
from studykit.progress.session import Session, Undone
from studykit.scheduling.model import CardState, Deed, Rating
from studykit.scheduling.outlook import Next, next_due
from studykit.terminal.answering.original import Original

if TYPE_CHECKING:
    from studykit.grading.verdict import Verdict


class SessionDesk:
    """See `terminal.review.desk.Desk`. With `practice` every grade is, with `count` none."""

    def __init__(
        self, session: Session, shelf: Shelf, *, practice: bool = False, count: bool = False
    ) -> None:
        self._session = session
        self._shelf = shelf
        self._practice = practice
        self._count = count
        self._originals: dict[Path, Original] = {}
        # The cards of decks that an edit left unreadable, as they were before.
        self._kept: dict[str, Card] = {}
        problems = [str(problem) for problem in session.problems]
        self._notes = (*session.notes, *problems, *shelf.problems)

    @property
    def zone(self) -> tzinfo | None:
        """The learner's time zone."""
        return self._session.zone

    @property
    def notes(self) -> tuple[str, ...]:
        """What was set aside, what cannot be read in the log, and which decks cannot be used."""
        fresh = [note for note in self._session.notes if note not in self._notes]
        return (*self._notes, *fresh)

    def prepare(self, card: str, *, typed: bool) -> None:
        """Import FSRS and, for typing, the grading; read the article."""
        self._session.scheduler  # noqa: B018
        if typed:
            import studykit.grading.judge  # noqa: F401
        self.original(card)

    def now(self) -> str:
        """The present instant."""
        return self._session.now()

    def today(self) -> str:
        """The learner's day."""
        return self._session.today()

    def horizon(self) -> str:
        """The instant up to which cards in learning may be shown early."""
        return self._session.horizon()

    def next(self) -> Next | None:
        """When the next card of these decks comes."""
        cards = self._shelf.known
        return next_due(self._session.standings, cards, self.today(), self.now())

    def card(self, card: str) -> Card:
        """The card as its file has it, or had it before an edit that cannot be read."""
        kept = self._kept.get(card)
        return kept if kept is not None else self._shelf.card(card)

    def title(self, card: str) -> str:
        """The title of the card's deck."""
        return self._shelf.deck_of(card).index.title

    def original(self, card: str) -> Original:
        """The article that the card's deck was made from; read once."""
        path = self._shelf.deck_of(card).path
        if path not in self._originals:
            from studykit.cli.places import original_of_deck

            self._originals[path] = original_of_deck(path)
        return self._originals[path]

    def state(self, card: str) -> CardState:
        """Where the card stands."""
        return self._session.state(card)

    def practice(self, card: str) -> bool:
        """Cramming is; so is looking ahead, unless it is to count."""
        if self._practice or self._count:
            return self._practice
        state = self._session.state(card)
        return state.phase == "review" and state.due > self.today()

    def preview(self, card: str) -> dict[Rating, CardState]:
        """What each rating would make of the card now."""
        return self._session.preview(card)

    def judge(self, card: Card, typed: Sequence[str]) -> "Verdict":
        """How right a typed answer is."""
        from studykit.grading.judge import judge

        return judge(card, typed)

    def grade(self, card: str, rating: Rating, ms: int, *, practice: bool) -> CardState:
        """Record a grade."""
        return self._session.grade(card, rating, ms, practice=practice)

    def mark(self, card: str, deed: Deed) -> CardState:
        """Record a mark."""
        return self._session.mark(card, deed)

    def undo(self) -> Undone | None:
        """Take back the last record that stands."""
        return self._session.undo()

    def edit(self, card: str) -> str:
        """Open the card's file at its line; afterwards read the decks anew."""
        from studykit.deck.file import load_deck
        from studykit.terminal.editor import open_editor

        path = self._shelf.deck_of(card).path
        if card not in self._kept:
            before = {one.id: one for one in load_deck(path).cards if not one.gone}
        else:
            before = {one: kept for one, kept in self._kept.items() if self._is_of(one, path)}
        try:
            open_editor(path, self._line_of(card), os.environ)
        finally:
            wrong = self._read_again(path, before)
        return wrong

    def _is_of(self, card: str, path: Path) -> bool:
        return card in self._shelf.known and self._shelf.deck_of(card).path == path

    def _line_of(self, card: str) -> int:
        """The line of a card in its file, as far as the index still knows it."""
        from studykit.deck.file import read_bytes

        deck = self._shelf.deck_of(card)
        start = deck.index.starts[deck.index.ids.index(card)]
        try:
            return read_bytes(deck.path, 0, start).count(b"\n") + 1
        except DeckError:
            return 1

    def _read_again(self, path: Path, before: dict[str, Card]) -> str:
        """Read the decks anew; a line where this one cannot be, and its cards stay as they were."""
        paths = [deck.path for deck in self._shelf.decks]
        shelf = open_shelf(self._session.folder.index, paths, add_ids=True)
        self._originals.pop(path, None)
        if any(deck.path == path for deck in shelf.decks):
            self._shelf = shelf
            for card in before:
                self._kept.pop(card, None)
            return ""
        self._kept.update(before)
        wrong = next((line for line in shelf.problems if str(path) in line), str(path))
        return _("{problem} (the card is used as it was; e opens the file again)").format(
            problem=wrong
        )
