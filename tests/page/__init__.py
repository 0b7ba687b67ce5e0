"""The chat page, proved in a real browser with the real bot behind it."""
