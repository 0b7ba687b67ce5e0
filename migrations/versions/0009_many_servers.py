"""What is found at once however many servers there are, and what is remembered of history that isn't kept."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_index(
        "ix_subscriptions_popularity",
        "subscriptions",
        ["popularity"],
        unique=False,
        sqlite_where=sa.text("popularity IS NOT NULL"),
        postgresql_where=sa.text("popularity IS NOT NULL"),
    )
    op.create_index(
        "ix_deliveries_channels_in_turn",
        "deliveries",
        ["channel_id", "next_try_at"],
        unique=False,
        sqlite_where=sa.text("state = 'pending' AND next_try_at IS NOT NULL"),
        postgresql_where=sa.text("state = 'pending' AND next_try_at IS NOT NULL"),
    )
    op.create_table(
        "posted_moments",
        sa.Column("subscription_id", ROW_ID, autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("fact_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["subscription_id"],
            ["subscriptions.id"],
            name=op.f("fk_posted_moments_subscription_id_subscriptions"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("subscription_id", "kind", "fact_id", name=op.f("pk_posted_moments")),
        comment="what was posted at its moment, and whose delivery is no longer kept",
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    op.drop_table("posted_moments")
    op.drop_index("ix_deliveries_channels_in_turn", table_name="deliveries")
    op.drop_index("ix_subscriptions_popularity", table_name="subscriptions")
