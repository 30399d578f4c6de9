"""A lesson as a phone shows it, from the door to the end."""

from studykit.classroom import events as ev
from studykit.classroom.roster import Roster
from tests.classroom.samples import right_answer, room, wrong_answer
from tests.classroom.web.hosting import PIN, hosting
from tests.classroom.web.visiting import browser, choose, send, visit

__all__ = ["browser", "visit"]


def test_the_door_tells_what_is_wrong(visit):
    with hosting(room(["choice"])) as host:
        page = visit.open(host.url)
        page.fill("#pin", "000 000")
        page.click("button.main")
        page.wait_for_selector(".refusal:not(:empty)")
        page.fill("#pin", f"{PIN[:3]} {PIN[3:]}")
        page.click("button.main")
        page.wait_for_selector("#name")
        assert page.inner_text("h1") == "春茶与小镇"
        page.click("button.main")
        page.wait_for_selector(".refusal:not(:empty)")
        host.submit(ev.Locked, True)
        page.fill("#name", "小明")
        page.click("button.main")
        page.wait_for_selector("text=课堂已锁定")
        assert page.input_value("#name") == "小明"
        host.submit(ev.Locked, False)
        page.click("button.main")
        page.wait_for_selector(".face")
        assert [one.name for one in host.room.here] == ["小明"]


def test_a_name_of_the_roster_needs_its_code(visit):
    roster = Roster({"李雷": "4711", "韩梅梅": ""})
    with hosting(room(["choice"], teams=("东", "西")), roster=roster) as host:
        page = visit.open(f"{host.url}/?pin={PIN}")
        page.select_option("#who", label="李雷")
        page.click(".pick:has-text('西')")
        page.fill("#code", "1")
        page.click("button.main")
        page.wait_for_selector(".refusal:not(:empty)")
        page.fill("#code", "4711")
        page.click("button.main")
        page.wait_for_selector(".face")
        (player,) = host.room.here
        assert (player.learner, player.team) == ("李雷", 1)


def test_a_guest_beside_the_roster(visit):
    with hosting(room(["choice"]), roster=Roster({"李雷": "4711"})) as host:
        page = visit.open(f"{host.url}/?pin={PIN}")
        page.select_option("#who", "guest")
        page.fill("#name", "旁听")
        page.click("button.main")
        page.wait_for_selector(".face")
        assert host.room.here[0].learner == ""


def test_names_are_only_ever_text(visit):
    name = "<img src=x onerror=document.title='owned'>"
    with hosting(room(["choice"])) as host:
        page = visit.open(f"{host.url}/?pin={PIN}")
        page.fill("#name", "<b>小明</b>")
        page.click("button.main")
        page.wait_for_selector(".face")
        wall = visit.open(host.wall)
        host.enrol([name])
        wall.wait_for_selector(".names li >> nth=1")
        for shown in (page, wall):
            assert shown.locator("main img:not(.qr), main b:has-text('小明')").count() == 0
            assert shown.title() == "studykit"
        assert page.inner_text(".name") == "<b>小明</b>"


def test_vote_talk_vote_again_and_result(visit):
    with hosting(room(["choice", "qa"], ranks="own", seconds=60)) as host:
        page = visit.join(host)
        host.ask()
        one = host.room.questions[0]
        choose(page, one, wrong_answer(one))
        send(page, sure=True)
        host.close()
        host.discuss()
        page.wait_for_selector("form[data-state=discuss]")
        assert page.locator(".pick input").nth(wrong_answer(one)).is_checked()
        assert page.locator(".pick input").first.is_disabled()
        host.revote()
        page.wait_for_selector("form[data-state=writing]")
        assert "第 2 次投票" in page.inner_text(".number")
        assert page.locator(".pick input:checked").count() == 0
        choose(page, one, right_answer(one))
        send(page, sure=False)
        host.reveal()
        page.wait_for_selector(".verdict.right")
        assert page.inner_text(".rank") == "第 1 名"
        assert page.inner_text(".points") == "100 分"
        host.ask(1)
        page.wait_for_selector("form[data-state=writing]")
        host.reveal()
        page.wait_for_selector(".verdict.none")
        host.end()
        page.wait_for_selector("text=下课了")
        assert "100 分" in page.inner_text(".score")


def test_a_pause_stops_the_time_and_keeps_what_was_chosen(visit):
    with hosting(room(["choice"], seconds=60)) as host:
        page = visit.join(host)
        page.clock.install()
        host.ask()
        choose(page, host.room.questions[0], 1)
        host.pause()
        page.wait_for_selector("form[data-state=paused]")
        stands = page.inner_text(".clock b")
        host.skip(30)
        page.clock.fast_forward(30_000)
        assert page.inner_text(".clock b") == stands
        host.pause(paused=False)
        page.wait_for_selector("form[data-state=writing]")
        assert page.inner_text(".clock b") == stands
        send(page)
        assert next(iter(host.room.answers(0, 1).values())).answer == 1


def test_when_the_time_is_up_nothing_can_be_sent(visit):
    with hosting(room(["choice"], seconds=60)) as host:
        page = visit.join(host)
        page.clock.install()
        host.ask()
        page.wait_for_selector("form[data-state=writing]")
        page.clock.fast_forward(61_000)
        page.wait_for_selector("form[data-state=over]")
        assert page.locator(".buttons").count() == 0


def test_a_vote_that_the_teacher_closed_takes_no_more(visit):
    with hosting(room(["choice"])) as host:
        page = visit.join(host)
        host.ask()
        choose(page, host.room.questions[0], 1)
        host.close()
        page.click(".buttons button >> nth=0")
        page.wait_for_selector("form[data-state=closed]")
        assert host.room.answers(0, 1) == {}


def test_who_comes_late_finds_the_lesson_where_it_is(visit):
    with hosting(room(["choice"], ranks="board")) as host:
        steps = (
            (host.ask, "form[data-state=writing]"),
            (host.close, "form[data-state=closed]"),
            (host.discuss, "form[data-state=discuss]"),
            (host.revote, "form[data-state=writing] .number .tag"),
            (host.reveal, ".verdict.none"),
            (host.board, ".board"),
        )
        early = visit.join(host)
        for number, (step, shown) in enumerate(steps):
            step()
            late = visit.open(f"{host.url}/?pin={PIN}")
            late.fill("#name", f"第{number}")
            late.keyboard.press("Enter")
            late.wait_for_selector(shown)
            late.close()
            early.reload()
            early.wait_for_selector(shown)
        host.end()
        early.wait_for_selector("text=下课了")
        late = visit.open(f"{host.url}/?pin={PIN}")
        late.fill("#name", "太晚")
        late.keyboard.press("Enter")
        late.wait_for_selector("text=这堂课已经结束")


def test_who_is_sent_away_may_ask_again(visit):
    with hosting(room(["choice"])) as host:
        page = visit.join(host)
        host.kick(host.room.here[0].id)
        page.wait_for_selector("text=老师请你离开了课堂")
        page.click("button.main")
        page.wait_for_selector("#name, #pin")


def test_each_at_their_own_pace(visit):
    with hosting(room(["choice", "qa", "list"], self_paced=True)) as host:
        page = visit.join(host)
        host.ask()
        for at, one in enumerate(host.room.questions):
            page.wait_for_selector("form[data-state=writing]")
            choose(page, one, right_answer(one))
            page.locator(".buttons button").first.click()
            page.wait_for_selector(".verdict.right")
            page.reload()
            page.wait_for_selector(".verdict.right")
            assert page.inner_text(".points") == f"{(at + 1) * 100} 分"
            page.click("button.main")
        page.wait_for_selector("text=都答完了")
        host.end()
        page.wait_for_selector("text=下课了")


def test_the_board_where_all_may_see_it(visit):
    with hosting(room(["choice"], ranks="board", teams=("东", "西"))) as host:
        host.enrol(["甲", "乙", "丙"], teams=2)
        page = visit.open(f"{host.url}/?pin={PIN}")
        page.fill("#name", "小明")
        page.click(".pick:has-text('西')")
        page.click("button.main")
        page.wait_for_selector(".face")
        host.ask()
        choose(page, host.room.questions[0], right_answer(host.room.questions[0]))
        send(page)
        host.reveal()
        host.board()
        host.end()
        page.wait_for_selector(".board")
        assert page.inner_text(".board [aria-current] >> nth=0").split()[:3] == ["1", "小明", "100"]


def test_languages(visit):
    with hosting(room(["choice"])) as host:
        page = visit.open(host.url, locale="en-GB")
        assert page.inner_text("h1") == "Join the class"
        assert page.get_attribute("html", "lang") == "en"
        page.click(".language")
        assert page.inner_text("h1") == "加入课堂"
        page.reload()
        assert page.inner_text("h1") == "加入课堂"
        assert page.get_attribute("html", "lang") == "zh"


def test_what_happens_is_said_to_those_who_do_not_see_it(visit):
    with hosting(room(["choice", "ordered"])) as host:
        page = visit.join(host)
        host.ask()
        page.wait_for_selector("form[data-state=writing]")
        group = page.get_by_role("group", name=host.room.questions[0].prompt)
        assert group.get_by_role("radio", name="乙").count() == 1
        host.pause()
        page.wait_for_selector("#said >> text=暂停")
        host.pause(paused=False)
        page.get_by_role("radio", name="乙").check()
        page.get_by_role("button", name="有把握").click()
        page.wait_for_selector("#said >> text=已收到")
        host.reveal()
        page.wait_for_selector(".verdict h1:focus")
        host.ask(1)
        first = host.room.questions[1].options[0]
        page.get_by_role("button", name=f"下移：{first}").click()
        assert page.inner_text("#said") == f"{first}：第 2 位，共 3 位"
