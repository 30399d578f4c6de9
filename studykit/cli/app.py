"""The command line, put together; each command lives in a file of its own.

Only the file of the command that is asked for is imported.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Annotated, Any

import typer

from studykit.cli.first_command import FirstCommand
from studykit.cli.help import Command, Group
from studykit.cli.options import Lang
from studykit.messages import N_


@dataclass(frozen=True, slots=True)
class _Entry:
    """A command: its function `MODULE:NAME`, its line in the list of commands, its help."""

    function: str
    short: str
    long: str


_COMMANDS: dict[str, _Entry] = {
    "learn": _Entry(
        "learn:learn",
        N_("Make a deck of an article and learn it."),
        N_(
            "Make a deck of an article, show what was found, save it under decks/,\n"
            "and start a review. A deck that is there already keeps its ids and\n"
            "your changes. Without a terminal it stops after the summary."
        ),
    ),
    "review": _Entry(
        "review:review",
        N_("Review what waits today."),
        N_(
            "Review the cards that wait today, of the named decks or of all you have opened:\n"
            "what is in learning, what is due, and new ones up to the day's limit. Every\n"
            "answer is kept at once; u undoes, ? tells the keys."
        ),
    ),
    "due": _Entry(
        "due:due",
        N_("Tell what waits today."),
        N_(
            "Tell how many cards wait today, deck by deck: new ones, those in learning\n"
            "and those that are due. Quick enough for a shell prompt (--short)."
        ),
    ),
    "quiz": _Entry(
        "quiz:quiz",
        N_("Hold a quiz, against the clock if you like."),
        N_(
            "Ask questions of all types, answered for real, of the named decks or of all you\n"
            "have opened; then the score, and what was missed with its quotes. Every answer\n"
            "is kept at once: a quiz that was left goes on with --resume."
        ),
    ),
    "host": _Entry(
        "host:host",
        N_("Hold a live classroom; the class joins from phones and laptops."),
        N_(
            "Ask questions of these decks of a whole class, which joins by QR code or PIN in\n"
            "the browser: vote, discuss, vote again, show the answer. Only this computer can\n"
            "join unless you say --lan. Everything is kept at once: --resume goes on."
        ),
    ),
    "stats": _Entry(
        "stats:stats",
        N_("Show where you stand."),
        N_(
            "Show reviews and true retention, what is coming, how well the cards are\n"
            "known, and the hardest of them; of some decks or of all you have opened."
        ),
    ),
    "history": _Entry(
        "history:history",
        N_("Show the history of one card."),
        N_(
            "Show every review of a card with what it changed; CARD is its id or a part\n"
            "of its prompt. Reviews that were undone are marked."
        ),
    ),
    "generate": _Entry(
        "generate:generate",
        N_("Make decks of articles."),
        N_(
            "Make decks of articles: one goes to decks/NAME.yaml or to -o FILE, several\n"
            "to decks/ or to -o FOLDER. `-` reads standard input and, without -o, writes\n"
            "the deck to standard output. Same article and seed, same deck."
        ),
    ),
    "figures": _Entry(
        "figures:figures",
        N_("List all figures of an article."),
        N_("List all figures of an article with what they measure, where and when."),
    ),
    "check": _Entry(
        "check:check",
        N_("Check articles and decks."),
        N_(
            "Check articles for doubtful places, and decks for their form, for the\n"
            "grounding of every card and for faults of questions. Prints path:line: message\n"
            "and ends with code 1 when there is anything."
        ),
    ),
    "show": _Entry(
        "show:show",
        N_("Browse and search the cards of a deck."),
        N_("Browse and search the cards of a deck by section, type, tag and text."),
    ),
    "import": _Entry(
        "importing:import_file",
        N_("Make decks of files of other tools."),
        N_(
            "Make decks of the file of another tool: an Anki package (.apkg, .colpkg) with\n"
            "its media and, with --progress, its reviews; a table (.csv, .tsv), Markdown of\n"
            "hashcards, terms and definitions (.txt), or what studykit export wrote. A deck\n"
            "that is there already keeps what you changed in it."
        ),
    ),
    "config": _Entry(
        "config:config",
        N_("Show and change a learner's settings."),
        N_(
            "Show all settings of a learner, or one, or give one a new value:\n"
            "studykit config new_per_day 30; studykit config learning_steps 1m,10m"
        ),
    ),
    "optimize": _Entry(
        "optimize:optimize",
        N_("Fit scheduling to your own reviews."),
        N_(
            "Fit the parameters of FSRS to your reviews, show how much better they foretell\n"
            "reviews they have not seen, and ask before they are used. Without a terminal it\n"
            "only shows them, unless --yes is given. Needs the package fsrs-rs-python."
        ),
    ),
    "simulate": _Entry(
        "simulate:simulate",
        N_("Weigh workload against retention."),
        N_(
            "Simulate learning a deck with your parameters and habits at several desired\n"
            "retentions: reviews and minutes a day, cards remembered, and which retention\n"
            "costs the least time for each card remembered."
        ),
    ),
}
_GROUPS: dict[str, tuple[str, dict[str, _Entry]]] = {
    "group": (
        N_("Review with a class or a group at one screen."),
        {
            "play": _Entry(
                "group:play",
                N_("Ask a group (studykit group DECK)."),
                N_(
                    "Ask teams or players at one screen: in turns, first at the key, or all on\n"
                    "paper. You judge by key, or choose and type what was said; ? tells the keys.\n"
                    "Every answer is kept at once, and --resume goes on after whatever happens."
                ),
            ),
            "report": _Entry(
                "group_report:report",
                N_("Tell what came of a session."),
                N_(
                    "Tell the scores of a session and its hardest questions with their quotes;\n"
                    "as CSV a row for each answer."
                ),
            ),
        },
    ),
    "classroom": (
        N_("Tell what came of a live classroom, and take it home."),
        {
            "report": _Entry(
                "classroom:report",
                N_("Tell what came of a session."),
                N_(
                    "Tell how each question went, what a discussion changed, what students were\n"
                    "sure of and wrong, and how each of them did; with --html as a page with\n"
                    "charts, as CSV a row for each answer."
                ),
            ),
            "credit": _Entry(
                "classroom:credit",
                N_("Count first answers as reviews."),
                N_(
                    "Record the first answers of students on the roster as reviews in their\n"
                    "progress, each once however often this is run. Guests have none."
                ),
            ),
            "takehome": _Entry(
                "classroom:takehome",
                N_("Write each student what they missed."),
                N_(
                    "Write for each student a deck of the cards that they missed, and the same as\n"
                    "an Anki package, into a folder."
                ),
            ),
        },
    ),
    "export": (
        N_("Write decks for other tools."),
        {
            "anki": _Entry(
                "export:anki",
                N_("Write a package for Anki."),
                N_(
                    "Write decks as one Anki package (.apkg). Importing a newer one updates\n"
                    "the notes that changed and leaves what was learned in Anki. With\n"
                    "--progress, what you learned goes along, for cards new to Anki."
                ),
            ),
            "csv": _Entry(
                "export_formats:csv",
                N_("Write a table with commas."),
                N_(
                    "Write decks as one CSV table, a row a card with all that the card holds;\n"
                    "studykit import reads it back, changed or not. No spreadsheet takes a cell\n"
                    "of it for a formula."
                ),
            ),
            "tsv": _Entry(
                "export_formats:tsv",
                N_("Write a table with tabs."),
                N_("Write decks as one table like that of csv, its cells parted by tabs."),
            ),
            "markdown": _Entry(
                "export_formats:markdown",
                N_("Write Markdown that hashcards reads."),
                N_(
                    "Write a deck as Markdown with Q:, A: and C:, to read, to print, or to learn\n"
                    "with hashcards; studykit import reads it back, changed or not. Several decks\n"
                    "go into a folder, a file each."
                ),
            ),
            "json": _Entry(
                "export_formats:json",
                N_("Write JSON for other programs."),
                N_(
                    "Write a deck as JSON, with the keys of the deck file; studykit import reads\n"
                    "it back. Several decks go into a folder, a file each."
                ),
            ),
            "gift": _Entry(
                "export_formats:gift",
                N_("Write questions for Moodle as GIFT."),
                N_("Write decks as one GIFT file for Moodle's question bank, by section."),
            ),
            "moodle": _Entry(
                "export_formats:moodle",
                N_("Write questions for Moodle as XML."),
                N_(
                    "Write decks as one Moodle XML file for its question bank, by section, with\n"
                    "gaps in the sentence, tags and ids."
                ),
            ),
            "qti": _Entry(
                "export_formats:qti",
                N_("Write a QTI 2.1 package."),
                N_("Write decks as one QTI 2.1 package: a test with an item for each card."),
            ),
            "kahoot": _Entry(
                "export_formats:kahoot",
                N_("Write a spreadsheet for Kahoot."),
                N_(
                    "Write the choices and true/false cards of decks as the spreadsheet that\n"
                    "Kahoot imports."
                ),
            ),
            "worksheet": _Entry(
                "worksheet:worksheet",
                N_("Write a printable test and its answer key."),
                N_(
                    "Write a test on paper as html, pdf or docx, by question type with points and\n"
                    "room to write, and beside it NAME-key with the answers, their quotes and\n"
                    "places. Of several versions each is a file of its own: NAME-A, NAME-B …"
                ),
            ),
        },
    ),
    "progress": (
        N_("Check, mend, join, export and take back a learner's progress."),
        {
            "verify": _Entry(
                "progress:verify",
                N_("Hold the log and the snapshot against each other."),
                N_(
                    "Read every line of the log anew and hold the snapshot against it. Prints\n"
                    "path:line: message and ends with code 1 when there is anything."
                ),
            ),
            "repair": _Entry(
                "progress:repair",
                N_("Set aside what cannot be read."),
                N_(
                    "Move the lines of the log that cannot be read into the folder set-aside,\n"
                    "and make the snapshot anew. Nothing is thrown away."
                ),
            ),
            "merge": _Entry(
                "progress:merge",
                N_("Add the reviews of another copy."),
                N_(
                    "Add what another copy of the learner's folder holds and this one does not,\n"
                    "as after studying on two machines. The other copy is only read."
                ),
            ),
            "export": _Entry(
                "progress:export",
                N_("Print reviews or states as CSV or JSON."),
                N_("Print all reviews, or with --cards the states of all cards, as CSV or JSON."),
            ),
            "undo-day": _Entry(
                "progress:undo_day",
                N_("Take back all reviews of a day."),
                N_("Take back everything that was recorded on a day; asks first."),
            ),
        },
    ),
}
# Groups whose first command may be left out.
_FIRST_IS_MEANT = {"group"}
_ABOUT = N_("From a Chinese article to a deck of flashcards, and to learning it.")


def _version(asked: bool) -> None:
    if asked:
        from studykit import __version__

        typer.echo(f"studykit {__version__}")
        raise typer.Exit


def _root(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help=N_("Show the version.")),
    ] = False,
    lang: Lang = None,
) -> None:
    pass


def build(only: str = "") -> Any:
    """The command line as a click command: with all its commands, or with this one alone."""
    app = typer.Typer(cls=Group, add_completion=False, no_args_is_help=False, rich_markup_mode=None)
    app.callback(help=_ABOUT)(_root)
    for name, entry in _COMMANDS.items():
        if only in ("", name):
            _add(app, name, entry)
    for name, (short, entries) in _GROUPS.items():
        if only in ("", name):
            kind = FirstCommand if name in _FIRST_IS_MEANT else Group
            group = typer.Typer(cls=kind, add_completion=False, rich_markup_mode=None)
            group.callback(help=short)(_group_root)
            for own, entry in entries.items():
                _add(group, own, entry)
            app.add_typer(group, name=name, short_help=short)
    return typer.main.get_command(app)


def _add(app: typer.Typer, name: str, entry: _Entry) -> None:
    module, _colon, function = entry.function.partition(":")
    command = getattr(import_module(f"studykit.cli.{module}"), function)
    app.command(name, cls=Command, short_help=entry.short, help=entry.long)(command)


def _group_root(lang: Lang = None) -> None:
    pass


def named_command(argv: Sequence[str]) -> str:
    """The command that the arguments begin with; empty where they name none that there is."""
    words = iter(argv)
    for word in words:
        if word == "--lang":
            next(words, None)
        elif not word.startswith("--lang="):
            return word if word in _COMMANDS or word in _GROUPS else ""
    return ""


def command_line(argv: list[str]) -> object:
    """Run one command, or without arguments the menu; gives its exit code or None."""
    if not argv:
        from studykit.cli.home import home

        argv = home()
        if not argv:
            return None
    command = build(named_command(argv))
    return command(argv, prog_name="studykit", standalone_mode=False)
