"""From a Chinese article to a verified deck of cards, and to learning it."""

__version__ = "0.1.0"
