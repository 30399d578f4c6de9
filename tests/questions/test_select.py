from random import Random

from studykit.questions.pool import Wanted
from studykit.questions.select import select
from tests.questions.making import cards, names
from tests.terminal.samples import ALL


def test_a_seed_says_which_in_which_order_with_which_options():
    assert select([ALL], 6, Random(5)) == select([ALL], 6, Random(5))
    assert len({names(select([cards("abcdefghij")], 5, Random(seed))) for seed in range(9)}) > 5


def test_types_and_weights_are_heeded():
    deck = cards("abcdef")
    weights = dict.fromkeys("abcdef", 0.0) | {"c": 1.0}
    assert names(select([deck], 1, Random(1), weights=weights)) == "c"
    assert select([deck], 3, Random(1), Wanted(types=("list",))) == ()
