"""The SQL of conventions."""
