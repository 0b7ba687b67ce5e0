"""Conventions, their editions and their news."""
