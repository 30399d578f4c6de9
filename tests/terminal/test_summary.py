from dataclasses import replace

from rich.cells import cell_len

from studykit.deck.generate import Coverage
from studykit.terminal.stages import shown_stages
from studykit.terminal.summary import coverage_lines, print_summary
from tests.terminal.samples import DECK, HOSTILE, memory_console, written


def summary(deck, coverage=None, width=80):
    console = memory_console(width)
    print_summary(console, deck, coverage)
    return written(console)


def row(text, name):
    return next(line.split() for line in text.splitlines() if line.strip().startswith(name))


def test_cards_are_counted_by_section_and_type():
    text = summary(DECK)
    assert row(text, "Section") == [
        "Section",
        "Q&A",
        "figure",
        "blanks",
        "choice",
        "true/false",
        "list",
        "All",
    ]
    assert row(text, "茶园的一年") == ["茶园的一年", "1", "1", "1", "3"]
    assert row(text, "市场") == ["市场", "1", "1", "1", "3"]
    assert row(text, "All") == ["All", "1", "1", "1", "1", "1", "1", "6"]


def test_types_without_cards_take_no_room():
    assert row(summary(replace(DECK, cards=DECK.cards[:1])), "Section") == ["Section", "Q&A", "All"]


def test_the_source_and_its_warnings_are_named():
    text = summary(DECK)
    assert "6 cards · 某人 · 2025-05-01 · tea.txt" in text
    assert "1 doubtful place:" in text
    assert "  - line 7: 变化的两端年份相同" in text


def test_a_sound_source_has_no_warnings():
    assert "doubtful" not in summary(replace(DECK, warnings=()))


def test_coverage():
    assert coverage_lines(Coverage(20, 19, 50, 30)) == [
        "Figures asked for: 19 of 20 (95%)",
        "Sentences quoted: 30 of 50 (60%)",
    ]


def test_an_article_without_figures_is_no_division_by_zero():
    assert coverage_lines(Coverage(0, 0, 0, 0))[0] == "Figures asked for: 0 of 0 (–)"


def test_it_fits_a_terminal_of_80_columns():
    long = replace(DECK.cards[0], section="一个非常长的小节名称" * 6)
    text = summary(replace(DECK, cards=(*DECK.cards, long)))
    assert all(cell_len(line) <= 80 for line in text.splitlines())


def test_names_from_the_file_are_only_text():
    text = summary(replace(DECK, title="\x1b[31m[red]题", cards=(HOSTILE,)))
    assert "␛[31m[red]题" in text
    assert "[red]节[/red]␛[2J" in text.replace("\n", "")
    assert "\x1b" not in text


def test_stages_are_silent_off_the_terminal():
    console = memory_console()
    with shown_stages(console) as on_stage:
        on_stage("read")
    assert written(console) == ""


def test_stages_move_on_and_clear_away():
    console = memory_console(terminal=True)
    with shown_stages(console) as on_stage:
        for stage in ("read", "words", "facts", "cards", "select", "save", "a stage of the future"):
            on_stage(stage)
    text = written(console)
    assert "reading the article" in text
    assert "saving the deck" in text
    assert text.endswith("\x1b[2K")
