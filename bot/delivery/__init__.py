"""Posts go out, each exactly once."""
