"""A learner's settings in `config.yaml`: read, checked and changed one at a time.

    desired_retention: 0.9
    learning_steps: [1m, 10m]
    new_per_day: 20

Durations are a number and s, m, h or d. What is not named keeps its default.
"""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from studykit.errors import Problem, ProgressError
from studykit.files import write_atomically
from studykit.messages import _
from studykit.progress.folder import cannot_read, cannot_write
from studykit.progress.setting_values import Value, WrongValueError, read_setting
from studykit.scheduling.settings import Settings

FORMAT = "studykit-config/"
VERSION = 1

# Lines as we write them: a key, a plain value or a list of them, perhaps a comment.
_LINE = re.compile(r"([a-z_]+): (\[[\w., /+-]*\]|[\w./+-]+)(?: +#.*)?|(?:#.*)?")


def load_config(path: Path) -> Settings:
    """The settings of a learner; the defaults where there is no file.

    ProgressError names every problem of the file, a line each.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        raise cannot_read(path, error) from error
    except UnicodeDecodeError:
        raise ProgressError(_("{path}: is no UTF-8 text").format(path=path)) from None
    settings, problems = parse_config(text, str(path))
    if problems:
        raise ProgressError("; ".join(map(str, problems)))
    return settings


def parse_config(text: str, path: str) -> tuple[Settings, list[Problem]]:
    """The settings of a text, and what is wrong in it, in the order of its lines."""
    pairs = _strict_pairs(text)
    if pairs is None:
        read = _yaml_pairs(text, path)
        if isinstance(read, Problem):
            return Settings(), [read]
        pairs = read
    found: dict[str, Any] = {}
    problems = []
    for line, key, value in pairs:
        try:
            if key == "format":
                _check_format(value)
            elif key in found:
                raise WrongValueError(_("{key} stands here twice").format(key=key))
            else:
                found[key] = read_setting(key, value)
        except WrongValueError as error:
            problems.append(Problem(path, line, str(error)))
    return replace(Settings(), **found), problems


def change_setting(path: Path, key: str, value: Value) -> Settings:
    """Write one setting into a learner's file, all else in it left as it is.

    Gives all settings as they are then; ProgressError where the value is not
    one of the setting's, or the file is not in order or cannot be written.
    """
    try:
        read_setting(key, value)
    except WrongValueError as error:
        raise ProgressError(str(error)) from None
    load_config(path)
    shown = f"[{', '.join(value)}]" if isinstance(value, list) else value or '""'
    line = f"{key}: {shown}"
    old = path.read_bytes().decode("utf-8") if path.exists() else f"format: {FORMAT}{VERSION}\n"
    # The key's own line, with what belongs to it: an indented list, or one of dashes.
    below = r"(?:\r?\n(?=[ -])(?! *#)[^\r\n]*)*"
    known = re.search(rf"(?:^|(?<=\ufeff)){key}:[^\r\n]*{below}", old, re.MULTILINE)
    if known:
        comment = re.search(r"[ \t]+#[^\r\n]*", known[0].partition("\n")[0])
        new = old[: known.start()] + line + (comment[0] if comment else "") + old[known.end() :]
    else:
        new = old + ("" if old.endswith("\n") or not old else "\n") + line + "\n"
    settings, problems = parse_config(new, str(path))
    if problems:
        raise ProgressError(str(problems[0]))
    try:
        write_atomically(path, new)
    except OSError as error:
        raise cannot_write(path, error) from error
    return settings


def _strict_pairs(text: str) -> list[tuple[int, str, Value]] | None:
    """Lines, keys and values, read without a YAML parser; None where that does not do."""
    pairs: list[tuple[int, str, Value]] = []
    for number, line in enumerate(text.split("\n"), 1):
        match = _LINE.fullmatch(line)
        if not match:
            return None
        key, value = match.groups()
        if not key:
            continue
        if value.startswith("["):
            items = [item.strip() for item in value[1:-1].split(",")]
            pairs.append((number, key, [item for item in items if item]))
        else:
            pairs.append((number, key, value))
    return pairs


def _yaml_pairs(text: str, path: str) -> list[tuple[int, str, Value]] | Problem:
    from studykit.deck.nodes import is_list, is_map, is_text, parse_nodes

    root = parse_nodes(text, path)
    if root is None:
        return []
    if isinstance(root, Problem):
        return root
    if not is_map(root):
        return Problem(path, 1, _("settings are lines such as new_per_day: 20"))
    pairs: list[tuple[int, str, Value]] = []
    for key, node in root.value:
        if not is_text(key):
            return Problem(path, key.line, _("a key must be a word"))
        if is_text(node):
            pairs.append((key.line, key.value, node.value))
        elif is_list(node) and all(map(is_text, node.value)):
            pairs.append((key.line, key.value, [item.value for item in node.value]))
        else:
            message = _("{key} must be a text or a list of texts")
            return Problem(path, key.line, message.format(key=key.value))
    return pairs


def _check_format(value: Value) -> None:
    name = value if isinstance(value, str) else ""
    version = name.removeprefix(FORMAT)
    if not name.startswith(FORMAT) or not version.isdecimal():
        raise WrongValueError(_("the format must be {format}").format(format=f"{FORMAT}{VERSION}"))
    if int(version) > VERSION:
        message = _("was written by a newer studykit ({format}); update studykit")
        raise WrongValueError(message.format(format=name))
