"""The table of true retention."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from studykit.messages import _
from studykit.statistics.retention import Retention, Share
from studykit.statistics.wording import percent, period_name
from studykit.terminal.plots.table import Fitted, plain_table

if TYPE_CHECKING:
    from rich.text import Text


def retention_table(periods: Sequence[Retention]) -> Fitted:
    """A line for each period: the share that was passed, and of how many reviews."""
    table = plain_table("", _("young"), _("mature"), _("all"))
    for one in periods:
        table.add_row(
            period_name(one.period), *(_cell(share) for share in (one.young, one.mature, one.all))
        )
    return Fitted(table)


def _cell(share: Share) -> "Text":
    from rich.text import Text

    if not share.total:
        return Text("–", "dim")
    return Text.assemble((percent(share.rate), "bold"), (f" {share.passed}/{share.total}", "dim"))
