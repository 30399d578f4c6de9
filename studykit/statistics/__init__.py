"""Where a learner stands: measures of their reviews and of the states of their cards."""
