from hypothesis import settings

# No test is one of time: a busy machine takes as long as it takes.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
