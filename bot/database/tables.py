"""What all tables are made with, and the store's own row. The others lie with their subjects, in `bot/*/tables.py`.

A change to any of them needs a migration; a test holds the two together, by all that `migrations.schema` has.

A `guild_id` of NULL in a table of facts means shared by all guilds. Snowflakes are 64-bit integers, instants are
`Instant`s (UTC). Ids that posts are known by are never used twice (`sqlite_autoincrement`). Lists that are only ever
read whole with their row (credits, services …) are JSON.
"""

from sqlalchemy import BigInteger, CheckConstraint, Column, Integer, MetaData, Table, Text

from bot.database.types import Instant

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
