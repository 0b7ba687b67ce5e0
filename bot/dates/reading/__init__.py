"""The one reader of dates that people type."""
