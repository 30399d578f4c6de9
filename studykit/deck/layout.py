"""What the layout of a deck file is made of, for its writer (`dump`) and its readers."""

FORMAT = "studykit-deck/1"
# Ahead of the record of what was generated.
MADE_LINE = "made: >-  # what was generated: by this a later run tells a person's edits"
