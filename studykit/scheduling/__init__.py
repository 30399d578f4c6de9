"""When to see a card again: FSRS behind one door, the state of cards, the queue of a day."""
