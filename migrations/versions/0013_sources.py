"""Sources: files that are asked for once a day."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
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
    op.drop_table("source_files")
