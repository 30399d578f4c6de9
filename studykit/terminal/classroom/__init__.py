"""The teacher's screen of a live classroom."""
