"""A class of thousands, of attackers, and of hosts that are killed: on loopback, by our own phones.

Each scenario gives figures; a bare fan-out server in the same run stands beside what
depends on the machine.
"""
