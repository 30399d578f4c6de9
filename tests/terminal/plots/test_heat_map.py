import pytest
from rich.cells import cell_len

from studykit import messages
from studykit.scheduling.times import days_later
from studykit.statistics.heat_map import calendar
from studykit.terminal.plots.heat_map import HeatMap
from tests.scheduling.making import DAY
from tests.terminal.samples import memory_console, written

TOTALS = {days_later(DAY, -ago): ago for ago in range(200)}


def drawn(width, totals=TOTALS, weeks=53):
    console = memory_console(width)
    console.print(HeatMap(calendar(totals, DAY, weeks)))
    return written(console).splitlines()


@pytest.fixture(params=messages.LANGUAGES)
def language(request):
    messages.speak(request.param)
    yield request.param
    messages.speak("en")


@pytest.mark.parametrize("width", [20, 40, 80, 100, 120, 200])
def test_nothing_is_wider_than_the_console(language, width):
    lines = drawn(width)
    assert len(lines) == 1 + 7 + 1
    assert max(map(cell_len, lines)) <= width


def test_days_line_up_whatever_the_width_of_their_names(language):
    lines = drawn(80)[1:8]
    starts = {cell_len(line) - len(line.split(" ")[-1]) for line in lines}
    assert len(starts) == 1


def test_days_to_come_are_left_out():
    cells = [line[4:] for line in drawn(80)[1:8]]
    # DAY is a Wednesday.
    assert [len(line) for line in cells] == [53, 53, 53, 52, 52, 52, 52]


def test_shades_tell_busy_days_without_colour():
    totals = {days_later(DAY, -7 * ago): count for ago, count in enumerate([40, 30, 20, 10, 0])}
    assert drawn(80, totals, 5)[3] == "Wed " + " ".join("·░▒▓█")


def test_two_cells_a_week_where_a_year_fits():
    assert "· ·" in drawn(120, {})[1]
    assert "· ·" not in drawn(80, {})[1]


def test_months_stand_above_their_first_whole_week():
    weeks = calendar({}, DAY, 53)
    months = drawn(80)[0]
    december = next(at for at, week in enumerate(weeks) if week.monday[5:7] == "12")
    assert months.index("Dec") == 4 + december
