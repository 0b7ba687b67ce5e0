"""Feeds as people see them."""
