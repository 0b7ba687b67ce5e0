"""How conventions look."""
