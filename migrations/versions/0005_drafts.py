"""What moderators typed about a series and haven't saved yet."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "drafts",
        sa.Column(
            "id", sa.BigInteger(), autoincrement=False, nullable=False, comment="of the interaction that began it"
        ),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("author_id", sa.BigInteger(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False, comment="what it is that somebody is about to do"),
        sa.Column("said", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_drafts")),
    )
    op.create_index("ix_drafts_created_at", "drafts", ["created_at"], unique=False)
    op.create_index("ix_drafts_guild_id", "drafts", ["guild_id"], unique=False)


def downgrade() -> None:
    op.drop_table("drafts")
