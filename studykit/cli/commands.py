"""The commands there are: where each one is, and what help says of it."""

from dataclasses import dataclass

from studykit.messages import N_


@dataclass(frozen=True, slots=True)
class Entry:
    """A command: its function `MODULE:NAME`, its line in the list of commands, its help."""

    function: str
    short: str
    long: str


COMMANDS: dict[str, Entry] = {
    "learn": Entry(
        "learn:learn",
        N_("Make a deck of an article and learn it."),
        N_(
            "Make a deck of an article, show what was found, save it under decks/,\n"
            "and start a review. A deck that is there already keeps its ids and\n"
            "your changes. Without a terminal it stops after the summary."
        ),
    ),
    "review": Entry(
        "review:review",
        N_("Review what waits today."),
        N_(
            "Review the cards that wait today, of the named decks or of all you have opened:\n"
            "what is in learning, what is due, and new ones up to the day's limit. Every\n"
            "answer is kept at once; u undoes, ? tells the keys."
        ),
    ),
    "due": Entry(
        "due:due",
        N_("Tell what waits today."),
        N_(
            "Tell how many cards wait today, deck by deck: new ones, those in learning\n"
            "and those that are due. Quick enough for a shell prompt (--short)."
        ),
    ),
    "quiz": Entry(
        "quiz:quiz",
        N_("Hold a quiz, against the clock if you like."),
        N_(
            "Ask questions of all types, answered for real, of the named decks or of all you\n"
            "have opened; then the score, and what was missed with its quotes. Every answer\n"
            "is kept at once: a quiz that was left goes on with --resume."
        ),
    ),
    "host": Entry(
        "host:host",
        N_("Hold a live classroom; the class joins from phones and laptops."),
        N_(
            "Ask questions of these decks of a whole class, which joins by QR code or PIN in\n"
            "the browser: vote, discuss, vote again, show the answer. Only this computer can\n"
            "join unless you say --lan. Everything is kept at once: --resume goes on."
        ),
    ),
    "stats": Entry(
        "stats:stats",
        N_("Show where you stand."),
        N_(
            "Show reviews and true retention, what is coming, how well the cards are\n"
            "known, and the hardest of them; of some decks or of all you have opened."
        ),
    ),
    "history": Entry(
        "history:history",
        N_("Show the history of one card."),
        N_(
            "Show every review of a card with what it changed; CARD is its id or a part\n"
            "of its prompt. Reviews that were undone are marked."
        ),
    ),
    "generate": Entry(
        "generate:generate",
        N_("Make decks of articles."),
        N_(
            "Make decks of articles: one goes to decks/NAME.yaml or to -o FILE, several\n"
            "to decks/ or to -o FOLDER. `-` reads standard input and, without -o, writes\n"
            "the deck to standard output. Same article and seed, same deck."
        ),
    ),
    "figures": Entry(
        "figures:figures",
        N_("List all figures of an article."),
        N_("List all figures of an article with what they measure, where and when."),
    ),
    "check": Entry(
        "check:check",
        N_("Check articles and decks."),
        N_(
            "Check articles for doubtful places, and decks for their form, for the\n"
            "grounding of every card and for faults of questions. Prints path:line: message\n"
            "and ends with code 1 when there is anything."
        ),
    ),
    "show": Entry(
        "show:show",
        N_("Browse and search the cards of a deck."),
        N_("Browse and search the cards of a deck by section, type, tag and text."),
    ),
    "import": Entry(
        "importing:import_file",
        N_("Make decks of files of other tools."),
        N_(
            "Make decks of the file of another tool: an Anki package (.apkg, .colpkg) with\n"
            "its media and, with --progress, its reviews; a table (.csv, .tsv), Markdown of\n"
            "hashcards, terms and definitions (.txt), or what studykit export wrote. A deck\n"
            "that is there already keeps what you changed in it."
        ),
    ),
    "config": Entry(
        "config:config",
        N_("Show and change a learner's settings."),
        N_(
            "Show all settings of a learner, or one, or give one a new value:\n"
            "studykit config new_per_day 30; studykit config learning_steps 1m,10m"
        ),
    ),
    "optimize": Entry(
        "optimize:optimize",
        N_("Fit scheduling to your own reviews."),
        N_(
            "Fit the parameters of FSRS to your reviews, show how much better they foretell\n"
            "reviews they have not seen, and ask before they are used. Without a terminal it\n"
            "only shows them, unless --yes is given. Needs the package fsrs-rs-python."
        ),
    ),
    "simulate": Entry(
        "simulate:simulate",
        N_("Weigh workload against retention."),
        N_(
            "Simulate learning a deck with your parameters and habits at several desired\n"
            "retentions: reviews and minutes a day, cards remembered, and which retention\n"
            "costs the least time for each card remembered."
        ),
    ),
}
GROUPS: dict[str, tuple[str, dict[str, Entry]]] = {
    "group": (
        N_("Review with a class or a group at one screen."),
        {
            "play": Entry(
                "group:play",
                N_("Ask a group (studykit group DECK)."),
                N_(
                    "Ask teams or players at one screen: in turns, first at the key, or all on\n"
                    "paper. You judge by key, or choose and type what was said; ? tells the keys.\n"
                    "Every answer is kept at once, and --resume goes on after whatever happens."
                ),
            ),
            "report": Entry(
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
            "report": Entry(
                "classroom:report",
                N_("Tell what came of a session."),
                N_(
                    "Tell how each question went, what a discussion changed, what students were\n"
                    "sure of and wrong, and how each of them did; with --html as a page with\n"
                    "charts, as CSV a row for each answer."
                ),
            ),
            "credit": Entry(
                "classroom:credit",
                N_("Count first answers as reviews."),
                N_(
                    "Record the first answers of students on the roster as reviews in their\n"
                    "progress, each once however often this is run. Guests have none."
                ),
            ),
            "takehome": Entry(
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
            "anki": Entry(
                "export:anki",
                N_("Write a package for Anki."),
                N_(
                    "Write decks as one Anki package (.apkg). Importing a newer one updates\n"
                    "the notes that changed and leaves what was learned in Anki. With\n"
                    "--progress, what you learned goes along, for cards new to Anki. With\n"
                    "--connect, push what changed into a running Anki through AnkiConnect."
                ),
            ),
            "csv": Entry(
                "export_formats:csv",
                N_("Write a table with commas."),
                N_(
                    "Write decks as one CSV table, a row a card with all that the card holds;\n"
                    "studykit import reads it back, changed or not. No spreadsheet takes a cell\n"
                    "of it for a formula."
                ),
            ),
            "tsv": Entry(
                "export_formats:tsv",
                N_("Write a table with tabs."),
                N_("Write decks as one table like that of csv, its cells parted by tabs."),
            ),
            "markdown": Entry(
                "export_formats:markdown",
                N_("Write Markdown that hashcards reads."),
                N_(
                    "Write a deck as Markdown with Q:, A: and C:, to read, to print, or to learn\n"
                    "with hashcards; studykit import reads it back, changed or not. Several decks\n"
                    "go into a folder, a file each."
                ),
            ),
            "json": Entry(
                "export_formats:json",
                N_("Write JSON for other programs."),
                N_(
                    "Write a deck as JSON, with the keys of the deck file; studykit import reads\n"
                    "it back. Several decks go into a folder, a file each."
                ),
            ),
            "gift": Entry(
                "export_formats:gift",
                N_("Write questions for Moodle as GIFT."),
                N_("Write decks as one GIFT file for Moodle's question bank, by section."),
            ),
            "moodle": Entry(
                "export_formats:moodle",
                N_("Write questions for Moodle as XML."),
                N_(
                    "Write decks as one Moodle XML file for its question bank, by section, with\n"
                    "gaps in the sentence, tags and ids."
                ),
            ),
            "qti": Entry(
                "export_formats:qti",
                N_("Write a QTI 2.1 package."),
                N_("Write decks as one QTI 2.1 package: a test with an item for each card."),
            ),
            "kahoot": Entry(
                "export_formats:kahoot",
                N_("Write a spreadsheet for Kahoot."),
                N_(
                    "Write the choices and true/false cards of decks as the spreadsheet that\n"
                    "Kahoot imports."
                ),
            ),
            "worksheet": Entry(
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
            "verify": Entry(
                "progress:verify",
                N_("Hold the log and the snapshot against each other."),
                N_(
                    "Read every line of the log anew and hold the snapshot against it. Prints\n"
                    "path:line: message and ends with code 1 when there is anything."
                ),
            ),
            "repair": Entry(
                "progress:repair",
                N_("Set aside what cannot be read."),
                N_(
                    "Move the lines of the log that cannot be read into the folder set-aside,\n"
                    "and make the snapshot anew. Nothing is thrown away."
                ),
            ),
            "merge": Entry(
                "progress:merge",
                N_("Add the reviews of another copy."),
                N_(
                    "Add what another copy of the learner's folder holds and this one does not,\n"
                    "as after studying on two machines. The other copy is only read."
                ),
            ),
            "export": Entry(
                "progress:export",
                N_("Print reviews or states as CSV or JSON."),
                N_("Print all reviews, or with --cards the states of all cards, as CSV or JSON."),
            ),
            "undo-day": Entry(
                "progress:undo_day",
                N_("Take back all reviews of a day."),
                N_("Take back everything that was recorded on a day; asks first."),
            ),
        },
    ),
}
# Groups whose first command may be left out.
FIRST_IS_MEANT = {"group"}
