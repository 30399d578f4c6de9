"""`studykit figures`: the table of all figures of an article."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from studykit.cli.options import Json, Lang
from studykit.messages import N_, _

if TYPE_CHECKING:
    from rich.table import Table

    from studykit.facts.table import FigureRow

# Narrower than this the quotes would be ribbons of a few characters.
_QUOTE_COLUMNS = 110


def figures(
    article: Annotated[
        str, typer.Argument(metavar="ARTICLE", help=N_("An article, or - for stdin."))
    ],
    json: Json = False,
    csv: Annotated[bool, typer.Option("--csv", help=N_("Print CSV."))] = False,
    lang: Lang = None,
) -> None:
    """Print the figures."""
    from studykit.cli.articles import load_article
    from studykit.cli.making import tagger
    from studykit.cli.usage import WrongUsageError
    from studykit.facts.table import figure_table

    if json and csv:
        raise WrongUsageError(_("--json or --csv, not both"))
    read = load_article(article)
    rows = figure_table(read, tagger())
    if json:
        _print_json(rows)
    elif csv or not sys.stdout.isatty():
        _print_csv(rows)
    else:
        from studykit.terminal.console import make_console

        console = make_console()
        console.print(_table(rows, with_quotes=console.width >= _QUOTE_COLUMNS))


def _print_json(rows: "list[FigureRow]") -> None:
    import json
    from dataclasses import asdict

    print(json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=2))


def _print_csv(rows: "list[FigureRow]") -> None:
    import csv
    from dataclasses import astuple, fields

    from studykit.facts.table import FigureRow

    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(field.name for field in fields(FigureRow))
    writer.writerows(astuple(row) for row in rows)


def _figure(row: "FigureRow") -> str:
    """The value with what it lacks: as printed it may hold its unit and hedge already."""
    figure = row.value if row.unit in row.value else row.value + row.unit
    return figure if row.hedge in figure else f"{figure} ({row.hedge})"


def _table(rows: "list[FigureRow]", with_quotes: bool) -> "Table":
    from rich import box
    from rich.table import Table

    from studykit.terminal.text import one_line, plain

    table = Table(box=box.SIMPLE_HEAD)
    table.add_column(_("Line"), justify="right", style="dim")
    table.add_column(_("Indicator"), ratio=3, overflow="fold")
    table.add_column(_("Where, when"), ratio=2, overflow="fold")
    table.add_column("", ratio=1, overflow="fold")
    table.add_column(_("Figure"), ratio=2, overflow="fold", style="bold")
    table.add_column(_("According to"), ratio=2, overflow="fold")
    if with_quotes:
        table.add_column(_("Quote"), ratio=5, overflow="fold")
    for row in rows:
        cells = [
            row.indicator,
            " ".join(filter(None, (row.scope, row.period))),
            row.relation,
            _figure(row),
            row.attribution,
            *([row.quote] if with_quotes else []),
        ]
        table.add_row(str(row.line), *(plain(one_line(cell)) for cell in cells))
    return table
