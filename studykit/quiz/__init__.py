"""A quiz as a value that answers change, what it scores, and what is kept of it."""
