"""The catalogue as people see it."""
