"""Answers of every kind, given on a phone and by keys alone."""

from tests.classroom.samples import KINDS, right_answer, room, wrong_answer
from tests.classroom.web.hosting import hosting
from tests.classroom.web.visiting import LAPTOP, browser, choose, send, visit

__all__ = ["browser", "visit"]


def given(host, at):
    """What the only player answered to a question."""
    (found,) = host.room.answers(at, 1).values()
    return found


def test_right_answers_of_every_kind(visit):
    with hosting(room(KINDS)) as host:
        page = visit.join(host)
        for at, one in enumerate(host.room.questions):
            host.ask(at)
            page.wait_for_selector("form[data-state=writing]")
            choose(page, one, right_answer(one))
            sure = at % 2 == 0
            send(page, sure)
            assert (given(host, at).answer, given(host, at).sure) == (right_answer(one), sure)
            host.reveal()
            page.wait_for_selector(".verdict.right")
            assert one.card.explanation in page.inner_text("main"), one.kind
            assert page.locator("blockquote").all_inner_texts() == [*one.card.quotes], one.kind


def test_wrong_answers_of_every_kind_are_shown_beside_the_right_ones(visit):
    with hosting(room(KINDS, confidence=False)) as host:
        page = visit.join(host)
        for at, one in enumerate(host.room.questions):
            host.ask(at)
            page.wait_for_selector("form[data-state=writing]")
            choose(page, one, wrong_answer(one))
            send(page)
            assert (given(host, at).answer, given(host, at).sure) == (wrong_answer(one), None)
            host.reveal()
            page.wait_for_selector(".verdict.wrong, .verdict.partly")
            mine, right = page.locator(".pair").all_inner_texts()[:2]
            answers = ("对",) if one.kind == "truefalse" else one.card.answers
            assert all(text in right for text in answers), one.kind
            assert mine != right


def test_every_kind_by_keys_alone(visit):
    with hosting(room(KINDS)) as host:
        page = visit.open(f"{host.url}/", viewport=LAPTOP)
        keys = page.keyboard
        for typed, then in (("482913", "#name:focus"), ("小明", ".face")):
            page.wait_for_selector("input:focus")
            keys.type(typed)
            keys.press("Enter")
            page.wait_for_selector(then)
        for at, one in enumerate(host.room.questions):
            host.ask(at)
            page.wait_for_selector("form[data-state=writing]")
            want = _typed(keys, one)
            for _tab in range(12):
                if page.locator(".buttons button:focus").count():
                    break
                keys.press("Tab")
            keys.press("Enter")
            page.wait_for_selector("form[data-state=received]")
            assert given(host, at).answer == want
            host.reveal()
            page.wait_for_selector(".verdict h1:focus")


def _typed(keys, one):
    """Type an answer to a question; that answer."""
    match one.kind:
        case "choice":
            keys.press("c")
            return 2
        case "truefalse":
            keys.press("ArrowDown")
            keys.press("b")
            return False
        case "order":
            keys.press("Enter")  # the first one goes down
            return (1, 0, *range(2, len(one.options)))
    want = right_answer(one)
    for text in (want,) if isinstance(want, str) else want:
        keys.type(text)
        keys.press("Enter")
    return want


def test_the_browsers_own_buttons_lie_unseen_over_the_options(visit):
    with hosting(room(["choice"])) as host:
        page = visit.join(host)
        one = host.room.questions[0]
        unseen = ["0"] * len(one.options)
        host.ask()
        page.wait_for_selector("form[data-state=writing]")
        assert seen(page) == unseen
        choose(page, one, 0)
        send(page)
        assert seen(page) == unseen
        host.close()
        host.discuss()
        page.wait_for_selector(".told")
        assert seen(page) == unseen


def seen(page):
    """How much is to be seen of each radio button."""
    script = "all => all.map(one => getComputedStyle(one).opacity)"
    return page.locator(".pick input").evaluate_all(script)


def test_nothing_is_sent_before_something_is_chosen(visit):
    with hosting(room(["choice"])) as host:
        page = visit.join(host)
        host.ask()
        page.click(".buttons button >> nth=1")
        page.wait_for_selector(".foot .refusal:not(:empty)")
        assert host.room.answers(0, 1) == {}
        assert page.get_attribute("form", "data-state") == "writing"


def test_what_is_dragged_goes_where_it_is_dropped(visit):
    with hosting(room(["ordered"])) as host:
        page = visit.join(host)
        host.ask()
        page.wait_for_selector(".order")
        before = page.locator(".order .grow").all_inner_texts()
        grip = page.locator(".order .place").nth(0).bounding_box()
        last = page.locator(".order li").nth(2).bounding_box()
        page.mouse.move(grip["x"] + 10, grip["y"] + 10)
        page.mouse.down()
        page.mouse.move(last["x"] + 20, last["y"] + last["height"] / 2, steps=6)
        page.mouse.up()
        page.mouse.move(5, 5)
        assert page.locator(".order .grow").all_inner_texts() == [*before[1:], before[0]]
