"""A class on a real terminal: its teacher's `studykit host`, its students, its file."""

from studykit.classroom import events as ev
from studykit.classroom.record import read_session
from studykit.journal.journal import journals
from tests.classroom.student import Student


class Class:
    """A teacher's terminal, and the room as it is in its file."""

    def __init__(self, start, folder):
        self._start = start
        self.folder = folder / "progress" / "classroom"
        self._students = []
        self.child = None

    def begins(self, *argv, **more):
        """Start `studykit host`; any port will do."""
        self.child = self._start(
            "host", *argv, *([] if "--port" in argv else ["--port", "0"]), **more
        )
        return self.child

    def resumes(self, *argv, **more):
        self.child = self._start("host", "--resume", *argv, **more)
        return self.child

    @property
    def path(self):
        return journals(self.folder)[-1]

    @property
    def kept(self):
        return read_session(self.path)

    @property
    def url(self):
        return f"http://127.0.0.1:{self.kept.session.port}/"

    def student(self, name="小明", **more):
        self._students.append(Student.joined(self.url, self.kept.session.pin, name, **more))
        return self._students[-1]

    def guest(self):
        self._students.append(Student(self.url))
        return self._students[-1]

    def names(self, kind=ev.Event):
        return [event.name for event in self.kept.events if isinstance(event, kind)]

    def close(self):
        for student in self._students:
            student.close()


def right(room, question=0):
    """What a student answers who knows it."""
    one = room.kept.session.questions[question]
    return one.key if one.key is not None else one.card.answer
