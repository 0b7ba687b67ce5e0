"""Posts out: what is due, claim, send, settle, and the schedule that wakes."""
