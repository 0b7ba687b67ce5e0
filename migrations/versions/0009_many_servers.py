"""What is found at once however many servers there are: the seasons' subscriptions, and the channels that are due."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


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


def downgrade() -> None:
    op.drop_index("ix_deliveries_channels_in_turn", table_name="deliveries")
    op.drop_index("ix_subscriptions_popularity", table_name="subscriptions")
