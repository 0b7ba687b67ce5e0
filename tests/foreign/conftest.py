collect_ignore = ["bots"]
"""Programs of their own, on libraries that aren't in this environment."""
