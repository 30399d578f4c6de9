"""Questions: which cards a quiz asks, in which order, and in which order their options stand."""
