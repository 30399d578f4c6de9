"""What a reader says when it refuses a file."""

from collections.abc import Callable

import pytest

from studykit.errors import ReadError
from studykit.messages import speak


def refusal_of(read: Callable[[], object]) -> str:
    """The refusal in Chinese and, behind " / ", in English; each of them is one line."""
    said = []
    try:
        for language in ("zh", "en"):
            speak(language)
            with pytest.raises(ReadError) as caught:
                read()
            said.append(str(caught.value))
    finally:
        speak("en")
    assert not any("\n" in line for line in said)
    return " / ".join(said)
