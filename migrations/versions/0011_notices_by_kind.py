"""Notices by their kind: whose roles aren't pinged is asked whenever a role or channel changes, among all that was told."""

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

INDEX = "ix_notices_kind_subscription_id"


def upgrade() -> None:
    op.create_index(INDEX, "notices", ["kind", "subscription_id"], unique=False)


def downgrade() -> None:
    op.drop_index(INDEX, table_name="notices")
