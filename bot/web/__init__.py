"""The world outside over HTTP, through one door."""
