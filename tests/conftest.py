import os

from hypothesis import settings

# No test is one of time: a busy machine takes as long as it takes.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

# Anki's own switch against chance, which it reads once: before any test has begun with it.
os.environ["ANKI_TEST_MODE"] = "1"
