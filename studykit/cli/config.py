"""`studykit config`: a learner's settings, shown and changed."""

from typing import TYPE_CHECKING, Annotated

import typer

from studykit.cli.options import Json, Lang, LearnerName, ProgressDir
from studykit.messages import N_, _

if TYPE_CHECKING:
    from studykit.scheduling.settings import Settings


def config(
    key: Annotated[str, typer.Argument(metavar="[KEY]", help=N_("One setting."))] = "",
    value: Annotated[
        str | None, typer.Argument(metavar="[VALUE]", help=N_("Its new value."))
    ] = None,
    json: Json = False,
    learner: LearnerName = "",
    progress: ProgressDir = None,
    lang: Lang = None,
) -> None:
    """Print settings, or change one."""
    from studykit.cli.learners import learner_folder_of
    from studykit.progress.config import change_setting, load_config

    folder = learner_folder_of(progress, learner)
    if value is None:
        settings = load_config(folder.config)
    else:
        folder.create()
        settings = change_setting(folder.config, key, _value(value))
    if json:
        _print_json(settings, key)
    else:
        _print(settings, key, str(folder.config))


def _value(text: str) -> str | list[str]:
    """A value as it was typed: one, or several in brackets or with commas between."""
    inner = text.strip()
    if inner.startswith("[") and inner.endswith("]"):
        inner = inner[1:-1]
    elif "," not in inner:
        return inner
    return [part.strip() for part in inner.split(",") if part.strip()]


def _print(settings: "Settings", key: str, path: str) -> None:
    from studykit.progress.setting_values import shown_settings
    from studykit.terminal.text import one_line

    shown = shown_settings(settings)
    _known(key, tuple(shown))
    if key:
        print(shown[key])
        return
    print("# " + one_line(path))
    for name, text in shown.items():
        print(f"{name}: {text}")


def _print_json(settings: "Settings", key: str) -> None:
    import json
    from dataclasses import asdict

    values = asdict(settings)
    _known(key, tuple(values))
    print(json.dumps(values[key] if key else values, ensure_ascii=False, indent=2))


def _known(key: str, names: tuple[str, ...]) -> None:
    from studykit.cli.usage import WrongUsageError

    if key and key not in names:
        message = _("there is no setting {key}; there are {names}")
        raise WrongUsageError(message.format(key=key, names=", ".join(names)))
