"""What each student takes home: a deck of the cards that they missed in class."""

from dataclasses import replace

from studykit.article.script import detect_language
from studykit.cards.model import Card
from studykit.classroom.model import Player
from studykit.classroom.room import Room
from studykit.classroom.scores import missed
from studykit.classroom.session import Session
from studykit.deck.ids import mint_id
from studykit.deck.model import Deck
from studykit.messages import _


def take_home(room: Room, session: Session, began: int) -> list[tuple[Player, Deck]]:
    """Each student, in the order in which they joined, with the deck of what they missed.

    It has no cards for whoever missed nothing. Cards keep their ids, so that what is
    learned at home counts for the deck they are from; a deck's own id is of the session,
    which began at `began` (milliseconds since 1970), and the student.
    """
    gone = missed(room)
    cards = [_taken(one.card) for one in room.questions]
    language = detect_language("".join(card.prompt for card in cards))
    return [
        (
            player,
            Deck(
                mint_id(f"{began} {session.pin} {player.id}", "deck", session.title),
                _("{title} ({name})").format(title=session.title, name=player.name),
                language,
                tuple(cards[at] for at in gone[player.id]),
            ),
        )
        for player in room.here
    ]


def _taken(card: Card) -> Card:
    """The card without its places in an article that stays at school."""
    return replace(card, spans=())
