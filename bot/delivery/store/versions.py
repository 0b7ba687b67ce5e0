"""Versions of what posts show: whether a post that stands, or is being sent, shows what its subject is now."""

from sqlalchemy import ColumnElement, exists, or_

from bot.announcements.tables import announcements
from bot.dates.facts import FactKind
from bot.delivery.tables import deliveries
from bot.feeds.tables import feed_items, feed_posts


def has_newer_version(version: ColumnElement[int] | int) -> ColumnElement[bool]:
    """Tell whether what a delivery is about has changed since the version that its post shows."""
    of = deliveries.c
    item_version = feed_items.c.id == feed_posts.c.item_id
    return or_(
        exists().where(
            of.kind == FactKind.ANNOUNCEMENT,
            announcements.c.id == of.fact_id,
            announcements.c.version > version,
        ),
        exists().where(
            of.kind == FactKind.FEED_POST,
            feed_posts.c.id == of.fact_id,
            feed_posts.c.decided_by.is_(None),
            item_version,
            feed_items.c.version > version,
        ),
        exists().where(
            of.kind == FactKind.FEED_REVIEW,
            feed_posts.c.id == of.fact_id,
            item_version,
            feed_posts.c.version + feed_items.c.version > version,
        ),
    )
