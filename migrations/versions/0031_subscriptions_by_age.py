"""Have each scan find subscriptions that were made by a clock that was ahead, without reading all of them."""

from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_subscriptions_created_at", "subscriptions", ["created_at"])


def downgrade() -> None:
    op.drop_index("ix_subscriptions_created_at", "subscriptions")
