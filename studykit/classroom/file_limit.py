"""So many connections as a class needs: every one is an open file, and systems allow few at first.

256 with macOS and 1,024 with most of Linux, until a process asks for more. Windows has no
such limit.
"""

from contextlib import suppress

# The journal, its folder, Redis, the terminal, and whatever Python has open.
_OTHERS = 64


def allow_connections(count: int) -> None:
    """Let this process have so many connections, or as many as the system lets it have."""
    try:
        import resource
    except ImportError:
        return
    now, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = count + _OTHERS
    if most != resource.RLIM_INFINITY:
        wanted = min(wanted, most)
    if now != resource.RLIM_INFINITY and now < wanted:
        with suppress(ValueError, OSError):  # macOS may allow less than it says
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, most))
