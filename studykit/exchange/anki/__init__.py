"""Anki's packages: what is in them (`model`), their files, and what that is as decks."""
