"""Yokoku: a Discord bot for anime communities. The rooms and who may know whom are drawn in CONTRIBUTING.md."""
