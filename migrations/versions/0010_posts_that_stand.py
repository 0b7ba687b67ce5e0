"""Posts that stand: changed and published in queues of their own, claimed by name; and those that Discord refused."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

INDEXES = {
    "ix_deliveries_to_publish": (["publish_at"], "publish_at IS NOT NULL"),
    "ix_deliveries_amend_waits": (["channel_id"], "amend_waits_for IS NOT NULL"),
    "ix_deliveries_failed": (["subscription_id", "settled_at"], "state = 'failed'"),
}


def upgrade() -> None:
    for column in (
        sa.Column("amend_owner", sa.Text(), nullable=True),
        sa.Column(
            "amend_waits_for",
            sa.Text(),
            nullable=True,
            comment="why its channel doesn't take the change; NULL: nothing waits for that",
        ),
        sa.Column(
            "publish_at",
            sa.BigInteger(),
            nullable=True,
            comment="when it is next tried to publish it; NULL: it isn't to be, or was",
        ),
        sa.Column("publish_attempts", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("publish_owner", sa.Text(), nullable=True),
    ):
        op.add_column("deliveries", column)
    op.execute(
        "UPDATE deliveries SET publish_at = amend_at WHERE amend_at IS NOT NULL AND published_at IS NULL AND EXISTS "
        "(SELECT 1 FROM subscriptions WHERE subscriptions.id = deliveries.subscription_id AND subscriptions.publishes)"
    )
    for name, (columns, where) in INDEXES.items():
        op.create_index(
            name, "deliveries", columns, unique=False, sqlite_where=sa.text(where), postgresql_where=sa.text(where)
        )


def downgrade() -> None:
    for name in INDEXES:
        op.drop_index(name, table_name="deliveries")
    for column in ("publish_owner", "publish_attempts", "publish_at", "amend_waits_for", "amend_owner"):
        op.drop_column("deliveries", column)
