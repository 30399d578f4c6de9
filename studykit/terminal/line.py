"""A line of text being typed, with the keys of every shell."""

from dataclasses import dataclass

from studykit.terminal.keys import Press

# Far longer than any answer; a paste by mistake must not fill the screen.
LONGEST = 500


@dataclass(frozen=True, slots=True)
class Line:
    """The text, and the place of the cursor in it: before the character with that offset."""

    text: str = ""
    at: int = 0

    @classmethod
    def of(cls, text: str) -> "Line":
        """A line with the cursor at its end."""
        return cls(text, len(text))

    def press(self, press: Press) -> "Line":
        """The line after a key; itself where the key is none for editing."""
        before, after = self.text[: self.at], self.text[self.at :]
        match press.name:
            case "backspace":
                return Line(before[:-1] + after, max(0, self.at - 1))
            case "delete":
                return Line(before + after[1:], self.at)
            case "ctrl-u":
                return Line(after, 0)
            case "ctrl-k":
                return Line.of(before)
            case "ctrl-w":
                kept = _without_word(before)
                return Line(kept + after, len(kept))
            case "left":
                return Line(self.text, max(0, self.at - 1))
            case "right":
                return Line(self.text, min(len(self.text), self.at + 1))
            case "home":
                return Line(self.text, 0)
            case "end":
                return Line.of(self.text)
        typed = press.text[: max(0, LONGEST - len(self.text))]
        return Line(before + typed + after, self.at + len(typed))


def _without_word(text: str) -> str:
    """The text without the word at its end: Chinese without blanks is one word."""
    stripped = text.rstrip()
    return stripped[: stripped.rfind(" ") + 1]


EMPTY = Line()
