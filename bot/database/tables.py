"""The schema. A change here needs a migration; a test holds the two together.

A `guild_id` of NULL in a table of facts means shared by all guilds. Snowflakes are 64-bit integers, instants are
`Instant`s (UTC). Ids that posts are known by are never used twice (`sqlite_autoincrement`). Lists that are only ever
read whole with their row (credits, services …) are JSON.
"""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    func,
)

from bot.database.types import Instant, Seconds

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# SQLite gives a rowid only to a column declared INTEGER; elsewhere ids are 64 bits wide.
RowId = BigInteger().with_variant(Integer(), "sqlite")

store_state = Table(
    "store_state",
    metadata,
    Column("id", Integer, CheckConstraint("id = 1", name="single_row"), primary_key=True),
    Column("identity", Text, nullable=False, comment="tells this store's posts from another's"),
    Column("watermark", Instant, comment="everything due up to here has its deliveries; NULL before the first scan"),
    Column("starter_loaded_at", Instant, comment="when the starter catalogue was loaded; never again after that"),
    Column("backed_up_at", Instant, comment="a scheduled backup is due a day after this"),
    Column("restored_at", Instant, comment="when this store was put in the place of another, from a backup"),
    Column("checked_at", Instant, comment="when it was last checked whole and nothing was wrong"),
)

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
    Index("ix_guilds_left_at", "left_at"),
)

series = Table(
    "series",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("guild_id", BigInteger),
    Column("slug", Text, nullable=False),
    Column("title_english", Text),
    Column("title_romaji", Text),
    Column("title_native", Text),
    Column("format", Text, nullable=False),
    Column("episodes", Integer),
    Column("story", Text),
    Column("studio", Text),
    Column("anilist_id", Integer),
    Column("myanimelist_id", Integer),
    Column("site", Text),
    Column("credits", JSON, nullable=False, server_default="[]"),
    Column("services", JSON, nullable=False, server_default="[]"),
    Column("trailers", JSON, nullable=False, server_default="[]"),
    Column("sources", JSON, nullable=False, server_default="[]"),
    Column("adult", Boolean, nullable=False, server_default="0"),
    Column("popularity", Integer, comment="how many have it on a list of theirs on AniList"),
    Column("picture", Text),
    Column("year", Integer, comment="of its first release, in Tokyo"),
    Column("season", Integer, comment="the same, 0 for winter; NULL where no more than the year is known"),
    Column("bangumi_id", Integer),
    Index("ix_series_slug", "slug"),
    Index("ix_series_year_season", "year", "season"),
    Index("ix_series_bangumi_id", "bangumi_id"),
    Index("ix_series_popularity", "popularity"),
    Index("ix_series_anilist_id", "anilist_id"),
    Index("ix_series_myanimelist_id", "myanimelist_id"),
    sqlite_autoincrement=True,
)

titles = Table(
    "titles",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("series_id", ForeignKey(series.c.id, ondelete="CASCADE"), nullable=False),
    Column("rank", Integer, nullable=False, comment="the order to show them in; 0 is the main title"),
    Column("title", Text, nullable=False),
    Column("fold", Text, nullable=False, comment="bot.folding.fold of the title: what it is found by"),
    Column("key", Text, nullable=False, server_default="", comment="search.keys.key_of the fold: found by nearly"),
    Column("parts", Text, nullable=False, server_default="", comment="search.keys.index_of both, for the index"),
    UniqueConstraint("series_id", "fold"),
    Index("ix_titles_fold", "fold"),
    Index("ix_titles_key", "key"),
)

aliases = Table(
    "aliases",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("series_id", ForeignKey(series.c.id, ondelete="CASCADE"), nullable=False),
    Column("guild_id", BigInteger),
    Column("alias", Text, nullable=False),
    Column("fold", Text, nullable=False),
    Column("by", BigInteger, comment="a person's snowflake; NULL for what Yokoku knew from the start"),
    Column("at", Instant, nullable=False),
    Index("ix_aliases_fold", "fold"),
    Index("ix_aliases_series_id", "series_id"),
)

statements = Table(
    "statements",
    metadata,
    Column("series_id", ForeignKey(series.c.id, ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("origin", Text, primary_key=True),
    Column("said", JSON, nullable=False, comment="the series as this origin has it; releases' dates lie with them"),
    Column("at", Instant, nullable=False, comment="when it last said something else than before"),
)

corrections = Table(
    "corrections",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("series_id", ForeignKey(series.c.id, ondelete="CASCADE"), nullable=False),
    Column("guild_id", BigInteger, comment="of the moderators who say so; NULL: the bot's owners, for everybody"),
    Column("field", Text, nullable=False, comment="catalogue.records.FIELDS, or hidden"),
    Column("value", JSON),
    Column("by", BigInteger, nullable=False),
    Column("at", Instant, nullable=False),
)
Index("ix_aliases_guild_id_fold", func.coalesce(aliases.c.guild_id, 0), aliases.c.fold)

# NULLs differ from each other in a unique index; what is shared by all guilds has one row for a slug all the same.
Index("uq_series_guild_id_slug", func.coalesce(series.c.guild_id, 0), series.c.slug, unique=True)
Index(
    "uq_corrections_series_id_guild_id_field",
    corrections.c.series_id,
    func.coalesce(corrections.c.guild_id, 0),
    corrections.c.field,
    unique=True,
)

releases = Table(
    "releases",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("guild_id", BigInteger),
    Column("series_id", ForeignKey(series.c.id, ondelete="CASCADE"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("number", Integer, comment="the episode's; 1 for a premiere"),
    Column("service", Text),
    Column("precision", Text, nullable=False),
    Column("earliest", Instant),
    Column("latest", Instant),
    Column("zone", Text, nullable=False),
    Column("anchor_at", Instant, comment="AirDate.anchor: what leads are counted back from"),
    Column("follows_id", ForeignKey("releases.id", ondelete="CASCADE"), comment="the premiere its date is made from"),
    Column("cancelled", Boolean, nullable=False, server_default="0"),
    Column("regions", JSON, nullable=False, server_default="[]"),
    Column("origin", Text, comment="whose word the date is; NULL: it follows from another's"),
    Column("said", JSON, comment="each origin's date, where more than the one that counts has said one"),
    Column("overrides_id", BigInteger, comment="the shared one in whose place it stands here"),
    Column("year", Integer, comment="of its date, in Tokyo"),
    Column("season", Integer, comment="the same, 0 for winter; NULL where no more than the year is known"),
    Index("ix_releases_anchor_at", "anchor_at"),
    Index("ix_releases_series_id_anchor_at", "series_id", "anchor_at"),
    Index("ix_releases_follows_id", "follows_id"),
    sqlite_autoincrement=True,
)

Index(
    "ix_releases_overrides_id",
    releases.c.overrides_id,
    sqlite_where=releases.c.overrides_id.is_not(None),
    postgresql_where=releases.c.overrides_id.is_not(None),
)

updates = Table(
    "updates",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("guild_id", BigInteger),
    Column("series_id", ForeignKey(series.c.id, ondelete="CASCADE"), nullable=False),
    Column("release_id", ForeignKey(releases.c.id, ondelete="CASCADE"), comment="whose date changed; NULL: no date"),
    Column("kind", Text, nullable=False),
    Column("service", Text, comment="that is new, or on which what changed comes out"),
    Column("old", JSON),
    Column("new", JSON),
    Column("changed_at", Instant, nullable=False, comment="when the latest of the changes it tells came in"),
    Column("anchor_at", Instant, nullable=False, comment="when it has stood for long enough to be told"),
    Column("withdrawn", Boolean, nullable=False, server_default="0", comment="it was changed back before it was told"),
    Column("delivered", Boolean, nullable=False, server_default="0", comment="a channel was told it, or will be"),
    Index("ix_updates_anchor_at", "anchor_at"),
    Index("ix_updates_series_id", "series_id"),
    Index("ix_updates_release_id", "release_id"),
    sqlite_autoincrement=True,
)

backdated = Table(
    "backdated",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("fact_id", BigInteger, nullable=False),
    Column("anchor_at", Instant, nullable=False),
    Column(
        "replaces_id",
        BigInteger,
        comment="the fact in whose place it stands: who was told of that one was told of it",
    ),
    Column("guild_id", BigInteger, comment="the one guild that is told; NULL: all that see it"),
)

source_health = Table(
    "source_health",
    metadata,
    Column("source", Text, primary_key=True),
    Column("answered_at", Instant, comment="when it last did"),
    Column("away_since", Instant, comment="since when it doesn't; NULL while it does"),
    Column("reason", Text, comment="why it doesn't"),
)

editions = Table(
    "editions",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("guild_id", BigInteger),
    Column("slug", Text, nullable=False),
    Column("convention", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("first_day", Date, nullable=False, comment="local, inclusive"),
    Column("last_day", Date, nullable=False, comment="local, inclusive"),
    Column("last_public_day", Date),
    Column("zone", Text, nullable=False),
    Column("city", Text, nullable=False),
    Column("country", Text, nullable=False),
    Column("venue", Text),
    Column("site", Text),
    Column("source", Text),
    Column("anchor_at", Instant, nullable=False, comment="Edition.opens_at"),
    Column("over_at", Instant, nullable=False, comment="Edition.over_at"),
    Column("cancelled", Boolean, nullable=False, server_default="0"),
    Index("ix_editions_anchor_at", "anchor_at"),
    sqlite_autoincrement=True,
)

Index("uq_editions_guild_id_slug", func.coalesce(editions.c.guild_id, 0), editions.c.slug, unique=True)

news = Table(
    "news",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("guild_id", BigInteger),
    Column("edition_id", ForeignKey(editions.c.id, ondelete="CASCADE"), nullable=False),
    Column("series_id", ForeignKey(series.c.id, ondelete="SET NULL")),
    Column("headline", Text, nullable=False),
    Column("text", Text),
    Column("url", Text),
    Column("people", JSON, nullable=False, server_default="[]"),
    Column("source", Text),
    Column("precision", Text, nullable=False),
    Column("earliest", Instant),
    Column("latest", Instant),
    Column("zone", Text, nullable=False),
    Column("anchor_at", Instant, nullable=False, comment="conventions.model.news_due"),
    UniqueConstraint("edition_id", "headline"),
    Index("ix_news_anchor_at", "anchor_at"),
    sqlite_autoincrement=True,
)

announcements = Table(
    "announcements",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False, comment="of the interaction that began it"),
    Column("guild_id", BigInteger, nullable=False),
    Column("author_id", BigInteger, nullable=False),
    Column("state", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("link", Text, nullable=False),
    Column("image", Text, nullable=False),
    Column("typed_when", Text, nullable=False, comment="as it was typed"),
    Column("due_at", Instant, comment="NULL while it is a draft"),
    Column("replaces_id", BigInteger, comment="of the waiting announcement that this draft would change"),
    Column("created_at", Instant, nullable=False),
    Column("version", Integer, nullable=False, server_default="0", comment="counts the changes since it was first due"),
    Column("taken_back", Text, comment="what becomes of posts that stand once it is withdrawn: delete, or strike"),
    Column("amended_at", Instant, comment="when it changed after it was due; NULL once the scan has seen it"),
    Index("ix_announcements_due_at", "due_at"),
    Index("ix_announcements_guild_id_state", "guild_id", "state"),
)
Index(
    "ix_announcements_amended_at",
    announcements.c.amended_at,
    sqlite_where=announcements.c.amended_at.is_not(None),
    postgresql_where=announcements.c.amended_at.is_not(None),
)

drafts = Table(
    "drafts",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False, comment="of the interaction that began it"),
    Column("guild_id", BigInteger, nullable=False),
    Column("author_id", BigInteger, nullable=False),
    Column("about", Text, nullable=False, comment="what it is that somebody is about to do"),
    Column("said", JSON, nullable=False),
    Column("created_at", Instant, nullable=False),
    Index("ix_drafts_created_at", "created_at"),
    Index("ix_drafts_guild_id", "guild_id"),
)

watchlist = Table(
    "watchlist",
    metadata,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("series_id", ForeignKey(series.c.id, ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("added_by", BigInteger, nullable=False),
    Column("added_at", Instant, nullable=False),
    Index("ix_watchlist_series_id", "series_id"),
)

subscriptions = Table(
    "subscriptions",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("guild_id", BigInteger, nullable=False),
    Column("channel_id", BigInteger, nullable=False),
    Column("topic", Text, nullable=False),
    Column("series_id", ForeignKey(series.c.id, ondelete="CASCADE"), comment="NULL: the guild's watchlist"),
    Column("role_id", BigInteger),
    Column("publishes", Boolean, nullable=False, server_default="0", comment="to the servers that follow the channel"),
    Column(
        "popularity", Integer, comment="every series of the season that has so much; NULL: its series' or the list's"
    ),
    Column("created_by", BigInteger, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("paused_reason", Text),
    Column("paused_at", Instant),
    Index("ix_subscriptions_topic_guild_id", "topic", "guild_id"),
    Index("ix_subscriptions_guild_id_channel_id", "guild_id", "channel_id"),
    Index("ix_subscriptions_series_id", "series_id"),
    sqlite_autoincrement=True,
)
Index(
    "ix_subscriptions_paused",
    subscriptions.c.guild_id,
    sqlite_where=subscriptions.c.paused_reason.is_not(None),
    postgresql_where=subscriptions.c.paused_reason.is_not(None),
)
Index(
    "uq_subscriptions_channel_topic_series",
    subscriptions.c.channel_id,
    subscriptions.c.topic,
    func.coalesce(subscriptions.c.series_id, 0),
    subscriptions.c.popularity.is_not(None),
    unique=True,
)

subscription_choices = Table(
    "subscription_choices",
    metadata,
    Column(
        "subscription_id",
        ForeignKey(subscriptions.c.id, ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("about", Text, primary_key=True, comment="kind: of releases; service; or untold: a kind of update left out"),
    Column("value", Text, primary_key=True),
)

subscription_leads = Table(
    "subscription_leads",
    metadata,
    Column(
        "subscription_id",
        ForeignKey(subscriptions.c.id, ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("before", Seconds, primary_key=True, autoincrement=False),
    Column("episodes", Boolean, nullable=False),
    Index("ix_subscription_leads_before", "before"),
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
    "ix_deliveries_to_amend",
    deliveries.c.amend_at,
    sqlite_where=deliveries.c.amend_at.is_not(None),
    postgresql_where=deliveries.c.amend_at.is_not(None),
)
Index(
    "ix_deliveries_sent",
    deliveries.c.subscription_id,
    deliveries.c.due_at,
    sqlite_where=deliveries.c.state == "sent",
    postgresql_where=deliveries.c.state == "sent",
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
    Index("ix_notices_subscription_id", "subscription_id"),
    Index("ix_notices_created_at", "created_at"),
    sqlite_autoincrement=True,
)
Index(
    "ix_notices_waiting",
    notices.c.next_try_at,
    sqlite_where=notices.c.next_try_at.is_not(None),
    postgresql_where=notices.c.next_try_at.is_not(None),
)

changes = Table(
    "changes",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("at", Instant, nullable=False),
    Column("actor", Text, nullable=False, comment="a source's name, or a person's snowflake"),
    Column("guild_id", BigInteger),
    Column("kind", Text, nullable=False),
    Column("fact_id", BigInteger, nullable=False),
    Column("field", Text, nullable=False),
    Column("old", JSON),
    Column("new", JSON),
    Index("ix_changes_kind_fact_id", "kind", "fact_id"),
)

# What a guild has of its own, which goes with it; what all share isn't in these.
for _own in (releases, news, changes, aliases, corrections, updates):
    Index(
        f"ix_{_own.name}_guild_id",
        _own.c.guild_id,
        sqlite_where=_own.c.guild_id.is_not(None),
        postgresql_where=_own.c.guild_id.is_not(None),
    )
