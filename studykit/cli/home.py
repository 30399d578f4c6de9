"""`studykit` without arguments: the menu on a terminal, elsewhere the help."""


def home() -> list[str]:
    """The arguments of the command that a person picks from the menu; empty for none."""
    from studykit.terminal.console import interactive

    if not interactive():
        return ["--help"]
    from studykit.cli.boundary import complain
    from studykit.cli.learners import learner_folder_of
    from studykit.cli.waiting import what_is_due
    from studykit.terminal.console import make_console
    from studykit.terminal.home import ask_home, print_waiting

    found = what_is_due(learner_folder_of(None, ""), None)
    for problem in found.problems:
        complain(problem)
    print_waiting(make_console(), found.decks, found.counts)
    asked = ask_home(found.decks, found.counts)
    decks = [str(found.decks[asked.deck].path)] if asked.deck >= 0 else []
    return {
        "review": ["review", *decks],
        "cram": ["review", "--cram"],
        "quiz": ["quiz"],
        "stats": ["stats"],
        "help": ["--help"],
    }.get(asked.what, [])
