"""Facts: what the text states, each tied to the sentence and the words that state it."""
