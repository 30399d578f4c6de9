from dataclasses import replace
from datetime import UTC

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studykit.classroom import events as ev
from studykit.classroom.credit import LONGEST_MS, learners_in, rating_of, reviews_of
from studykit.progress.record_ids import is_minted
from tests.classroom.lesson import BEGAN, EVENTS, HAN, LI, SESSION, answered, at, lesson


def credited(found, name="李雷", session=SESSION, began=BEGAN):
    player = learners_in(found)[name]
    return reviews_of(found, session, began, player, lambda moment: f"{moment:%Y-%m-%d}")


def test_only_who_came_by_the_roster_is_credited():
    assert list(learners_in(lesson())) == ["李雷", "韩梅梅"]


@pytest.mark.parametrize(
    ("score", "sure", "want"),
    [
        (1, True, "good"),
        (1, None, "good"),
        (1, False, "hard"),
        (0.75, True, "hard"),
        (0.5, None, "hard"),
        (0.5, False, "hard"),
        (0.4, True, "again"),
        (0, None, "again"),
        (0, False, "again"),
    ],
)
def test_ratings(score, sure, want):
    assert rating_of(score, sure) == want


def test_first_answers_become_reviews():
    li = credited(lesson())
    assert [(one.card, one.rating) for one in li] == [("card-choice", "hard"), ("card-qa", "good")]
    assert (li[0].at, li[0].day, li[0].ms) == ("2025-11-25T01:30:12.000Z", "2025-11-25", 2000)
    # What was right only after the discussion was not known; what the teacher accepts was.
    han = credited(lesson(), "韩梅梅")
    assert [one.rating for one in han] == ["again", "good", "good"]


def test_a_day_is_the_learners():
    player = learners_in(lesson())["李雷"]
    seen = []
    reviews_of(lesson(), SESSION, BEGAN, player, lambda moment: seen.append(moment) or "2025-11-24")
    assert all(moment.tzinfo is UTC for moment in seen)
    assert [moment.second for moment in seen] == [12, 21]


def test_ids_are_the_same_however_often_and_different_for_everything_else():
    every = [one.id for name in ("李雷", "韩梅梅") for one in credited(lesson(), name)]
    assert every == [one.id for name in ("李雷", "韩梅梅") for one in credited(lesson(), name)]
    others = [
        credited(lesson(), session=replace(SESSION, pin="000000")),
        credited(lesson(), session=replace(SESSION, wall="other")),
        credited(lesson(), began=BEGAN + 1),
    ]
    every += [one.id for own in others for one in own]
    assert len(set(every)) == len(every) == 5 + 3 * 2
    assert all(map(is_minted, every))


def test_a_session_that_goes_on_adds_to_what_was_credited():
    before = credited(lesson(EVENTS[:17]), "韩梅梅")
    after = credited(lesson(), "韩梅梅")
    assert after[: len(before)] == before
    assert len(after) > len(before)


def test_who_was_sent_away_and_came_back_answers_first_once():
    again = lesson([*EVENTS[:13], ev.Kicked(at(71), LI), ev.Joined(at(72), 9, "李雷", "s", "李雷")])
    assert credited(again) == []
    both = [*EVENTS[:5], ev.Kicked(at(13), LI), ev.Joined(at(14), 9, "李雷", "s", "李雷")]
    both.append(answered(9, 0, 15, right=False))
    (first,), (second,) = credited(lesson(EVENTS[:5])), credited(lesson(both))
    assert first.id == second.id
    assert (first.rating, second.rating) == ("hard", "again")


def test_whoever_takes_very_long_has_left_the_table():
    slow = [*EVENTS[:4], answered(HAN, 0, 10_000, right=True)]
    (only,) = credited(lesson(slow), "韩梅梅")
    assert only.ms == LONGEST_MS


def test_cards_without_an_id_are_no_ones_progress():
    found = lesson()
    bare = tuple(replace(one, card=replace(one.card, id="")) for one in found.questions)
    found.questions = bare
    assert credited(found) == []


@given(st.lists(st.integers(0, len(EVENTS)), max_size=6))
def test_credited_at_whatever_moments_every_first_answer_counts_once(moments):
    log = {}
    for moment in [*moments, len(EVENTS)]:
        found = lesson(EVENTS[:moment])
        for name in learners_in(found):
            for review in credited(found, name):
                log.setdefault(review.id, (name, review.card))
    assert sorted(log.values()) == sorted(
        [("李雷", "card-choice"), ("李雷", "card-qa")]
        + [("韩梅梅", f"card-{kind}") for kind in ("choice", "qa", "truefalse")]
    )
