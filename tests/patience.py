"""How long a test waits for what has to come."""

PATIENCE = 300.0
"""In seconds, and nothing that is asserted: so long that only what never comes fails for it, on any machine."""
