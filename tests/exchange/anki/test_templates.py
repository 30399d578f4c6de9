"""What the templates do in a browser."""

import hashlib
import re
from dataclasses import replace

import pytest

from studykit.cards.model import CARD_TYPES, Card, CardType
from studykit.exchange.anki.note_types import MODIFIED, note_type
from tests.browser import PHONE, browser, page
from tests.deck.making import DECK
from tests.exchange.anki.pages import ADDRESS, page_html, sides

__all__ = ["browser", "page"]

BY_TYPE: dict[CardType, Card] = {card.type: card for card in DECK.cards}
BOX = "<input type='text' id='typeans'>"
COMPARED = "<code id='typeans'><span class='typeGood'>42.6万吨</span></code>"


@pytest.fixture
def viewer(page) -> "Viewer":
    page.route("**/*", lambda route: route.fulfill(body="", content_type="text/html"))
    page.goto(ADDRESS)
    return Viewer(page)


class Viewer:
    """Shows sides one after the other in one page, as a viewer of Anki does."""

    def __init__(self, page) -> None:
        self.page = page

    def front(self, card: Card, **how: bool) -> None:
        side, _back = sides(card, DECK, typed=BOX)
        self.page.set_content(page_html(card, side, **how))

    def back(self, card: Card, **how: bool) -> None:
        _front, side = sides(card, DECK, compared=COMPARED)
        self.page.set_content(page_html(card, side, **how))

    def options(self) -> list[str]:
        return self.page.locator(".sk-option .sk-words").all_inner_texts()


def test_options_are_shuffled_and_all_there(viewer: Viewer) -> None:
    card = BY_TYPE["choice"]
    orders = set()
    for _again in range(30):
        viewer.front(card)
        shown = viewer.options()
        assert sorted(shown) == sorted(card.options)
        orders.add(tuple(shown))
    # Of 24 orders 30 draws are the same with a chance of 24 ** -29.
    assert len(orders) > 1
    assert viewer.page.locator(".sk-sign").all_inner_texts() == ["A", "B", "C", "D"]


@pytest.mark.parametrize("right", [True, False])
def test_a_choice_is_graded_on_the_back_in_the_order_of_the_front(
    viewer: Viewer, right: bool
) -> None:
    card = BY_TYPE["choice"]
    wrong = card.options[2]
    viewer.front(card)
    order = viewer.options()
    viewer.page.get_by_text(str(card.answer) if right else wrong).click()
    viewer.back(card)
    assert viewer.options() == order
    assert viewer.page.locator(".sk-right .sk-words").all_inner_texts() == [card.answer]
    assert viewer.page.locator(".sk-wrong .sk-words").all_inner_texts() == (
        [] if right else [wrong]
    )
    assert viewer.page.locator(".sk-passed").count() == right
    assert viewer.page.locator(".sk-failed").count() == (not right)


def test_a_choice_can_be_taken_back(viewer: Viewer) -> None:
    card = BY_TYPE["choice"]
    viewer.front(card)
    button = viewer.page.locator("button").first
    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    button.click()
    assert button.get_attribute("aria-pressed") == "false"
    viewer.back(card)
    assert viewer.page.locator(".sk-passed, .sk-failed, .sk-wrong").count() == 0
    assert viewer.page.locator(".sk-right").count() == 1


def test_a_back_shown_alone_has_the_order_of_the_deck(viewer: Viewer) -> None:
    card = BY_TYPE["choice"]
    viewer.back(card)
    assert viewer.options() == list(card.options)
    assert viewer.page.locator(".sk-right .sk-words").all_inner_texts() == [card.answer]


def test_the_front_of_another_card_is_not_taken_for_ones_own(viewer: Viewer) -> None:
    card = BY_TYPE["choice"]
    viewer.front(replace(card, prompt="另一问？"))
    viewer.page.locator("button").first.click()
    viewer.back(card)
    assert viewer.options() == list(card.options)
    assert viewer.page.locator(".sk-picked").count() == 0


@pytest.mark.parametrize(("at", "right"), [(0, False), (1, True)])
def test_true_or_false_is_graded_on_the_back(viewer: Viewer, at: int, right: bool) -> None:
    card = BY_TYPE["truefalse"]
    viewer.front(card)
    viewer.page.locator("button").nth(at).click()
    viewer.back(card)
    marked = viewer.page.locator(".sk-option").evaluate_all("all => all.map(one => one.className)")
    assert ["sk-right" in one for one in marked] == [False, True]
    assert viewer.page.locator(".sk-passed").count() == right


@pytest.mark.parametrize(("language", "answer"), [("zh-Hans", True), ("zh-Hant", True)])
def test_true_in_both_scripts(viewer: Viewer, language: str, answer: bool) -> None:
    card = replace(BY_TYPE["truefalse"], answer=answer)
    _front, side = sides(card, replace(DECK, language=language))
    viewer.page.set_content(page_html(card, side))
    assert viewer.page.locator(".sk-option").first.evaluate(
        "one => one.classList.contains('sk-right')"
    )
    assert viewer.page.locator(".sk").get_attribute("lang") == language


def test_a_list_says_how_many_and_has_a_box_for_each(viewer: Viewer) -> None:
    card = BY_TYPE["list"]
    viewer.front(card)
    assert viewer.page.locator(".sk-count").get_attribute("data-count") == "3"
    assert "修路" not in viewer.page.locator(".sk").inner_html()
    viewer.back(card)
    viewer.page.locator("input[type=checkbox]").nth(1).check()
    assert viewer.page.locator(".sk-count").inner_text() == "1 / 3"
    assert viewer.page.locator(".sk-item").all_inner_texts() == list(card.answers)


@pytest.mark.parametrize("type_", CARD_TYPES)
def test_without_storage_nothing_breaks(viewer: Viewer, type_: CardType) -> None:
    refuse = "Object.defineProperty(window, 'sessionStorage', {get() { throw Error('no') }})"
    viewer.page.add_init_script(refuse)
    viewer.page.reload()
    viewer.front(BY_TYPE[type_])
    viewer.back(BY_TYPE[type_])
    assert viewer.page.locator(".sk-back").count() == 1


def test_sides_that_share_a_window_need_no_storage(viewer: Viewer) -> None:
    """As in Anki on the desktop, which puts the back into the page of the front."""
    card = BY_TYPE["choice"]
    front, back = sides(card, DECK)
    refuse = "Object.defineProperty(window, 'sessionStorage', {get() { throw Error('no') }})"
    viewer.page.set_content(page_html(card, ""))
    viewer.page.evaluate(refuse)
    swap = """html => {
        const place = document.getElementById("qa");
        place.innerHTML = html;
        for (const old of place.querySelectorAll("script")) {
            const script = document.createElement("script");
            script.textContent = old.textContent;
            old.replaceWith(script);
        }
    }"""
    viewer.page.evaluate(swap, front)
    order = viewer.options()
    viewer.page.locator("button").first.click()
    viewer.page.evaluate(swap, back)
    assert viewer.options() == order
    assert viewer.page.locator(".sk-picked .sk-words").all_inner_texts() == order[:1]


@pytest.mark.parametrize("type_", CARD_TYPES)
def test_texts_are_never_markup(viewer: Viewer, type_: CardType) -> None:
    evil = "<img src=x onerror='window.hit=1'><script>window.hit=1</script>"
    card = BY_TYPE[type_]
    card = replace(
        card,
        prompt=evil + card.prompt,
        explanation=evil,
        derived=evil,
        accept=(evil,),
        quotes=(evil,),
        spans=(),
        section=evil,
    )
    if type_ == "choice":
        card = replace(card, answer=evil, options=(evil, *card.options[1:]))
    elif type_ in ("cloze", "list"):
        card = replace(card, answer=(evil, *card.answers[1:]))
    elif type_ != "truefalse":
        card = replace(card, answer=evil)
    for show in (viewer.front, viewer.back):
        show(card)
        assert evil in viewer.page.locator(".sk").inner_text()
        assert viewer.page.evaluate("window.hit") is None
        assert viewer.page.locator(".sk img, .sk script").count() == 0


@pytest.mark.parametrize("type_", CARD_TYPES)
@pytest.mark.parametrize("size", [PHONE, {"width": 320, "height": 600}])
def test_nothing_is_wider_than_a_phone(viewer: Viewer, type_: CardType, size: dict) -> None:
    long = "很长的一段话" * 12 + "x" * 80
    card = BY_TYPE[type_]
    card = replace(card, prompt=long + card.prompt, explanation=long, section=long, accept=(long,))
    viewer.page.set_viewport_size(size)
    for show in (viewer.front, viewer.back):
        show(card)
        assert viewer.page.evaluate("document.documentElement.scrollWidth") <= size["width"]


def contrast(one: str, other: str) -> float:
    """The contrast of two colours `rgb(…)` (WCAG 2.1)."""

    def light(colour: str) -> float:
        parts = [int(n) / 255 for n in re.findall(r"\d+", colour)[:3]]
        bent = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * bent[0] + 0.7152 * bent[1] + 0.0722 * bent[2]

    bright, dark = sorted((light(one), light(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("type_", CARD_TYPES)
@pytest.mark.parametrize(
    "how", [{}, {"night": True}, {"night": True, "droid": True}], ids=["day", "night", "droid"]
)
def test_all_that_is_written_can_be_read(viewer: Viewer, type_: CardType, how: dict) -> None:
    colours = """() => {
        const found = [];
        for (const one of document.querySelectorAll(".sk *")) {
            const own = [...one.childNodes].some(n => n.nodeType === 3 && n.data.trim());
            if (!own || !one.offsetParent) continue;
            let back = one;
            while (back && getComputedStyle(back).backgroundColor.endsWith(", 0)")) {
                back = back.parentElement;
            }
            found.push([one.className, getComputedStyle(one).color,
                        getComputedStyle(back).backgroundColor]);
        }
        return found;
    }"""
    for show in (viewer.front, viewer.back):
        show(BY_TYPE[type_], **how)
        found = viewer.page.evaluate(colours)
        assert found
        # 4.5 is what WCAG 2.1 asks of text (AA).
        assert [one for one in found if contrast(one[1], one[2]) < 4.5] == []
    page_colour = viewer.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (contrast(page_colour, "rgb(0, 0, 0)") < 3) == bool(how)


def test_templates_of_another_kind_have_another_date() -> None:
    """Anki takes a note type over only where it is newer: raise MODIFIED with every change."""
    found = hashlib.sha256()
    for type_ in CARD_TYPES:
        one = note_type(type_)
        parts = (one.name, *one.fields, one.templates[0].question, one.templates[0].answer)
        found.update("\x1f".join((*parts, one.css.partition("\n")[2])).encode())
    assert (MODIFIED, found.hexdigest()[:16]) == (1764028800, "a90148d9051b2ed3")


@pytest.mark.parametrize("type_", CARD_TYPES)
def test_scripts_hold_nothing_that_anki_would_fill_in(type_: CardType) -> None:
    template = note_type(type_).templates[0]
    scripts = re.findall(r"<script>(.*?)</script>", template.question + template.answer, re.DOTALL)
    assert all("{{" not in script and "}}" not in script for script in scripts)
    assert bool(scripts) == (type_ in ("choice", "truefalse", "list"))
    assert "<!--" not in template.question + template.answer
