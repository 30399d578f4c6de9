"""What is settled before a class is let in: which questions come, and by which rules."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from studykit.classroom.asked import asked
from studykit.classroom.model import Rules
from studykit.classroom.roster import Roster
from studykit.classroom.session import Session
from studykit.classroom.tokens import new_pin, new_token
from studykit.cli.class_weights import class_weights
from studykit.errors import DeckError
from studykit.messages import _, ngettext
from studykit.questions.pool import EVERY, Wanted

if TYPE_CHECKING:
    from studykit.deck.model import Deck

# Some twenty minutes with discussions.
DEFAULT_QUESTIONS = 10


@dataclass(frozen=True, slots=True)
class Wish:
    """What the command line says of the questions; `n` and `seed` None is what we think fit."""

    decks: tuple[Path, ...]
    n: int | None = None
    wanted: Wanted = EVERY
    weak: bool = False
    seed: int | None = None


def new_session(
    wish: Wish, rules: Rules, roster: Roster | None, root: Path, file: Path | None = None
) -> tuple[Session, tuple[str, ...]]:
    """A session that is wished for, and what the teacher should be told, a line each.

    `root` is where learners have their progress, `file` is the roster's. DeckError where
    a deck cannot be used, or where no card is of this kind.
    """
    from studykit.questions.select import select

    decks = [_deck(path) for path in wish.decks]
    rng = Random(wish.seed) if wish.seed is not None else Random()
    cards = [deck.cards for deck in decks]
    ids = [card.id for own in cards for card in own]
    weights, told = class_weights(ids, roster, root) if wish.weak else (None, ())
    count = wish.n or DEFAULT_QUESTIONS
    questions = select(cards, count, rng, wish.wanted, weights)
    if not questions:
        message = _("{deck}: no card is of this kind; see them with: studykit show {deck}")
        raise DeckError(message.format(deck=wish.decks[0]))
    notes = [*told]
    if wish.n and len(questions) < wish.n:
        m = len(questions)
        words = ngettext(
            "Only {n} question: no other card goes with it.",
            "Only {n} questions: no other card goes with them.",
            m,
        )
        notes.append(words.format(n=m))
    session = Session(
        " · ".join(dict.fromkeys(deck.title for deck in decks)),
        tuple(asked(question, rng) for question in questions),
        rules,
        new_pin(),
        new_token(),
        decks=tuple(str(path.resolve()) for path in wish.decks),
        roster=str(file.resolve()) if file else "",
    )
    return session, tuple(notes)


def _deck(path: Path) -> "Deck":
    from studykit.deck.file import load_deck
    from studykit.deck.save import save_missing_ids

    if not path.exists():
        raise DeckError(_("{path}: no such deck").format(path=path))
    save_missing_ids(path)
    return load_deck(path)


def until_of(words: str, now: datetime) -> datetime | None:
    """The moment that `--until` names; None where it names none that is still to come.

    A time is of today, or of tomorrow where it has passed; a day lasts to its end. `now`
    is an aware moment in the teacher's zone, which counts where the words name none.
    """
    try:
        clock = time.fromisoformat(words)
    except ValueError:
        pass
    else:
        found = now.replace(
            hour=clock.hour, minute=clock.minute, second=clock.second, microsecond=0
        )
        return found if found > now else found + timedelta(days=1)
    try:
        found = datetime.fromisoformat(words)
    except ValueError:
        return None
    if len(words) == len("2026-11-27"):
        found += timedelta(days=1)
    if found.tzinfo is None:
        found = found.astimezone()
    return found if found > now else None
