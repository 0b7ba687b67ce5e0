"""The moderators' /catalogue commands."""
