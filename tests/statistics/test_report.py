import json
from dataclasses import asdict

from studykit.scheduling.model import Undo
from studykit.statistics.report import within
from tests.scheduling.making import grades
from tests.statistics.making import EMPTY, records, report


def test_the_measures_agree_with_each_other():
    found = report()
    assert found.total.reviews == 40 + 40 + 1
    assert found.streaks.days == found.streaks.current == 40
    assert len(found.days) == len(found.forecast.days) == 30
    shown = sum(count or 0 for week in found.calendar for count in week.counts)
    assert shown == found.total.reviews
    assert found.spread.cards == 3
    assert found.cards.all.total == 4


def test_all_of_it_goes_into_json():
    for found in (report(), EMPTY):
        assert json.loads(json.dumps(asdict(found)))["today"] == found.today


def test_nothing_at_all_is_a_report_too():
    assert (EMPTY.total.reviews, EMPTY.cards.all.total, EMPTY.hardest) == (0, 0, ())


def test_records_of_some_cards_keep_what_takes_back():
    found = within(records(), {"c"})
    assert [one for one in found if isinstance(one, Undo)] == records()[-1:]
    assert {one.card for one in found if not isinstance(one, Undo)} == {"c"}
    assert within(grades(["good"], "a"), {"c"}) == []
