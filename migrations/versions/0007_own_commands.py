"""Which guilds were given commands of their own."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "guilds",
        sa.Column(
            "has_own_commands",
            sa.Boolean(),
            server_default="0",
            nullable=False,
            comment="SYNC_GUILD_ID names it, or did when the commands were last synced",
        ),
    )


def downgrade() -> None:
    op.drop_column("guilds", "has_own_commands")
