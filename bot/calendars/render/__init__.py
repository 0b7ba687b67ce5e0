"""How calendars and their events read."""
