"""The tables of the catalogue: series and their titles, what sources and people say of them, releases and updates."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
    func,
)

from bot.database.tables import RowId, metadata
from bot.database.types import Instant

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
    Column("colour", Integer, comment="of the picture, as 0xRRGGBB"),
    Column("genres", JSON, nullable=False, server_default="[]"),
    Column("score", Integer, comment="what people on AniList give it, from 1 to 100"),
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
    Column(
        "rank",
        Integer,
        nullable=False,
        comment="the order to show them in; 0 is the main title, and below are readings, which aren't shown",
    ),
    Column("title", Text, nullable=False),
    Column("fold", Text, nullable=False, comment="bot.folding.fold of the title: what it is found by"),
    Column("key", Text, nullable=False, server_default="", comment="search.keys.key_of the fold: found by nearly"),
    Column("parts", Text, nullable=False, server_default="", comment="search.keys.index_of both, for the index"),
    Column(
        "stem", Text, nullable=False, server_default="", comment="franchises.installment_of the fold: its franchise"
    ),
    Column("season", Integer, comment="the number that the title names; NULL for none"),
    Column("part", Integer, comment="the same of a part or cour"),
    UniqueConstraint("series_id", "fold"),
    Index("ix_titles_fold", "fold"),
    Index("ix_titles_key", "key"),
    Index("ix_titles_stem", "stem"),
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
    Column("confirmed_at", Instant, comment="when it last said so again"),
    Column("is_paused", Boolean, nullable=False, server_default="0", comment="it says: a break, or the end"),
)

slots = Table(
    "slots",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("series_id", ForeignKey(series.c.id, ondelete="CASCADE"), nullable=False),
    Column("origin", Text, nullable=False),
    Column("service", Text),
    Column("first_at", Instant, nullable=False, comment="when it is first, as the rule has it"),
    Column("zone", Text, nullable=False),
    Column("is_day", Boolean, nullable=False, comment="its hour isn't known"),
    Column("every_days", Integer, nullable=False),
    Column("until", Instant, nullable=False, comment="nothing comes by it from then on"),
    Column("regions", JSON, nullable=False, server_default="[]"),
    Index("ix_slots_series_id", "series_id"),
    Index("ix_slots_until", "until"),
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
    Column("label", Text, comment="what an episode goes by that isn't counted: 13.5, special"),
    Column("precision", Text, nullable=False),
    Column("earliest", Instant),
    Column("latest", Instant),
    Column("zone", Text, nullable=False),
    Column("anchor_at", Instant, comment="AirDate.anchor: what leads are counted back from"),
    Column("cancelled", Boolean, nullable=False, server_default="0"),
    Column("regions", JSON, nullable=False, server_default="[]"),
    Column("origin", Text, comment="whose word the date is"),
    Column(
        "basis", Text, nullable=False, server_default="stated", comment="stated, or slot: a weekly rule of the origin's"
    ),
    Column("said", JSON, comment="each origin's date, where more than the one that counts has said one"),
    Column("overrides_id", BigInteger, comment="the shared one in whose place it stands here"),
    Column("year", Integer, comment="of its date, in Tokyo"),
    Column("season", Integer, comment="the same, 0 for winter; NULL where no more than the year is known"),
    Index("ix_releases_anchor_at", "anchor_at"),
    Index("ix_releases_series_id_anchor_at", "series_id", "anchor_at"),
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
    Column("changed_at", Instant, comment="when what it says last changed something"),
    Column("changed_series", Integer, nullable=False, server_default="0", comment="how many series it changed then"),
    Column("changed_dates", Integer, nullable=False, server_default="0", comment="and how many dates of theirs"),
)

identities = Table(
    "identities",
    metadata,
    Column("source", Text, primary_key=True, comment="anilist, myanimelist or bangumi"),
    Column("number", BigInteger, primary_key=True, autoincrement=False, comment="by which it knows the series"),
    Column("series_id", ForeignKey(series.c.id, ondelete="CASCADE"), nullable=False, comment="one that all share"),
    Column("linked_at", Instant, nullable=False),
    Index("ix_identities_series_id", "series_id"),
)

lost_entries = Table(
    "lost_entries",
    metadata,
    Column("source", Text, primary_key=True),
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("series_id", ForeignKey(series.c.id, ondelete="CASCADE"), nullable=False),
    Column("answers", Integer, nullable=False, comment="how many whole answers have lacked it, one after the other"),
    Column("missed_at", Instant, nullable=False, comment="when the first of these came"),
    Column("lost_at", Instant, comment="when that was believed; NULL: not yet"),
    Index("ix_lost_entries_series_id", "series_id"),
)

source_files = Table(
    "source_files",
    metadata,
    Column("source", Text, primary_key=True),
    Column("address", Text, comment="a digest of the address that was asked; another one is asked anew"),
    Column("etag", Text, comment="of the file that was taken in last; NULL: it came from elsewhere"),
    Column("due_at", Instant, comment="when it is asked for next; NULL: now"),
    Column("digests", JSON, comment="of each record that was taken in last; NULL: none was yet"),
    Column("ahead", Integer, nullable=False, server_default="0", comment="how many of these had something to come"),
    Column("as_of", Instant, comment="how new what was taken in last is; NULL: nothing was yet"),
    Column("is_snapshot", Boolean, nullable=False, server_default="0", comment="whether it came with Yokoku"),
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
for _own in (releases, changes, aliases, corrections, updates):
    Index(
        f"ix_{_own.name}_guild_id",
        _own.c.guild_id,
        sqlite_where=_own.c.guild_id.is_not(None),
        postgresql_where=_own.c.guild_id.is_not(None),
    )
