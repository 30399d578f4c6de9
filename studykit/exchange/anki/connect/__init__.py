"""Decks pushed to a running Anki, through the HTTP interface of its add-on AnkiConnect.

What Anki has is read, a plan made of what differs, and what is new or changed goes
over as one small package: `importPackage` is the only action that keeps the ids of
notes (GUIDs), it is one step that is done whole or not at all, and it applies the
rules of any other import, where actions for single notes (`addNote`, `updateNote`)
give ids of their own and take a turn of 25 ms each.
"""
