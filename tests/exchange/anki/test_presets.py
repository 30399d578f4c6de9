import pytest
from hypothesis import given
from hypothesis import strategies as st

from studykit.exchange.anki.model import AnkiCard, AnkiDeck, Package, Preset
from studykit.exchange.anki.presets import (
    changed_settings,
    preset_of_settings,
    settings_of_package,
    settings_of_preset,
)
from studykit.scheduling.parameter_bounds import PARAMETER_BOUNDS
from studykit.scheduling.settings import (
    DUE_ORDERS,
    LEECH_ACTIONS,
    NEW_ORDERS,
    NEW_PLACES,
    Settings,
)

STEPS = st.lists(st.integers(1, 86400), max_size=4).map(tuple)
PARAMETERS = st.tuples(
    *(st.floats(low, high).map(lambda one: round(one, 4)) for low, high in PARAMETER_BOUNDS)
).filter(
    lambda found: all(
        low <= one <= high for one, (low, high) in zip(found, PARAMETER_BOUNDS, strict=True)
    )
)
SETTINGS = st.builds(
    Settings,
    desired_retention=st.integers(70, 99).map(lambda one: one / 100),
    parameters=st.just(()) | PARAMETERS,
    learning_steps=STEPS,
    relearning_steps=STEPS,
    maximum_interval=st.integers(1, 36500),
    new_per_day=st.integers(0, 9999),
    reviews_per_day=st.integers(0, 9999),
    bury_siblings=st.booleans(),
    leech_lapses=st.integers(0, 99),
    leech_action=st.sampled_from(LEECH_ACTIONS),
    due_order=st.sampled_from(DUE_ORDERS),
    new_order=st.sampled_from(NEW_ORDERS),
    new_cards=st.sampled_from(NEW_PLACES),
)


@given(SETTINGS)
def test_settings_come_back_from_their_preset(settings):
    assert settings_of_preset(preset_of_settings(settings, "me"), Settings()) == settings


@given(SETTINGS, SETTINGS)
def test_what_anki_keeps_for_the_collection_stays(settings, other):
    preset = preset_of_settings(settings, "me")
    here = settings_of_preset(preset, Settings(timezone="UTC", day_starts_at=2, answering="typed"))
    assert (here.timezone, here.day_starts_at, here.answering) == ("UTC", 2, "typed")
    assert settings_of_preset(preset, other) == settings


def test_a_preset_is_named_after_its_learner_and_keeps_its_id():
    mine, hers = (preset_of_settings(Settings(), name) for name in ("me", "李"))
    assert (mine.name, hers.name) == ("studykit me", "studykit 李")
    assert mine.id == preset_of_settings(Settings(new_per_day=3), "me").id != hers.id


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"desiredRetention": 0.2},
        {"desiredRetention": "much"},
        {"desiredRetention": float("nan")},
        {"desiredRetention": True},
        {"fsrsParams6": [1.0, 2.0]},
        {"fsrsParams6": "1 2 3"},
        {"fsrsParams6": [0.0] * 21},
        {"new": 3},
        {"new": {"delays": [9999.0]}},
        {"new": {"delays": [None]}},
        {"new": {"perDay": -1}},
        {"new": {"perDay": 10**9}},
        {"rev": {"maxIvl": 0}},
        {"rev": {"bury": 3}},
        {"lapse": {"leechAction": 7}},
        {"reviewOrder": 3},
        {"newMix": 9},
    ],
)
def test_what_cannot_be_a_setting_stays_as_it_was(options):
    settings = Settings(
        desired_retention=0.85, learning_steps=(30,), due_order="due", bury_siblings=False
    )
    assert settings_of_preset(Preset(2, "x", options), settings) == settings


def test_numbers_lose_the_noise_of_32_bits():
    preset = Preset(2, "x", {"desiredRetention": 0.8500000238418579})
    assert settings_of_preset(preset, Settings()).desired_retention == 0.85


def package(*decks: tuple[int, int, int]) -> Package:
    """Decks with this preset and so many cards."""
    presets = tuple(Preset(id_, "p", {"new": {"perDay": id_}}) for id_ in (1, 7, 8))
    cards = [
        AnkiCard(1000 * deck + number, 1, deck)
        for deck, _preset, count in decks
        for number in range(count)
    ]
    named = tuple(AnkiDeck(deck, f"d{deck}", preset=preset) for deck, preset, _count in decks)
    return Package(0, (), named, (), tuple(cards), (), presets)


@pytest.mark.parametrize(
    ("decks", "per_day"),
    [
        ([(2, 7, 3), (3, 8, 2)], 7),
        ([(2, 7, 2), (3, 8, 3)], 8),
        ([(2, 7, 2), (3, 8, 3), (4, 7, 2)], 7),
        ([(2, 99, 5), (3, 8, 1)], 8),
    ],
)
def test_the_options_of_most_cards_count(decks, per_day):
    assert settings_of_package(package(*decks), Settings()).new_per_day == per_day


def test_a_package_without_options_changes_nothing():
    assert settings_of_package(Package(0, (), (), (), ()), Settings()) == Settings()


def test_what_differs_is_said_as_it_stands_in_a_file():
    other = Settings(fuzz=False, new_per_day=3, learning_steps=(60, 5400), relearning_steps=())
    assert changed_settings(Settings(), other) == {
        "learning_steps": ["1m", "90m"],
        "relearning_steps": [],
        "fuzz": "false",
        "new_per_day": "3",
    }
