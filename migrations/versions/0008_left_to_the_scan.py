"""What is left to the next scan: dates that had passed when they were given, and announcements changed once posted."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "backdated",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("fact_id", sa.BigInteger(), nullable=False),
        sa.Column("anchor_at", sa.BigInteger(), nullable=False),
        sa.Column(
            "replaces_id",
            sa.BigInteger(),
            nullable=True,
            comment="the fact in whose place it stands: who was told of that one was told of it",
        ),
        sa.Column(
            "guild_id", sa.BigInteger(), nullable=True, comment="the one guild that is told; NULL: all that see it"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_backdated")),
    )
    op.add_column(
        "updates",
        sa.Column(
            "delivered",
            sa.Boolean(),
            server_default="0",
            nullable=False,
            comment="a channel was told it, or will be",
        ),
    )
    op.execute(
        "UPDATE updates SET delivered = true WHERE EXISTS "
        "(SELECT 1 FROM deliveries WHERE deliveries.kind = 'update' AND deliveries.fact_id = updates.id)"
    )
    op.add_column(
        "announcements",
        sa.Column(
            "amended_at",
            sa.BigInteger(),
            nullable=True,
            comment="when it changed after it was due; NULL once the scan has seen it",
        ),
    )
    op.create_index(
        "ix_announcements_amended_at",
        "announcements",
        ["amended_at"],
        unique=False,
        sqlite_where=sa.text("amended_at IS NOT NULL"),
        postgresql_where=sa.text("amended_at IS NOT NULL"),
    )


def downgrade() -> None:
    op.drop_index("ix_announcements_amended_at", table_name="announcements")
    op.drop_column("announcements", "amended_at")
    op.drop_column("updates", "delivered")
    op.drop_table("backdated")
