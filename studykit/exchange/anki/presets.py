"""A learner's settings as deck options of Anki, and back.

Anki keeps for a collection as a whole what is not here: when a day begins, how
far ahead cards in learning may come, whether FSRS is on.
"""

from collections.abc import Mapping
from dataclasses import fields, replace
from math import isfinite
from typing import Any
from zlib import crc32

from studykit.exchange.anki.model import Package, Preset
from studykit.progress.setting_values import Value, WrongValueError, read_setting, shown_settings
from studykit.scheduling.settings import Settings

# Numbers of Anki's protocol (proto/anki/deck_config.proto).
_DUE_ORDER = {"retrievability": 7, "due": 0, "deck": 9, "random": 8}
_NEW_ORDER = {"deck": 0, "random": 4}
_NEW_PLACE = {"mixed": 0, "last": 1, "first": 2}
_LEECH_ACTION = {"suspend": 0, "flag": 1}
_MINUTE = 60
# Ids are milliseconds, and 1 is Anki's own; a preset keeps its id from export to export.
_FIRST_ID = 1_600_000_000_000


def preset_of_settings(settings: Settings, learner: str) -> Preset:
    """Deck options with these settings, named after their learner."""
    options = {
        "desiredRetention": settings.desired_retention,
        "fsrsParams6": list(settings.parameters),
        "reviewOrder": _DUE_ORDER[settings.due_order],
        "newGatherPriority": _NEW_ORDER[settings.new_order],
        "newMix": _NEW_PLACE[settings.new_cards],
        "buryInterdayLearning": settings.bury_siblings,
        "new": {
            "delays": _minutes(settings.learning_steps),
            "perDay": settings.new_per_day,
            "bury": settings.bury_siblings,
        },
        "rev": {
            "maxIvl": settings.maximum_interval,
            "perDay": settings.reviews_per_day,
            "bury": settings.bury_siblings,
        },
        "lapse": {
            "delays": _minutes(settings.relearning_steps),
            "leechFails": settings.leech_lapses,
            "leechAction": _LEECH_ACTION[settings.leech_action],
        },
    }
    id_ = _FIRST_ID + crc32(learner.encode("utf-8", "surrogatepass"))
    return Preset(id_, f"studykit {learner}", options)


def settings_of_package(package: Package, settings: Settings) -> Settings:
    """These settings with what the options of most cards in the package say."""
    decks = {deck.id: deck.preset for deck in package.decks}
    counts = dict.fromkeys(sorted(preset.id for preset in package.presets), 0)
    for card in package.cards:
        used = decks.get(card.original_deck or card.deck, 0)
        if used in counts:
            counts[used] += 1
    most = max(counts, key=lambda one: counts[one], default=0)
    chosen = [preset for preset in package.presets if preset.id == most]
    return settings_of_preset(chosen[0], settings) if chosen else settings


def settings_of_preset(preset: Preset, settings: Settings) -> Settings:
    """These settings with what a preset says; what cannot be a setting here stays as it was."""
    options = preset.options
    new, review, lapse = (_part(options, name) for name in ("new", "rev", "lapse"))
    found: dict[str, Any] = {
        "desired_retention": _number(options.get("desiredRetention")),
        "parameters": _numbers(options.get("fsrsParams6")),
        "learning_steps": _seconds(new.get("delays")),
        "relearning_steps": _seconds(lapse.get("delays")),
        "maximum_interval": review.get("maxIvl"),
        "new_per_day": new.get("perDay"),
        "reviews_per_day": review.get("perDay"),
        "bury_siblings": review.get("bury"),
        "leech_lapses": lapse.get("leechFails"),
        "leech_action": _word(_LEECH_ACTION, lapse.get("leechAction")),
        "due_order": _word(_DUE_ORDER, options.get("reviewOrder", 0)),
        "new_order": _word(_NEW_ORDER, options.get("newGatherPriority", 0)),
        "new_cards": _word(_NEW_PLACE, options.get("newMix", 0)),
    }
    for name, value in found.items():
        if value is not None:
            settings = _with(settings, name, value)
    return settings


def changed_settings(settings: Settings, other: Settings) -> dict[str, Value]:
    """The settings in which another differs from these, as the texts that it has."""
    return {
        one.name: _text_of(other, one.name)
        for one in fields(settings)
        if getattr(settings, one.name) != getattr(other, one.name)
    }


def _text_of(settings: Settings, name: str) -> Value:
    text = shown_settings(settings)[name]
    if not text.startswith("["):
        return text
    return [part.strip() for part in text[1:-1].split(",") if part.strip()]


def _with(settings: Settings, name: str, value: Any) -> Settings:
    try:
        changed = replace(settings, **{name: value})
        read_setting(name, _text_of(changed, name))
    except (TypeError, ValueError, WrongValueError):
        return settings
    return changed


def _part(options: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    part = options.get(name)
    return part if isinstance(part, Mapping) else {}


def _minutes(seconds: tuple[int, ...]) -> list[float]:
    return [one / _MINUTE for one in seconds]


def _seconds(minutes: Any) -> tuple[int, ...] | None:
    numbers = _numbers(minutes)
    return None if numbers is None else tuple(max(1, round(one * _MINUTE)) for one in numbers)


def _numbers(values: Any) -> tuple[float, ...] | None:
    if not isinstance(values, list | tuple):
        return None
    numbers = tuple(_number(value) for value in values)
    return None if None in numbers else numbers  # type: ignore[return-value]


def _number(value: Any) -> float | None:
    """A number without the noise of the 32 bits that Anki keeps it in."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        return None
    return float(f"{value:.7g}")


def _word(numbers: Mapping[str, int], number: Any) -> str | None:
    return next((word for word, one in numbers.items() if one == number), None)
