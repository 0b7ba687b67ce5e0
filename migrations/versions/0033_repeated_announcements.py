"""Announcements that come again every week, two weeks or month."""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("announcements", sa.Column("repeats", sa.JSON(), comment="the rule by which the next one follows"))
    op.create_index(
        "ix_announcements_repeats",
        "announcements",
        ["due_at"],
        sqlite_where=sa.text("repeats IS NOT NULL"),
        postgresql_where=sa.text("repeats IS NOT NULL"),
    )


def downgrade() -> None:
    op.drop_index("ix_announcements_repeats", "announcements")
    op.drop_column("announcements", "repeats")
