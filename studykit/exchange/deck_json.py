"""Decks as JSON: the deck file of YAML, key for key, for programs that read JSON.

JSON is read as YAML (of which it is a part), by the reader of decks: a file that
somebody changed has its problems told by line.
"""

import re
from collections.abc import Sequence

from studykit.deck.decode import DeckFile, parse_deck
from studykit.deck.model import Deck
from studykit.errors import ExchangeError, Problem
from studykit.exchange.fields import card_fields, header_fields
from studykit.exchange.model import Written
from studykit.exchange.text import utf8
from studykit.messages import _

# What YAML breaks lines at or does not allow, and marks that would reorder a line on the screen.
_ESCAPED = re.compile("[\x7f-\xa0\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
# JSON may be indented by tabs, YAML may not; inside its strings stand no line breaks.
_TABS = re.compile(r"^[ \t]+", re.MULTILINE)


def write_json(decks: Sequence[Deck]) -> Written:
    """One deck as a JSON object."""
    import json

    (deck,) = decks
    value = header_fields(deck) | {"cards": [card_fields(card) for card in deck.cards]}
    text = json.dumps(value, ensure_ascii=False, indent=1) + "\n"
    return Written(utf8(_ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", text)))


def read_json(data: bytes, path: str) -> list[DeckFile]:
    """The deck of a file that `write_json` wrote; `ExchangeError` where it is no JSON."""
    import json

    try:
        text = data.decode("utf-8-sig")
        json.loads(text)
    except UnicodeDecodeError as error:
        message = _("not readable as JSON: byte {at} is no UTF-8")
        raise ExchangeError(f"{path}: {message.format(at=error.start)}") from error
    except json.JSONDecodeError as error:
        message = _("not readable as JSON: {why}").format(why=error.msg)
        raise ExchangeError(str(Problem(path, error.lineno, message))) from error
    except RecursionError as error:
        message = _("not readable as JSON: {why}").format(why=_("nested too deeply"))
        raise ExchangeError(f"{path}: {message}") from error
    return [parse_deck(_TABS.sub(" ", text), path)]
