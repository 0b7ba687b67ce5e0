"""The snapshot of bangumi-data that comes with Yokoku: how new what a store has taken in is."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for column in added():
        op.add_column("source_files", column)
    # What an operator imported before there was a row for it is as new as the last word of it.
    op.execute(
        "INSERT INTO source_files (source) SELECT 'bangumi-data' WHERE EXISTS (SELECT 1 FROM statements WHERE "
        "origin = 'bangumi-data') AND NOT EXISTS (SELECT 1 FROM source_files WHERE source = 'bangumi-data')"
    )
    last = "SELECT max(coalesce(confirmed_at, at)) FROM statements WHERE origin = source_files.source"
    op.execute(f"UPDATE source_files SET as_of = ({last})")  # noqa: S608 - from above


def downgrade() -> None:
    for column in added():
        op.drop_column("source_files", column.name)


def added() -> list[sa.Column[object]]:
    """The columns that are new; made anew for each use, since a column belongs to one table."""
    return [
        sa.Column("as_of", sa.BigInteger(), comment="how new what was taken in last is; NULL: nothing was yet"),
        sa.Column(
            "is_snapshot",
            sa.Boolean(),
            server_default="0",
            nullable=False,
            comment="whether it came with Yokoku",
        ),
    ]
