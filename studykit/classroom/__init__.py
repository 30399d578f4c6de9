"""The live classroom: a room that a teacher leads and a class joins from its own devices."""
