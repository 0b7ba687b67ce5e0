"""A server's time zone, and whether it was told how to set the bot up; those that are known aren't told any more."""

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "guilds",
        sa.Column("zone", sa.Text(), comment="IANA: by whose clocks times without a zone are read; NULL: by none"),
    )
    op.add_column(
        "guilds",
        sa.Column(
            "greeted", sa.Boolean(), nullable=False, server_default="0", comment="it was told how to set Yokoku up"
        ),
    )
    op.execute(sa.text("UPDATE guilds SET greeted = true"))


def downgrade() -> None:
    op.drop_column("guilds", "greeted")
    op.drop_column("guilds", "zone")
