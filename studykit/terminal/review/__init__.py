"""A review session on the terminal, by keyboard alone."""
