"""`studykit quiz`: an exam-like session, answered for real, against the clock."""

from typing import Annotated

import typer

from studykit.cli.options import (
    InSection,
    Json,
    Lang,
    LearnerName,
    ProgressDir,
    QuestionSeed,
    Types,
    WithTag,
)
from studykit.messages import N_, _

# More questions than anybody answers in one sitting.
MOST_QUESTIONS = 200
_MOST_SECONDS = 24 * 3600


def quiz(
    decks: Annotated[
        list[str] | None,
        typer.Argument(metavar="[DECK...]", help=N_("Decks (default: all you have opened).")),
    ] = None,
    n: Annotated[
        int | None,
        typer.Option(
            "-n",
            metavar="N",
            min=1,
            max=MOST_QUESTIONS,
            help=N_("So many questions (default: 20)."),
        ),
    ] = None,
    types: Types = "",
    section: InSection = "",
    tag: WithTag = "",
    weak: Annotated[
        bool, typer.Option("--weak", help=N_("First what you have most likely forgotten."))
    ] = False,
    seconds: Annotated[
        int | None,
        typer.Option(
            "--time", metavar="SECONDS", min=1, max=_MOST_SECONDS, help=N_("For the whole quiz.")
        ),
    ] = None,
    each: Annotated[
        int | None,
        typer.Option(
            "--per-question", metavar="SECONDS", min=1, max=_MOST_SECONDS, help=N_("For each one.")
        ),
    ] = None,
    exam: Annotated[
        bool, typer.Option("--exam", help=N_("Tell only at the end what was right."))
    ] = False,
    record: Annotated[
        bool, typer.Option("--record", help=N_("Let the answers count as reviews."))
    ] = False,
    seed: QuestionSeed = None,
    resume: Annotated[
        bool, typer.Option("--resume", help=N_("Go on with the quiz that was left half-way."))
    ] = False,
    history: Annotated[bool, typer.Option("--history", help=N_("Show past quizzes."))] = False,
    json: Json = False,
    learner: LearnerName = "",
    progress: ProgressDir = None,
    lang: Lang = None,
) -> None:
    """Hold a quiz, or show past ones."""
    from studykit.cli.learners import learner_folder_of
    from studykit.cli.usage import WrongUsageError

    choosing = n or types or section or tag or weak or seconds or each or exam or record
    if history and (choosing or resume or seed is not None):
        raise WrongUsageError(_("--history goes with decks, --json and --learner alone"))
    if resume and (choosing or decks or seed is not None):
        raise WrongUsageError(_("--resume goes on with a quiz as it was begun: no other options"))
    folder = learner_folder_of(progress, learner)
    if history:
        from studykit.cli.quiz_history import tell_history

        tell_history(folder, decks, json=json)
        return
    from studykit.cli.options import card_types
    from studykit.cli.quiz_new import Wish
    from studykit.cli.quizzing import hold_quiz
    from studykit.questions.pool import Wanted
    from studykit.quiz.events import Rules

    wanted = Wanted(card_types(types) if types else (), section, tag)
    wish = Wish(n, wanted, weak, seed, Rules(seconds or 0, each or 0, exam, record))
    hold_quiz(decks, folder, wish, resume=resume, json=json)
