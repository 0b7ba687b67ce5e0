"""Dates with evidence: nothing is dated by what it follows from, each date has its basis, and weekly rules are kept."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INDEX = "ix_releases_follows_id"


def upgrade() -> None:
    op.execute(
        # What followed from a premiere and has come out by the last scan stays as it was, by whoever dated the premiere.
        # The starter catalogue's weeks are facts, so they stay, too.
        "UPDATE releases SET origin = (SELECT origin FROM releases AS first WHERE first.id = releases.follows_id) "
        "WHERE follows_id IS NOT NULL AND (earliest <= (SELECT watermark FROM store_state) "
        "OR EXISTS (SELECT 1 FROM releases AS first WHERE first.id = releases.follows_id AND first.origin = 'starter'))"
    )
    op.execute("DELETE FROM releases WHERE follows_id IS NOT NULL AND origin IS NULL")
    op.drop_index(INDEX, table_name="releases")
    _change_releases(drops=True)
    op.add_column(
        "releases",
        sa.Column(
            "basis",
            sa.Text(),
            server_default="stated",
            nullable=False,
            comment="stated, or slot: a rule of the origin's",
        ),
    )
    op.add_column(
        "releases",
        sa.Column(
            "label", sa.Text(), nullable=True, comment="what an episode goes by that isn't counted: 13.5, special"
        ),
    )
    op.add_column(
        "statements",
        sa.Column("confirmed_at", sa.BigInteger(), nullable=True, comment="when it last said so again"),
    )
    op.execute("UPDATE statements SET confirmed_at = at")
    op.add_column(
        "statements",
        sa.Column(
            "is_paused", sa.Boolean(), server_default="0", nullable=False, comment="it says: a break, or the end"
        ),
    )
    op.create_table(
        "slots",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("series_id", ROW_ID, nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("service", sa.Text(), nullable=True),
        sa.Column("first_at", sa.BigInteger(), nullable=False, comment="when it is first, as the rule has it"),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("is_day", sa.Boolean(), nullable=False, comment="its hour isn't known"),
        sa.Column("every_days", sa.Integer(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False, comment="nothing comes by it from then on"),
        sa.Column("regions", sa.JSON(), server_default="[]", nullable=False),
        sa.ForeignKeyConstraint(["series_id"], ["series.id"], name=op.f("fk_slots_series_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_slots")),
    )
    op.create_index("ix_slots_series_id", "slots", ["series_id"], unique=False)
    op.create_index("ix_slots_until", "slots", ["until"], unique=False)


def downgrade() -> None:
    op.execute("DELETE FROM releases WHERE basis = 'slot'")
    op.drop_table("slots")
    op.drop_column("statements", "is_paused")
    op.drop_column("statements", "confirmed_at")
    op.drop_column("releases", "label")
    op.drop_column("releases", "basis")
    _change_releases(drops=False)
    op.create_index(INDEX, "releases", ["follows_id"], unique=False)


def _change_releases(*, drops: bool) -> None:
    """Drop the column that refers to the table itself, or add it again.

    SQLite can do neither but by making the table anew. Whatever refers to a row of the old one goes with it, so it is
    kept beside, and the last number that the table gave.
    """
    follows = sa.Column("follows_id", ROW_ID, nullable=True, comment="the premiere its date is made from")
    key = (["follows_id"], ["id"])
    if op.get_bind().dialect.name != "sqlite":
        if drops:
            op.drop_column("releases", "follows_id")
        else:
            op.add_column("releases", follows)
            op.create_foreign_key(op.f("fk_releases_follows_id"), "releases", "releases", *key, ondelete="CASCADE")
        return
    op.execute("CREATE TEMPORARY TABLE kept_updates AS SELECT * FROM updates")
    op.execute("CREATE TEMPORARY TABLE kept_number AS SELECT seq FROM sqlite_sequence WHERE name = 'releases'")
    to_itself = sa.ForeignKeyConstraint(
        ["follows_id"], ["releases.id"], name=op.f("fk_releases_follows_id"), ondelete="CASCADE"
    )
    op.create_table(
        "releases_anew",
        *_columns(),
        *(() if drops else (follows, to_itself)),
        sa.ForeignKeyConstraint(["series_id"], ["series.id"], name=op.f("fk_releases_series_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_releases")),
        sqlite_autoincrement=True,
    )
    names = ", ".join(column.name for column in _columns())
    op.execute(f"INSERT INTO releases_anew ({names}) SELECT {names} FROM releases")  # noqa: S608 - our own names
    op.drop_table("releases")
    op.rename_table("releases_anew", "releases")
    for name, columns, where in INDEXES:
        if where:
            op.create_index(name, "releases", columns, unique=False, sqlite_where=sa.text(where))
        else:
            op.create_index(name, "releases", columns, unique=False)
    op.execute("INSERT INTO updates SELECT * FROM kept_updates WHERE id NOT IN (SELECT id FROM updates)")
    op.execute("DELETE FROM sqlite_sequence WHERE name = 'releases'")
    op.execute("INSERT INTO sqlite_sequence (name, seq) SELECT 'releases', seq FROM kept_number")
    op.execute("DROP TABLE kept_updates")
    op.execute("DROP TABLE kept_number")


INDEXES = (
    ("ix_releases_anchor_at", ["anchor_at"], None),
    ("ix_releases_series_id_anchor_at", ["series_id", "anchor_at"], None),
    ("ix_releases_overrides_id", ["overrides_id"], "overrides_id IS NOT NULL"),
    ("ix_releases_guild_id", ["guild_id"], "guild_id IS NOT NULL"),
)


def _columns() -> list[sa.Column[object]]:
    """The columns that stay, made anew for each use, since a column belongs to one table."""
    return [
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=True),
        sa.Column("series_id", ROW_ID, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True, comment="the episode's; 1 for a premiere"),
        sa.Column("service", sa.Text(), nullable=True),
        sa.Column("precision", sa.Text(), nullable=False),
        sa.Column("earliest", sa.BigInteger(), nullable=True),
        sa.Column("latest", sa.BigInteger(), nullable=True),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("anchor_at", sa.BigInteger(), nullable=True),
        sa.Column("cancelled", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("regions", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("origin", sa.Text(), nullable=True),
        sa.Column("said", sa.JSON(), nullable=True),
        sa.Column("overrides_id", sa.BigInteger(), nullable=True),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("season", sa.Integer(), nullable=True),
    ]
