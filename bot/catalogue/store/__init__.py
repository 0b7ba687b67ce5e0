"""The catalogue's SQL."""
