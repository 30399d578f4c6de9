"""Notes that make no card."""


class UnfitError(Exception):
    """A note, as it stands in Anki, makes no card here; says why, for a `Problem`."""
