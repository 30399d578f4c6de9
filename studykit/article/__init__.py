"""Reading: from a file to an `Article` of sections, paragraphs and sentences."""
