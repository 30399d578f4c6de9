"""Answering a card on the screen, as review, quiz and group do: type, tick, choose; its faces."""
