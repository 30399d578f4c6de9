"""A phone that was reloaded, slept, lost its network or its host."""

from tests.classroom.samples import room
from tests.classroom.web.hosting import PIN, Host, hosting
from tests.classroom.web.visiting import browser, choose, send, visit

__all__ = ["browser", "visit"]

RELOADS = 100


def test_an_answer_is_there_after_a_hundred_reloads(visit):
    with hosting(room(["choice"], seconds=600)) as host:
        page = visit.join(host, requests=False)
        host.ask()
        choose(page, host.room.questions[0], 2)
        send(page, sure=True)
        for _again in range(RELOADS):
            page.reload(wait_until="commit")
            page.wait_for_selector("form[data-state=received]")
            assert page.locator(".pick input").nth(2).is_checked()
        assert len(host.room.answers(0, 1)) == 1
        assert len(host.room.players) == 1


def test_what_is_half_written_is_there_after_a_reload(visit):
    with hosting(room(["cloze"])) as host:
        page = visit.join(host)
        host.ask()
        page.fill(".filled input >> nth=1", "写了一半")
        page.reload()
        page.wait_for_selector("form[data-state=writing]")
        assert page.input_value(".filled input >> nth=1") == "写了一半"


def test_a_second_page_of_the_same_person(visit):
    with hosting(room(["choice"])) as host:
        page = visit.join(host)
        second = visit.open(host.url, context=page.context)
        second.wait_for_selector(".face")
        host.ask()
        for one in (page, second):
            one.wait_for_selector("form[data-state=writing]")
        choose(page, host.room.questions[0], 0)
        send(page)
        choose(second, host.room.questions[0], 1)
        second.click(".buttons button >> nth=0")
        second.wait_for_selector("form[data-state=received]")
        assert second.locator(".pick input").nth(0).is_checked()


def test_an_answer_given_while_the_host_is_away_arrives(visit):
    first = Host(room(["choice"]))
    page = visit.join(first)
    first.ask()
    choose(page, first.room.questions[0], 1)
    first.stop()
    page.wait_for_selector("#line:not(:empty)")
    page.click(".buttons button >> nth=1")
    page.wait_for_selector("form[data-state=sending]")
    with hosting(room(["choice"]), port=first.port, kept=first.events) as host:
        page.wait_for_selector("form[data-state=received]")
        (given,) = host.room.answers(0, 1).values()
        assert (given.answer, given.sure) == (1, True)
        assert len(host.room.players) == 1


def test_an_answer_that_the_disk_had_no_room_for_is_sent_again(visit):
    with hosting(room(["choice"])) as host:
        page = visit.join(host)
        host.ask()
        choose(page, host.room.questions[0], 2)
        host.disk_full = True
        page.click(".buttons button >> nth=0")
        page.wait_for_selector("form[data-state=sending] .refusal:not(:empty)")
        assert host.room.answers(0, 1) == {}
        host.disk_full = False
        page.wait_for_selector("form[data-state=received]")
        assert len(host.room.answers(0, 1)) == 1


def test_an_answer_whose_receipt_was_lost_is_sent_again(visit):
    with hosting(room(["choice"])) as host:
        lost = []

        def between(page_side):
            host_side = page_side.connect_to_server()

            def down(message):
                if '"ack"' in message and not lost:
                    lost.append(message)
                else:
                    page_side.send(message)

            host_side.on_message(down)

        context = visit.context()
        context.route_web_socket("**/ws", between)
        page = visit.open(f"{host.url}/?pin={PIN}", context=context)
        page.fill("#name", "小明")
        page.keyboard.press("Enter")
        page.wait_for_selector(".face")
        host.ask()
        choose(page, host.room.questions[0], 3)
        send(page)
        assert lost
        assert len(host.room.answers(0, 1)) == 1


def test_a_phone_without_a_network_for_a_while(visit):
    with hosting(room(["choice", "qa"])) as host:
        page = visit.join(host)
        page.context.set_offline(True)
        host.call(lambda: [page.box.close() for page in list(host.hub._pages)])
        page.wait_for_selector("#line:not(:empty)")
        host.ask()
        page.context.set_offline(False)
        page.wait_for_selector("form[data-state=writing]")
        page.wait_for_selector("#line:empty", state="attached")


def test_a_phone_that_slept_asks_anew(visit):
    with hosting(room(["choice"])) as host:
        page = visit.join(host)
        sockets = []
        page.on("websocket", lambda socket: sockets.append(socket))
        page.evaluate(
            """() => {
              const seen = (hidden) => {
                Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
                document.dispatchEvent(new Event("visibilitychange"));
              };
              seen(true);
              const before = Date.now;
              Date.now = () => before() + 60000;
              seen(false);
            }"""
        )
        host.ask()
        page.wait_for_selector("form[data-state=writing]")
        assert len(sockets) == 1
        host.call(lambda: None)
        assert host.hub.connected == 1


def test_a_token_of_another_lesson_leads_to_the_door(visit):
    first = Host(room(["choice"]))
    page = visit.join(first)
    first.stop()
    with hosting(room(["choice"]), port=first.port):
        page.wait_for_selector("#name, #pin")
        page.goto(f"{first.url}/?pin={PIN}")
        page.wait_for_selector("#name")


def test_where_nothing_may_be_stored_the_page_works_all_the_same(visit):
    with hosting(room(["choice"])) as host:
        context = visit.context()
        context.add_init_script(
            "for (const name of ['localStorage', 'sessionStorage'])"
            " Object.defineProperty(window, name, { get() { throw new Error('denied') } });"
        )
        page = visit.open(f"{host.url}/?pin={PIN}", context=context)
        page.fill("#name", "小明")
        page.keyboard.press("Enter")
        page.wait_for_selector(".face")
        host.ask()
        choose(page, host.room.questions[0], 0)
        send(page)
