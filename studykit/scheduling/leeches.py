"""Leeches: cards that are forgotten again and again, and cost more than they give."""


def is_leech(lapses: int, threshold: int) -> bool:
    """Whether the last of so many lapses calls for a measure; never for a threshold of 0.

    At the threshold, and again each time half as many have come on top, as in
    Anki (rslib/src/scheduler/states/review.rs, leech_threshold_met).
    """
    if threshold <= 0 or lapses < threshold:
        return False
    return (lapses - threshold) % ((threshold + 1) // 2) == 0
