"""A learner's progress on the disk, in YAML: the log of reviews and its snapshot."""
