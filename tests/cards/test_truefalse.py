"""Statements true and false: about half of each, and one thing changed in the false ones."""

import pytest

from studykit.cards.candidate import Candidate
from studykit.cards.truefalse import figure_statements
from studykit.cards.voice import Voice
from studykit.facts.model import Figure
from studykit.facts.relations import reversed_relation
from tests.cards.figures import figure

VOICE = Voice("zh-Hans")
PRODUCTS = "粮食 茶叶 水果 蔬菜 蚕茧 生猪 家禽 水产 木材 毛竹 药材 花卉"


def growing() -> list[Figure]:
    """Figures of growth and fall, one a sentence, told apart by product and year."""
    out: list[Figure] = []
    for year in range(2018, 2024):
        for k, product in enumerate(PRODUCTS.split()):
            verb = "增长" if k % 2 else "下降"
            out.append(
                figure(
                    f"{year}年{product}产量{verb}", f"{year % 10 + k + 1}.{k % 9 + 1}%",
                    order=len(out), relation=verb, indicator=f"{product}产量",
                )
            )  # fmt: skip
    return out


def levels() -> list[Figure]:
    """Figures without a direction."""
    return [
        figure(
            f"{product}基地面积为", f"{1200 + 340 * k}.5公顷",
            order=k, relation="为", indicator=f"{product}基地面积",
        )
        for k, product in enumerate(PRODUCTS.split() * 6)
    ]  # fmt: skip


def cards(figures: list[Figure]) -> list[tuple[Candidate, Figure]]:
    by_key = {f.key: f for f in figures}
    return [(c, by_key[c.card.fact]) for c in figure_statements(figures, {}, [""], VOICE)]


def true_statement(source: Figure) -> str:
    return f"{source.before}{source.text}{source.after}。"


@pytest.mark.parametrize("figures", [growing(), levels()], ids=["directions", "levels"])
def test_about_half_are_true(figures: list[Figure]) -> None:
    answers = [c.card.answer for c, _ in cards(figures)]
    assert len(answers) >= 4
    assert abs(answers.count(True) - answers.count(False)) <= 1


@pytest.mark.parametrize("figures", [growing(), levels()], ids=["directions", "levels"])
def test_true_ones_say_what_the_text_says(figures: list[Figure]) -> None:
    for candidate, source in cards(figures):
        said = candidate.card.prompt == true_statement(source)
        assert said is candidate.card.answer


def test_a_false_one_turns_the_direction_and_nothing_else() -> None:
    false = [(c.card, f) for c, f in cards(growing()) if c.card.answer is False]
    assert false
    for card, source in false:
        word, opposite = reversed_relation(source.relation)
        assert card.prompt == true_statement(source).replace(word, opposite)
        assert f"{word}{source.text}" in card.explanation


def test_a_false_one_without_direction_swaps_the_value_and_nothing_else() -> None:
    false = [(c.card, f) for c, f in cards(levels()) if c.card.answer is False]
    assert false
    for card, source in false:
        assert card.prompt.startswith(source.before)
        wrong = card.prompt.removeprefix(source.before).removesuffix("。")
        assert wrong != source.text
        assert wrong.endswith("公顷")
        assert source.text in card.explanation


def test_statements_are_extras_that_share_the_fact_of_their_figure() -> None:
    for candidate, source in cards(levels()):
        assert candidate.extra
        assert candidate.card.type == "truefalse"
        assert candidate.card.fact == source.key
        assert source.text in candidate.card.quotes[0]


UNFIT = [
    {"doubtful": "unreadable"},
    {"relation": ""},
    {"first_of_change": True},
    {"last_of_change": True},
    {"after": "，用于建设"},
]


@pytest.mark.parametrize("change", UNFIT, ids=lambda change: next(iter(change)))
def test_some_figures_make_no_statement(change: dict[str, object]) -> None:
    after = str(change.get("after", ""))
    plain = {k: v for k, v in change.items() if k != "after"}
    figures = [
        figure(
            f"{product}基地面积为", f"{1200 + 340 * k}.5公顷", after,
            **{"order": k, "relation": "为", **plain},  # type: ignore[arg-type]
        )
        for k, product in enumerate(PRODUCTS.split() * 6)
    ]  # fmt: skip
    assert figure_statements(figures, {}, [""], VOICE) == []


@pytest.mark.parametrize(
    ("verb", "value"), [("达到", "40多年"), ("排名", "第二"), ("达到", "18至60岁"), ("达到", "8:2")]
)
def test_loose_amounts_ranks_and_ranges_make_no_statement(verb: str, value: str) -> None:
    figures = [
        figure(f"{product}{k}基地{verb}", value, order=k, relation=verb)
        for k, product in enumerate(PRODUCTS.split() * 6)
    ]
    assert figure_statements(figures, {}, [""], VOICE) == []
