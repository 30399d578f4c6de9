"""The journal of one session: its events in a YAML file that is only ever appended to."""
