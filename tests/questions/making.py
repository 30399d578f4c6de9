"""Cards that have nothing in common but what a test gives them."""

from studykit.cards.model import Card


def card(name: str, **more) -> Card:
    """A card that asks about the thing called so."""
    more.setdefault("prompt", f"关于“{name}”要记住什么？")
    more.setdefault("answer", f"答案{name}号")
    return Card(more.pop("type", "qa"), id=name, **more)


def cards(names: str, **more) -> tuple[Card, ...]:
    """A card for each of the characters."""
    return tuple(card(name, **more) for name in names)


def names(found) -> str:
    """The ids of cards or of questions, one after another."""
    return "".join(getattr(one, "card", one).id for one in found)
