"""Sources: files that are asked for once a day."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
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
    for column in ("changed_dates", "changed_series", "changed_at"):
        op.drop_column("source_health", column)
    op.drop_table("source_files")
