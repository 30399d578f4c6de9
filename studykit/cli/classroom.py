"""`studykit classroom …`: what comes out of a session with a class."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from studykit.cli.options import Csv, Json, Lang, ProgressDir, SessionName
from studykit.messages import N_, _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studykit.cards.model import Card
    from studykit.cli.classroom_room import Held
    from studykit.cli.crediting import Credited


def report(
    session: SessionName = "",
    csv: Csv = False,
    html: Annotated[
        Path | None,
        typer.Option("--html", metavar="FILE", help=N_("Write a web page with charts.")),
    ] = None,
    json: Json = False,
    progress: ProgressDir = None,
    lang: Lang = None,
) -> None:
    """Print the report of a session, or write it."""
    from studykit.classroom.report import report_of
    from studykit.cli.classroom_room import originals
    from studykit.cli.usage import WrongUsageError

    if csv and json:
        raise WrongUsageError(_("give --csv or --json"))
    held = _held(progress, session)
    found = report_of(held.room)
    original_of = originals(held.kept.session.decks)
    title = held.kept.session.title

    def lines_of(card: "Card") -> list[int | None]:
        return [original_of(card).line_of(span.start) for span in card.spans]

    if html:
        from studykit.files import write_atomically
        from studykit.pages.classroom import classroom_page

        write_atomically(html, classroom_page(title, _local(held), found, original_of))
    if csv:
        from studykit.cli.classroom_rows import COLUMNS, answer_rows
        from studykit.cli.csv_rows import print_rows

        print_rows(COLUMNS, answer_rows(held.room, found, lines_of))
    elif json:
        from json import dumps

        from studykit.cli.classroom_rows import report_fields
        from studykit.scheduling.times import instant

        told = {"title": title, "begun": instant(held.begun), "ended": held.room.phase == "ended"}
        fields = report_fields(found, lines_of)
        print(dumps(told | fields, ensure_ascii=False, indent=2))
    elif html:
        print(_("Page: {path}").format(path=html))
    else:
        from studykit.terminal.classroom.report import print_report
        from studykit.terminal.console import make_console

        print_report(make_console(), title, _local(held), found, original_of)


def credit(session: SessionName = "", progress: ProgressDir = None, lang: Lang = None) -> int:
    """Record the first answers of the roster's students as reviews; gives the exit code."""
    from studykit.classroom.record import FORMAT
    from studykit.cli.boundary import FAILED, OK, complain
    from studykit.cli.crediting import credit as record
    from studykit.cli.host_files import classrooms
    from studykit.journal.journal import journal_named, open_journal
    from studykit.terminal.text import one_line

    root = _root(progress)
    # While it runs the teacher may still let an answer count.
    with open_journal(journal_named(classrooms(root), session), FORMAT):
        held = _held(progress, session)
        out = record(root, held.room, held.kept.session, held.kept.began)
    for line in _said(out.credited):
        print(one_line(line))
    guests = sum(not player.learner for player in held.room.here)
    if guests:
        words = ngettext(
            "{n} guest: nothing is kept of them but the session.",
            "{n} guests: nothing is kept of them but the session.",
            guests,
        )
        print(words.format(n=guests))
    for line in (*(note for one in out.credited for note in one.notes), *out.failed):
        complain(line)
    return FAILED if out.failed else OK


def takehome(
    folder: Annotated[
        Path,
        typer.Option("--output", "-o", metavar="FOLDER", help=N_("The folder to write to.")),
    ],
    session: SessionName = "",
    progress: ProgressDir = None,
    lang: Lang = None,
) -> None:
    """Write each student's own deck and Anki package of what they missed."""
    from studykit.classroom.takehome import take_home
    from studykit.cli.taking_home import write_home
    from studykit.terminal.text import one_line

    held = _held(progress, session)
    decks = take_home(held.room, held.kept.session, held.kept.began)
    for one in write_home(folder, decks, held.kept.began // 1000):
        if not one.files:
            print(one_line(_("{name}: missed nothing").format(name=one.student)))
            continue
        words = ngettext("{n} card", "{n} cards", one.cards).format(n=one.cards)
        files = ", ".join(map(str, one.files))
        print(one_line(f"{one.student}: {words} → {files}"))


def _root(progress: Path | None) -> Path:
    import os

    from studykit.progress.folder import progress_root

    return progress_root(progress, os.environ)


def _held(progress: Path | None, session: str) -> "Held":
    from studykit.cli.classroom_room import read_room

    return read_room(_root(progress), session)


def _local(held: "Held") -> str:
    """When the session began, as a day and time here."""
    return f"{held.begun.astimezone():%Y-%m-%d %H:%M}"


def _said(credited: "Sequence[Credited]") -> list[str]:
    """A line for each learner; one for all where there is no one."""
    if not credited:
        return [_("Nobody came in by a roster: there is nothing to credit.")]
    lines = []
    for one in credited:
        words = ngettext("{n} review", "{n} reviews", one.added).format(n=one.added)
        if one.known:
            words += _(" ({n} were recorded before)").format(n=one.known)
        lines.append(f"{one.learner}: {words}")
    return lines
