"""A local AniList: its own schema over a world that a test sets up, with every fault that was seen of it."""
