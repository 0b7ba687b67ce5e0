"""Announcements as people see them."""
