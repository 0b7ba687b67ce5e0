"""Notices about single posts: which one Discord refused, which one is stuck."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "notices",
        sa.Column(
            "delivery_id",
            sa.BigInteger(),
            nullable=True,
            comment="the post that it is about; NULL: about the subscription",
        ),
    )


def downgrade() -> None:
    op.drop_column("notices", "delivery_id")
