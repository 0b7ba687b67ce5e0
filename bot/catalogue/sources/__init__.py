"""Where the catalogue comes from, read into records."""
