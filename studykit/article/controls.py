"""Characters that steer a terminal or hide in text, and never belong on a card."""

import unicodedata


def is_control(char: str) -> bool:
    """Whether one character is a control, invisible or direction-changing one.

    Tab and line feed are not. Escape, NUL, carriage return, zero-width marks
    and bidirectional overrides are.
    """
    return char not in "\t\n" and unicodedata.category(char) in {"Cc", "Cf", "Cs"}
