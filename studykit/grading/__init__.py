"""Typed answers: what was typed, held against what the card says, as a fair teacher would."""
