"""The deck: its cards, its file, and merging it anew with a person's edits."""
