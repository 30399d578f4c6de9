"""Clues: whether the words around a blank or an interrogative tell what is wanted.

强化____ has as many fills as a report has aims; 强化____，守住耕地红线 has few.
"""

import re

from studykit.facts.model import Statement

# So many characters beside one blank, where the text says no more of it than this.
_ALONE = 4
# Fewer do where the prompt names the part of the article.
_UNDER_A_TITLE = 2
# Several blanks in a row each take the clue of its own verb.
_EACH_OF_SEVERAL = 3
_WORDS = re.compile(r"[\u4e00-\u9fffA-Za-z\d]")


def thin(statement: Statement, text: str, blanks: int = 1) -> bool:
    """Whether `text`, a demand without what is asked for, gives too few clues to that."""
    if not statement.demand:
        return False
    said = len(_WORDS.findall(text))
    if blanks > 1:
        return said < _EACH_OF_SEVERAL * blanks
    return said < (_UNDER_A_TITLE + 1 if statement.lead else _ALONE)


def around(statement: Statement) -> str:
    """The statement's own words without what is asked for."""
    return statement.before.removeprefix(statement.context) + statement.after
