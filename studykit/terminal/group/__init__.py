"""A group review on one screen: keys in, events out."""
