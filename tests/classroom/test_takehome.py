from dataclasses import replace

from studykit.article.span import Span
from studykit.classroom.takehome import take_home
from studykit.deck.decode import parse_deck
from studykit.deck.dump import dump_deck
from tests.classroom.lesson import BEGAN, EVENTS, SESSION, lesson


def decks(found, session=SESSION):
    return {player.name: deck for player, deck in take_home(found, session, BEGAN)}


def test_each_takes_home_what_they_missed():
    found = decks(lesson())
    assert {name: [card.id for card in deck.cards] for name, deck in found.items()} == {
        "李雷": ["card-truefalse"],
        "韩梅梅": ["card-choice"],
        "小明": ["card-choice", "card-qa", "card-truefalse"],
    }


def test_whoever_missed_nothing_has_an_empty_deck():
    assert decks(lesson(EVENTS[:3]))["李雷"].cards == ()


def test_the_deck_is_in_order_as_a_file():
    for deck in decks(lesson()).values():
        found = parse_deck(dump_deck(deck), "deck.yaml")
        assert found.problems == ()
        assert found.deck == deck


def test_a_deck_is_its_students_and_the_same_each_time():
    found = decks(lesson())
    assert decks(lesson()) == found
    assert len({deck.id for deck in found.values()}) == 3
    assert found["小明"].title == "春茶 (小明)"
    other = decks(lesson(), replace(SESSION, pin="000000"))
    assert other["小明"].id != found["小明"].id


def test_the_article_stays_at_school():
    found = lesson()
    found.questions = tuple(
        replace(one, card=replace(one.card, spans=(Span(1, 9),))) for one in found.questions
    )
    cards = decks(found)["小明"].cards
    assert [card.spans for card in cards] == [()] * 3
    assert all(card.quotes for card in cards)


def test_the_language_is_that_of_the_questions():
    assert decks(lesson())["小明"].language == "zh-Hans"
    found = lesson()
    found.questions = tuple(
        replace(one, card=replace(one.card, prompt="這個縣的產業園區開設於何時？"))
        for one in found.questions
    )
    assert decks(found)["小明"].language == "zh-Hant"
