"""The command line: one file a command, and the error boundary."""
