"""A group review at one screen as a value that events change, what it scores, what it tells."""
