"""The doors: one file for each group of slash commands. Parse, one call, render."""
