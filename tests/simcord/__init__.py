"""The real bot in simcord, a simulator of Discord that others made: a mistake of ours is hardly made there, too."""
