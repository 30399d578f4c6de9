"""What must not be guessed: the PIN of a room, and the token by which a player comes back."""

import hashlib
import hmac
import secrets

PIN_DIGITS = 6
# 128 bits: nobody guesses that, and what the journal keeps is only its hash.
_TOKEN_BYTES = 16


def new_pin() -> str:
    """Six digits, none of them leading zeros: people leave those out."""
    low = 10 ** (PIN_DIGITS - 1)
    return str(low + secrets.randbelow(9 * low))


def same_pin(typed: str, pin: str) -> bool:
    """Whether that is the PIN; blanks do not count, and comparing takes as long for any."""
    bare = "".join(typed.split())
    return hmac.compare_digest(bare.encode(), pin.encode())


def new_token() -> str:
    """A token for a player's device."""
    return secrets.token_urlsafe(_TOKEN_BYTES)


def hash_of(token: str) -> str:
    """What the room keeps of a token. It is random, so one round of SHA-256 is enough."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()[:32]
