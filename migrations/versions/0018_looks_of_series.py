"""What a series looks like and is like: its cover's colour, its genres and its score."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for column in added():
        op.add_column("series", column)


def downgrade() -> None:
    for column in added():
        op.drop_column("series", column.name)


def added() -> list[sa.Column[object]]:
    """The columns that are new; made anew for each use, since a column belongs to one table."""
    return [
        sa.Column("colour", sa.Integer(), comment="of the picture, as 0xRRGGBB"),
        sa.Column("genres", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("score", sa.Integer(), comment="what people on AniList give it, from 1 to 100"),
    ]
