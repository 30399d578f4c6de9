"""From facts to cards: one writer a type, and the rules that every card passes."""
