"""What a channel gets, and what keeps it from getting it."""
