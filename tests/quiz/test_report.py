import json

from studykit.quiz.events import Ended, Judged
from studykit.quiz.quiz import replay
from studykit.quiz.report import report_of
from tests.quiz.making import AT, answered, started
from tests.terminal.samples import CHOICE, LIST, NUMERIC

START = started(NUMERIC, CHOICE, LIST, whole=60)


def test_everything_of_a_quiz_as_plain_values():
    late = answered(START, 1, "本地", late=True)
    events = [answered(START, 0, "36.5"), Judged(AT, 0, True), late, Ended(AT, "time")]
    found = json.loads(json.dumps(report_of(replay(START, events))))
    assert (found["ended"], found["time"], found["seconds"]) == ("time", 60, 8.0)
    assert found["score"] == {
        "points": 1.0,
        "questions": 3,
        "right": 1,
        "near": 0,
        "wrong": 1,
        "unanswered": 1,
        "share": 1 / 3,
    }
    assert {kind: one["points"] for kind, one in found["types"].items()} == {
        "numeric": 1,
        "choice": 0,
        "list": 0,
    }
    assert {name: one["questions"] for name, one in found["sections"].items()} == {
        "茶园的一年": 1,
        "市场": 2,
    }
    first, second, third = found["questions"]
    assert (first["typed"], first["grade"], first["own"]) == (["36.5"], "right", True)
    assert (second["typed"], second["late"], second["options"]) == (
        ["本地"],
        True,
        [*CHOICE.options],
    )
    assert (third["typed"], third["grade"], third["score"]) == (None, None, 0)
    assert third["quotes"] == [*LIST.quotes]
