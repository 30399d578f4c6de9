"""`studykit group report`: what came of a session."""

from typing import TYPE_CHECKING, Any

from studykit.cli.options import Csv, Json, Lang, ProgressDir, SessionName
from studykit.messages import _

if TYPE_CHECKING:
    from studykit.group.game import Game
    from studykit.terminal.card import LineOf

COLUMNS = (
    "number", "card", "type", "section", "prompt", "answer", "team", "verdict", "said", "stolen",
    "points", "quote", "line",
)  # fmt: skip


def report(
    session: SessionName = "",
    csv: Csv = False,
    json: Json = False,
    progress: ProgressDir = None,
    lang: Lang = None,
) -> None:
    """Print the report of a session."""
    import os
    from pathlib import Path

    from studykit.cli.boundary import complain
    from studykit.cli.group_session import FORMAT, game_in, sessions_folder
    from studykit.cli.places import original_of_deck
    from studykit.cli.usage import WrongUsageError
    from studykit.journal.journal import journal_named
    from studykit.journal.read import read_journal
    from studykit.progress.folder import progress_root

    if csv and json:
        raise WrongUsageError(_("give --csv or --json"))
    path = journal_named(sessions_folder(progress_root(progress, os.environ)), session)
    found = read_journal(path, FORMAT)
    for problem in found.problems:
        complain(str(problem))
    game, _passed = game_in(path, found.events)
    original = original_of_deck(Path(game.setup.deck))
    begun = str(found.events[0].get("at", ""))
    if csv:
        from studykit.cli.csv_rows import print_rows

        print_rows(COLUMNS, answer_rows(game, original.line_of))
    elif json:
        from json import dumps

        told = {"begun": begun, **report_fields(game, original.line_of)}
        print(dumps(told, ensure_ascii=False, indent=2))
    else:
        from studykit.terminal.console import make_console
        from studykit.terminal.group.outcome import print_report

        print_report(make_console(), game, original, _local(begun))


def answer_rows(game: "Game", line_of: "LineOf") -> list[dict[str, Any]]:
    """A row for each answer; for a question that nobody answered one without a team."""
    from studykit.group.report import report_of

    rows: list[dict[str, Any]] = []
    for one in report_of(game).asked:
        card = one.card
        start = {
            "number": one.number,
            "card": card.id,
            "type": card.type,
            "section": card.section,
            "prompt": card.prompt,
            "answer": _answer(card.answer),
        }
        end = {
            "quote": " … ".join(card.quotes),
            "line": line_of(card.spans[0].start) if card.spans else None,
        }
        for answer in one.played.attempts:
            given = {
                "team": game.setup.teams[answer.team],
                "verdict": answer.verdict,
                "said": "; ".join(answer.said),
                "stolen": answer.stolen,
                "points": one.gains[answer.team],
            }
            rows.append({**start, **given, **end})
        if not one.played.attempts:
            rows.append({**start, **end})
    return rows


def report_fields(game: "Game", line_of: "LineOf") -> dict[str, Any]:
    """The report as JSON has it."""
    from studykit.group.report import report_of

    found = report_of(game)
    teams = game.setup.teams
    return {
        "title": game.setup.title,
        "deck": game.setup.deck,
        "mode": game.setup.mode,
        "finished": game.phase == "done",
        "teams": [
            {
                "name": teams[score.team],
                "place": place,
                "points": score.points,
                "right": score.right,
                "near": score.near,
                "wrong": score.wrong,
            }
            for place, score in found.ranking
        ],
        "questions": [
            {
                "number": one.number,
                "card": one.card.id,
                "type": one.card.type,
                "prompt": one.card.prompt,
                "answer": one.card.answer,
                "share": round(one.share, 3),
                "quotes": list(one.card.quotes),
                "lines": [line_of(span.start) for span in one.card.spans],
                "answers": [
                    {
                        "team": teams[answer.team],
                        "verdict": answer.verdict,
                        "said": list(answer.said),
                        "stolen": answer.stolen,
                        "points": one.gains[answer.team],
                    }
                    for answer in one.played.attempts
                ],
            }
            for one in found.asked
        ],
        "hardest": [one.number for one in found.hardest],
    }


def _answer(answer: str | bool | tuple[str, ...]) -> str:
    if isinstance(answer, bool):
        return str(answer).lower()
    return answer if isinstance(answer, str) else "; ".join(answer)


def _local(begun: str) -> str:
    """An instant as a day and time here; empty where it is none."""
    from datetime import datetime

    try:
        return f"{datetime.fromisoformat(begun).astimezone():%Y-%m-%d %H:%M}"
    except ValueError:
        return ""
