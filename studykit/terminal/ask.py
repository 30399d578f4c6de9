"""A question to be answered by yes or no before something is changed."""

from studykit.errors import StudykitError
from studykit.messages import _
from studykit.terminal.console import interactive


def confirmed(question: str, yes: bool) -> bool:
    """Whether a person agrees; `yes` says that they have already.

    Without a terminal there is nobody to ask: StudykitError says to add --yes.
    Ctrl-C raises KeyboardInterrupt.
    """
    if yes:
        return True
    if not interactive():
        raise StudykitError(
            _("{question} Without a terminal, add --yes.").format(question=question)
        )
    import questionary

    try:
        return bool(questionary.confirm(question, default=False, qmark="›").unsafe_ask())
    except EOFError:  # Ctrl-D, or the terminal has gone
        return False
