"""`studykit export …`: decks for the other tools that people use."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from studykit.cli.connecting import Connect, DryRun, Profile, Url, Yes
from studykit.cli.options import Lang, LearnerName, ProgressIn, WithProgress
from studykit.messages import N_, _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studykit.exchange.anki.packing import Packed, Parcel
    from studykit.exchange.anki.progress import Progress

Decks = Annotated[list[Path], typer.Argument(metavar="DECK...", help=N_("Deck files."))]
Target = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help=N_("The file to write.")),
]


def anki(
    decks: Decks,
    output: Target = None,
    progress: WithProgress = False,
    learner: LearnerName = "",
    progress_in: ProgressIn = None,
    connect: Connect = False,
    url: Url = "",
    profile: Profile = "",
    dry_run: DryRun = False,
    yes: Yes = False,
    lang: Lang = None,
) -> int:
    """Write a package for Anki, or push to a running one; gives the exit code."""
    from studykit.cli.boundary import OK
    from studykit.cli.collecting import without_collecting
    from studykit.cli.connecting import Push, push_package
    from studykit.cli.learners import clock
    from studykit.exchange.anki.packing import packed
    from studykit.exchange.anki.write import write_package
    from studykit.terminal.text import one_line

    connect = connect or bool(url)
    _check_usage(output, connect, dry_run or yes or bool(profile))
    with without_collecting():
        parcels = [_parcel(path) for path in decks]
        made = packed(parcels, int(clock().timestamp()))
        package, lines, of_progress = made.package, _said(decks, output, made), list[str]()
        if progress:
            from studykit.exchange.anki.progress import with_progress

            package = with_progress(package, made.cards, _progress(progress_in, learner))
            begun = sum(card.reps > 0 for card in package.cards)
            of_progress = _said_of_progress(begun, package.reviews)

    def keep_ledgers() -> None:
        _keep_ledgers(parcels, made)

    if output is None:
        push = Push(url, profile, dry_run, yes)
        return push_package(package, push, lines[1:], of_progress, before=keep_ledgers)
    keep_ledgers()
    write_package(output, package)
    for line in (*lines, *of_progress):
        print(one_line(line))
    return OK


def _check_usage(output: Path | None, connect: bool, of_connect: bool) -> None:
    from studykit.cli.usage import WrongUsageError

    if output is None and not connect:
        raise WrongUsageError(_("say with -o FILE.apkg which file to write, or --connect"))
    if output is not None and connect:
        raise WrongUsageError(_("-o and --connect do not go together"))
    if of_connect and not connect:
        raise WrongUsageError(_("--profile, --dry-run and --yes go with --connect"))


def _parcel(path: Path) -> "Parcel":
    from studykit.cli.opened import open_deck
    from studykit.exchange.anki.beside import media_beside, read_sidecar
    from studykit.exchange.anki.ledger import ledger_path, read_ledger
    from studykit.exchange.anki.packing import Parcel

    opened = open_deck(path)
    return Parcel(
        opened.deck,
        opened.line_of,
        int(path.stat().st_mtime),
        read_ledger(ledger_path(opened.deck.id)),
        read_sidecar(path),
        media_beside(path),
    )


def _keep_ledgers(parcels: "Sequence[Parcel]", made: "Packed") -> None:
    """Before the package: a note that never went out may be newer than it need be."""
    from studykit.exchange.anki.ledger import ledger_path, write_ledger

    known = {parcel.deck.id: parcel.ledger for parcel in parcels}
    new = {deck: dict(ledger or {}) for deck, ledger in known.items()}
    for parcel, ledger in zip(parcels, made.ledgers, strict=True):
        # Copies of a deck have one ledger: of each only what it adds.
        old = parcel.ledger or {}
        new[parcel.deck.id] |= {id_: one for id_, one in ledger.items() if old.get(id_) != one}
    for deck, ledger in new.items():
        if ledger != known[deck]:
            write_ledger(ledger_path(deck), ledger)


def _progress(progress_in: Path | None, learner: str) -> "Progress":
    from studykit.cli.learners import clock, existing_learner
    from studykit.exchange.anki.progress import progress_of_learner
    from studykit.progress.learner import Learner

    return progress_of_learner(Learner(existing_learner(progress_in, learner), clock))


def _said(decks: "Sequence[Path]", output: Path | None, made: "Packed") -> list[str]:
    n = len(made.package.cards)
    words = ngettext("{n} card", "{n} cards", n).format(n=n)
    lines = [f"{', '.join(map(str, decks))} → {output} ({words})"]
    if made.twice:
        n = len(made.twice)
        said = ngettext(
            "{n} card is in two of the decks and went out once: {ids}",
            "{n} cards are in two of the decks and went out once: {ids}",
            n,
        )
        lines.append(said.format(n=n, ids=", ".join(made.twice)))
    return [*lines, *made.unsaid]


def _said_of_progress(begun: int, reviews: "Sequence[object]") -> list[str]:
    n = len(reviews)
    words = ngettext(
        "with where you stand with {begun} cards, and {n} review",
        "with where you stand with {begun} cards, and {n} reviews",
        n,
    )
    return [
        words.format(begun=begun, n=n),
        _("Anki takes progress over only for cards that it does not have yet."),
        _("Switch FSRS on in Anki's deck options: it then goes on from the same memory."),
    ]
