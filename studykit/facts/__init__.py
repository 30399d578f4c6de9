"""What an article states: each kind of fact by its own extractor."""
