"""How likely the cards are forgotten by a class, for asking the weak ones first."""

from collections.abc import Sequence
from pathlib import Path

from studykit.classroom.roster import Roster
from studykit.messages import _


def class_weights(
    cards: Sequence[str], roster: Roster | None, root: Path
) -> tuple[dict[str, float], tuple[str, ...]]:
    """The mean over the class of how likely each card is forgotten, and what is to be told.

    The class is all on the roster, else every learner who has progress under `root`. Of
    those who have never reviewed here nothing is known; they count as such.
    """
    from studykit.cli.recalled import recalled
    from studykit.progress.folder import learner_folder, learners
    from studykit.questions.forgotten import forgotten

    known = learners(root)
    names = list(roster.codes) if roster else known
    found = [recalled(learner_folder(root, one), cards) if one in known else {} for one in names]
    if any(found):
        return forgotten(cards, found), ()
    return forgotten(cards, found), (_("No one here has reviewed any: --weak changes nothing."),)
