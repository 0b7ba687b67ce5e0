"""Sources: which series their ids belong to, what they changed, and files that are asked for once a day."""

import time

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


SOURCES = {"anilist": "anilist_id", "myanimelist": "myanimelist_id", "bangumi": "bangumi_id"}


def upgrade() -> None:
    op.create_table(
        "identities",
        sa.Column("source", sa.Text(), nullable=False, comment="anilist, myanimelist or bangumi"),
        sa.Column(
            "number", sa.BigInteger(), autoincrement=False, nullable=False, comment="by which it knows the series"
        ),
        sa.Column(
            "series_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=False,
            comment="one that all share",
        ),
        sa.Column("linked_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["series_id"], ["series.id"], name="fk_identities_series_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("source", "number", name="pk_identities"),
    )
    op.create_index("ix_identities_series_id", "identities", ["series_id"], unique=False)
    now = time.time_ns() // 1000
    for source, field in SOURCES.items():
        op.execute(
            f"INSERT INTO identities (source, number, series_id, linked_at) "  # noqa: S608 - names from above
            f"SELECT '{source}', {field}, min(id), {now} FROM series "
            f"WHERE guild_id IS NULL AND {field} IS NOT NULL GROUP BY {field}"
        )
    for column in (
        sa.Column("changed_at", sa.BigInteger(), nullable=True, comment="when what it says last changed something"),
        sa.Column(
            "changed_series",
            sa.Integer(),
            nullable=False,
            server_default="0",
            comment="how many series it changed then",
        ),
        sa.Column(
            "changed_dates", sa.Integer(), nullable=False, server_default="0", comment="and how many dates of theirs"
        ),
    ):
        op.add_column("source_health", column)
    op.create_table(
        "lost_entries",
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("series_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "answers",
            sa.Integer(),
            nullable=False,
            comment="how many whole answers have lacked it, one after the other",
        ),
        sa.Column("missed_at", sa.BigInteger(), nullable=False, comment="when the first of these came"),
        sa.Column("lost_at", sa.BigInteger(), nullable=True, comment="when that was believed; NULL: not yet"),
        sa.ForeignKeyConstraint(["series_id"], ["series.id"], name="fk_lost_entries_series_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("source", "number", name="pk_lost_entries"),
    )
    op.create_index("ix_lost_entries_series_id", "lost_entries", ["series_id"], unique=False)
    op.add_column(
        "notices",
        sa.Column(
            "series_id",
            sa.BigInteger(),
            nullable=True,
            comment="the series that it is about, in place of a subscription; else NULL",
        ),
    )
    op.create_table(
        "source_files",
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column(
            "address",
            sa.Text(),
            nullable=True,
            comment="a digest of the address that was asked; another one is asked anew",
        ),
        sa.Column(
            "etag", sa.Text(), nullable=True, comment="of the file that was taken in last; NULL: it came from elsewhere"
        ),
        sa.Column("due_at", sa.BigInteger(), nullable=True, comment="when it is asked for next; NULL: now"),
        sa.Column(
            "digests", sa.JSON(), nullable=True, comment="of each record that was taken in last; NULL: none was yet"
        ),
        sa.Column(
            "ahead",
            sa.Integer(),
            nullable=False,
            server_default="0",
            comment="how many of these had something to come",
        ),
        sa.PrimaryKeyConstraint("source", name="pk_source_files"),
    )


def downgrade() -> None:
    op.drop_column("notices", "series_id")
    op.drop_index("ix_lost_entries_series_id", table_name="lost_entries")
    op.drop_table("lost_entries")
    op.drop_index("ix_identities_series_id", table_name="identities")
    op.drop_table("identities")
    for column in ("changed_dates", "changed_series", "changed_at"):
        op.drop_column("source_health", column)
    op.drop_table("source_files")
