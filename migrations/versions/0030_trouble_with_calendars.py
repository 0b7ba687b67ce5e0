"""Whether moderators know that a followed calendar can't be read."""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "followed_calendars",
        sa.Column(
            "told", sa.Boolean(), nullable=False, server_default="0", comment="whether moderators know of the trouble"
        ),
    )


def downgrade() -> None:
    op.drop_column("followed_calendars", "told")
