"""The teacher's screens: all that is wanted on a terminal of 80 by 24, and nothing too much."""

from dataclasses import replace

import pytest
from rich.cells import cell_len
from rich.text import Text

from studykit import messages
from studykit.classroom import events as ev
from studykit.terminal.answering.original import Original
from studykit.terminal.classroom.look import Shown
from studykit.terminal.classroom.outcome import print_outcome
from studykit.terminal.classroom.views import help_view, view, way_in
from studykit.terminal.screen import Screen
from tests.classroom.samples import CANARY, KINDS, right_answer, room, wrong_answer
from tests.terminal.classroom.leading import LINKS
from tests.terminal.samples import memory_console, written

NAMES = ("小明", "小红", "[red]x[/red]", "Zoë", "李雷")


@pytest.fixture(params=messages.LANGUAGES)
def lang(request):
    messages.speak(request.param)
    yield request.param
    messages.speak("en")


def led(kinds=("choice",), *events, **rules):
    """A room after these events, with five players of whom the last is away."""
    found = room(kinds, **rules)
    for player, name in enumerate(NAMES, 1):
        assert found.apply(ev.Joined(1, player, name, "ab")) == ""
    for event in events:
        assert found.apply(event) == ""
    return found


def voted(kind, *, right, phase, rounds=1):
    """A question of a kind that so many of five have right, at this phase."""
    found = led([kind], ev.Asked(1000, 0))
    one = found.questions[0]
    for round_ in range(1, rounds + 1):
        if round_ > 1:
            assert found.apply(ev.Revoted(2000)) == ""
        for player in range(1, 6):
            answer = right_answer(one) if player <= right else wrong_answer(one)
            assert found.apply(ev.Answered(2500, player, 0, round_, answer, True)) == ""
        if phase != "open" or round_ < rounds:
            assert found.apply(ev.Closed(3000)) == ""
    if phase == "reveal":
        assert found.apply(ev.Revealed(3500)) == ""
    return found


def shown(found, **more):
    def is_connected(player):
        return player != 5

    nothing = Original()
    base = Shown(found, "春茶", "482913", LINKS, 4000, is_connected, lambda card: nothing)
    return replace(base, **more)


def screen(page, width=80, height=24):
    """The lines of a screen, as they stand on the terminal."""
    console = memory_console(width, height, terminal=True)
    with Screen(console).open() as screen:
        screen.draw(page)
    text = Text.from_ansi(written(console).split("\x1b[H")[-1].split("\x1b[?1049l")[0]).plain
    return text.splitlines()


def text_of(found, **more):
    return "\n".join(screen(view(shown(found, **more)), height=60))


@pytest.mark.parametrize("phase", ["open", "closed", "reveal"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_fits(kind, phase, lang):
    lines = screen(view(shown(voted(kind, right=2, phase=phase))))
    assert len(lines) <= 24
    assert all(cell_len(line) <= 80 for line in lines)
    assert "↓" not in [line.strip() for line in lines]


def test_the_lobby_fits_with_its_code(lang):
    lines = screen(view(shown(led())))
    assert len(lines) <= 24
    assert all(cell_len(line) <= 80 for line in lines)
    text = "\n".join(lines)
    for wanted in (LINKS.join, LINKS.wall, "482913", "[red]x[/red]", "李雷"):
        assert wanted in text


@pytest.mark.parametrize("kind", KINDS)
def test_covered_notes_cover_the_answer(kind):
    for phase in ("open", "closed"):
        found = voted(kind, right=0, phase=phase)
        assert "✓" in text_of(voted(kind, right=5, phase="closed"))
        covered = text_of(found, notes=False)
        assert CANARY not in covered
        assert "✓" not in covered
        assert "h shows them" in covered
        assert f"{CANARY}解释" in text_of(found)
        assert f"{CANARY}原文" in text_of(found)


def test_both_votes_stand_side_by_side():
    text = text_of(voted("choice", right=3, phase="closed", rounds=2))
    assert "3 of 5 right (60%)" in text
    assert text.count("1 ████") == text.count("2 ████") == 2
    assert "Of 5 who voted both times 3 were right, then 3 (+0 −0); gain 0.00" in text


@pytest.mark.parametrize(
    ("right", "advised"), [(0, False), (1, False), (2, True), (3, True), (4, False), (5, False)]
)
def test_a_discussion_is_advised_where_it_helps(right, advised):
    assert ("let them discuss" in text_of(voted("choice", right=right, phase="closed"))) is advised


def test_who_is_still_to_answer():
    found = led(["choice"], ev.Asked(1000, 0), ev.Answered(1500, 1, 0, 1, 0))
    text = text_of(found)
    assert "1 of 5 have answered" in text
    assert "Still to answer: 小红, [red]x[/red], Zoë\n" in text + "\n"  # and not who is away
    assert "Still to answer" not in text_of(led(["choice"], ev.Asked(1000, 0)))


@pytest.mark.parametrize(
    ("now", "clock"), [(1000, " 1:00"), (1001, " 1:00"), (2000, " 0:59"), (61000, " 0:00")]
)
def test_the_clock(now, clock):
    found = led(["choice"], ev.Asked(1000, 0), seconds=60)
    assert clock in text_of(found, now=now)


def test_the_end_names_what_was_hardest():
    found = voted("choice", right=2, phase="reveal")
    assert found.apply(ev.Ended(5000)) == ""
    text = text_of(found)
    assert f"2/5  {found.questions[0].prompt}" in text
    assert "   1    100  小明" in text
    console = memory_console()
    print_outcome(console, found, "/a/one.yaml")
    assert "5 players · 1 of 1 questions" in written(console)
    assert "--resume" not in written(console)


def test_where_nobody_answered_there_is_nothing_to_report():
    found = led(["choice"], ev.Asked(1000, 0), ev.Closed(2000))
    text = text_of(found)
    assert "Nobody has answered" in text
    assert "0%" not in text
    console = memory_console()
    print_outcome(console, found, "/a/one.yaml")
    assert "Report" not in written(console)
    assert "--resume" in written(console)


@pytest.mark.parametrize("learner", ["", "小明"])
def test_what_can_be_done_with_the_answers(learner):
    found = room(["choice"])
    for event in (
        ev.Joined(1, 1, "小明", "ab", learner),
        ev.Asked(2, 0),
        ev.Answered(3, 1, 0, 1, 0),
    ):
        assert found.apply(event) == ""
    console = memory_console()
    print_outcome(console, found, "/a/one.yaml")
    assert "studykit classroom report" in written(console)
    assert ("studykit classroom credit" in written(console)) is bool(learner)


def test_teams_come_before_players():
    found = room(["choice"], teams=("红队", "绿队"))
    for player in (1, 2, 3):
        found.apply(ev.Joined(1, player, f"p{player}", "ab", team=player % 2))
    found.apply(ev.Asked(2, 0))
    found.apply(ev.Answered(3, 1, 0, 1, right_answer(found.questions[0])))
    found.apply(ev.Revealed(4))
    found.apply(ev.Boarded(5))
    text = text_of(found)
    assert text.index("绿队") < text.index("红队") < text.index("p1") < text.index("p2")
    assert "   1     50  绿队" in text


@pytest.mark.parametrize(
    "event", [None, ev.Ended(9), ev.Asked(9, 0)], ids=["lobby", "end", "paces"]
)
def test_of_very_many_the_rest_is_counted(event):
    found = room(["choice"], self_paced=isinstance(event, ev.Asked))
    for player in range(1, 402):
        assert found.apply(ev.Joined(1, player, f"p{player}", "ab")) == ""
    if event:
        assert found.apply(event) == ""
    console = memory_console(80, 500, terminal=True)
    Screen(console).draw(view(shown(found)))
    assert f"and {401 - (150 if event is None else 100)} more" in written(console)


@pytest.mark.parametrize("page", [help_view, lambda: way_in(shown(led()))])
def test_other_pages_fit(page, lang):
    lines = screen(page())
    assert len(lines) <= 24
    assert all(cell_len(line) <= 80 for line in lines)
    assert "↓" not in [line.strip() for line in lines]
