"""A quiz on the terminal: questions against the clock, and what they came to."""
