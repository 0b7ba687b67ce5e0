"""The colours of cards and posts, one for each subject, so that a channel can be read at a glance."""

from typing import Final

SERIES_COLOUR: Final = 0xD7263D
"""Rouge: what a series is, and when it airs."""
CONVENTION_COLOUR: Final = 0x2E86AB
"""Conventions and the news from them."""
ANNOUNCEMENT_COLOUR: Final = 0xF2A541
"""What a server's moderators say."""
WATCHLIST_COLOUR: Final = 0x3F8F63
"""Lists that a server keeps."""
QUIET_COLOUR: Final = 0x747F8D
"""What has passed, or is only told on the side."""
