"""The tables of delivery: what is posted where, what moderators are told of it, and the guilds that both are in."""

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, Integer, Table, Text, UniqueConstraint, and_

from bot.database.tables import RowId, metadata
from bot.database.types import Instant, Seconds

guilds = Table(
    "guilds",
    metadata,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("notices_channel_id", BigInteger, comment="where moderators are told; NULL: the system channel"),
    Column("left_at", Instant, comment="when Yokoku was removed from it; NULL while it is a member"),
    Column(
        "has_own_commands",
        Boolean,
        nullable=False,
        server_default="0",
        comment="SYNC_GUILD_ID names it, or did when the commands were last synced",
    ),
    Column("zone", Text, comment="IANA: by whose clocks times without a zone are read; NULL: by none"),
    Column("greeted", Boolean, nullable=False, server_default="0", comment="it was told how to set Yokoku up"),
    Index("ix_guilds_left_at", "left_at"),
)

deliveries = Table(
    "deliveries",
    metadata,
    Column("id", RowId, primary_key=True),
    # Kept when the subscription goes, so that the log still tells what was posted.
    Column("subscription_id", BigInteger, nullable=False),
    Column("occasion", Text, nullable=False, comment="the fact, its date and the lead: 'release 12 @ … - 86400'"),
    Column("guild_id", BigInteger, nullable=False),
    Column("channel_id", BigInteger, nullable=False),
    Column("kind", Text, nullable=False),
    Column("fact_id", BigInteger, nullable=False),
    Column("anchor_at", Instant, nullable=False, comment="the fact's date when this became due"),
    Column("lead", Seconds, nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("state", Text, nullable=False),
    Column("next_try_at", Instant, comment="not before then; NULL once the state is final"),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("first_claimed_at", Instant, comment="a message of this delivery can't be older than this"),
    Column("lease_owner", Text),
    Column("message_id", BigInteger),
    Column("settled_at", Instant),
    Column("reason", Text),
    Column("shown_version", Integer, nullable=False, server_default="0", comment="the announcement's that was posted"),
    Column("amend_at", Instant, comment="when the post that stands is next brought up to date; NULL: it is"),
    Column("amend_attempts", Integer, nullable=False, server_default="0"),
    Column("amend_owner", Text),
    Column("amend_waits_for", Text, comment="why its channel doesn't take the change; NULL: nothing waits for that"),
    Column("publish_at", Instant, comment="when it is next tried to publish it; NULL: it isn't to be, or was"),
    Column("publish_attempts", Integer, nullable=False, server_default="0"),
    Column("publish_owner", Text),
    Column("published_at", Instant),
    UniqueConstraint("subscription_id", "occasion"),
    Index("ix_deliveries_fact", "subscription_id", "kind", "fact_id"),
    Index("ix_deliveries_kind_fact_id", "kind", "fact_id"),
    Index("ix_deliveries_guild_id_due_at", "guild_id", "due_at"),
    Index("ix_deliveries_settled_at", "settled_at"),
    sqlite_autoincrement=True,
)
# Only what is still to be done: history may grow to millions without a wake noticing.
Index(
    "ix_deliveries_pending",
    deliveries.c.next_try_at,
    sqlite_where=deliveries.c.state == "pending",
    postgresql_where=deliveries.c.state == "pending",
)

Index(
    "ix_deliveries_channels_in_turn",
    deliveries.c.channel_id,
    deliveries.c.next_try_at,
    sqlite_where=and_(deliveries.c.state == "pending", deliveries.c.next_try_at.is_not(None)),
    postgresql_where=and_(deliveries.c.state == "pending", deliveries.c.next_try_at.is_not(None)),
)
Index(
    "ix_deliveries_to_amend",
    deliveries.c.amend_at,
    sqlite_where=deliveries.c.amend_at.is_not(None),
    postgresql_where=deliveries.c.amend_at.is_not(None),
)
Index(
    "ix_deliveries_to_publish",
    deliveries.c.publish_at,
    sqlite_where=deliveries.c.publish_at.is_not(None),
    postgresql_where=deliveries.c.publish_at.is_not(None),
)
Index(
    "ix_deliveries_amend_waits",
    deliveries.c.channel_id,
    sqlite_where=deliveries.c.amend_waits_for.is_not(None),
    postgresql_where=deliveries.c.amend_waits_for.is_not(None),
)
Index(
    "ix_deliveries_sent",
    deliveries.c.subscription_id,
    deliveries.c.due_at,
    sqlite_where=deliveries.c.state == "sent",
    postgresql_where=deliveries.c.state == "sent",
)
Index(
    "ix_deliveries_failed",
    deliveries.c.subscription_id,
    deliveries.c.settled_at,
    sqlite_where=deliveries.c.state == "failed",
    postgresql_where=deliveries.c.state == "failed",
)

posted_moments = Table(
    "posted_moments",
    metadata,
    Column(
        "subscription_id",
        ForeignKey("subscriptions.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("kind", Text, primary_key=True),
    Column("fact_id", BigInteger, primary_key=True, autoincrement=False),
    comment="what was posted at its moment, and whose delivery is no longer kept",
    sqlite_with_rowid=False,
)

notices = Table(
    "notices",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("guild_id", BigInteger, nullable=False),
    Column("subscription_id", BigInteger, nullable=False),
    Column("channel_id", BigInteger, nullable=False, comment="the channel it is about"),
    Column("recipient_id", BigInteger, nullable=False, comment="who subscribed: told by DM where no channel can be"),
    Column("kind", Text, nullable=False, comment="delivery.notices.NoticeKind"),
    Column("reason", Text, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("next_try_at", Instant, comment="not before then; NULL once it was told or given up"),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("told_at", Instant, comment="NULL where it was given up, or waits"),
    Column("delivery_id", BigInteger, comment="the post that it is about; NULL: about the subscription"),
    Column("series_id", BigInteger, comment="the series that it is about, in place of a subscription; else NULL"),
    Index("ix_notices_subscription_id", "subscription_id"),
    Index("ix_notices_kind_subscription_id", "kind", "subscription_id"),
    Index("ix_notices_created_at", "created_at"),
    sqlite_autoincrement=True,
)
Index(
    "ix_notices_waiting",
    notices.c.next_try_at,
    sqlite_where=notices.c.next_try_at.is_not(None),
    postgresql_where=notices.c.next_try_at.is_not(None),
)
