"""Calendars: what a server waits for, for calendar programs."""
