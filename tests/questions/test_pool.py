from dataclasses import replace

import pytest

from studykit.questions.pool import Wanted, pool
from tests.questions.making import card, cards, names
from tests.terminal.samples import ALL, CHOICE, LIST, NUMERIC, TRUEFALSE


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(), ALL),
        (Wanted(types=("list", "choice")), (CHOICE, LIST)),
        (Wanted(section="市"), (CHOICE, TRUEFALSE, LIST)),
        (Wanted(tag="figure"), (NUMERIC,)),
        (Wanted(types=("choice",), section="茶园"), ()),
        (Wanted(section="没有的一节"), ()),
        (Wanted(tag="fig"), ()),
    ],
)
def test_cards_are_wanted_by_type_section_and_tag(wanted, found):
    assert pool([ALL], wanted) == found


def test_what_the_article_no_longer_gives_is_not_asked():
    assert names(pool([[card("a"), card("b", gone=True)]], Wanted())) == "a"


def test_of_one_id_in_several_decks_the_first_counts():
    first, second = cards("ab"), (replace(card("b"), prompt="另一个？"), card("c"))
    assert pool([first, second], Wanted()) == (*first, card("c"))


def test_facts_of_different_decks_are_no_siblings():
    found = pool([cards("ab", fact="f"), cards("cd", fact="f")], Wanted())
    a, b, c, d = (one.fact for one in found)
    assert a == b != c == d
    assert pool([cards("a", fact="f")], Wanted())[0].fact == "f"
