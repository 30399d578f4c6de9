"""What became of the cards of a deck that was made anew."""

from studykit.deck.save import Saved
from studykit.messages import _


def merged_lines(saved: Saved | None) -> list[str]:
    """What the merge did, in a line, and where the old file went; nothing for a new file."""
    if saved is None or saved.report is None:
        return []
    report = saved.report
    counts = [
        (_("{n} new"), report.added),
        (_("{n} renewed"), report.updated),
        (_("{n} as before"), report.same),
        (_("{n} with your edits"), report.edited),
        (_("{n} of your own"), report.own),
        (_("{n} that you deleted left out"), report.deleted),
        (_("{n} gone from the article"), report.gone),
    ]
    said = " · ".join(words.format(n=n) for words, n in counts if n)
    lines = [_("Merged with the deck that was there: {counts}").format(counts=said)] if said else []
    if saved.backup:
        lines.append(_("The file as it was: {path}").format(path=saved.backup))
    return lines
