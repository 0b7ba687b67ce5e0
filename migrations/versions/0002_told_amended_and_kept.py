"""Notices to moderators, posts that are brought up to date, guilds that left, and when the store was kept safe."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
WITH_OWN = ("releases", "news", "changes")


def upgrade() -> None:
    op.create_table(
        "guilds",
        sa.Column("guild_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column(
            "notices_channel_id",
            sa.BigInteger(),
            nullable=True,
            comment="where moderators are told; NULL: the system channel",
        ),
        sa.Column(
            "left_at",
            sa.BigInteger(),
            nullable=True,
            comment="when Yokoku was removed from it; NULL while it is a member",
        ),
        sa.PrimaryKeyConstraint("guild_id", name=op.f("pk_guilds")),
    )
    op.create_index("ix_guilds_left_at", "guilds", ["left_at"], unique=False)
    op.create_table(
        "notices",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("subscription_id", sa.BigInteger(), nullable=False),
        sa.Column("channel_id", sa.BigInteger(), nullable=False, comment="the channel it is about"),
        sa.Column(
            "recipient_id",
            sa.BigInteger(),
            nullable=False,
            comment="who subscribed: told by DM where no channel can be",
        ),
        sa.Column("kind", sa.Text(), nullable=False, comment="paused or resumed"),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column(
            "next_try_at",
            sa.BigInteger(),
            nullable=True,
            comment="not before then; NULL once it was told or given up",
        ),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("told_at", sa.BigInteger(), nullable=True, comment="NULL where it was given up, or waits"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notices")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_notices_created_at", "notices", ["created_at"], unique=False)
    op.create_index("ix_notices_subscription_id", "notices", ["subscription_id"], unique=False)
    create_partial_index("ix_notices_waiting", "notices", ["next_try_at"], "next_try_at IS NOT NULL")
    for table, columns in added().items():
        for column in columns:
            op.add_column(table, column)
    op.create_index("ix_deliveries_guild_id_due_at", "deliveries", ["guild_id", "due_at"], unique=False)
    op.create_index("ix_deliveries_kind_fact_id", "deliveries", ["kind", "fact_id"], unique=False)
    op.create_index("ix_deliveries_settled_at", "deliveries", ["settled_at"], unique=False)
    create_partial_index("ix_deliveries_to_amend", "deliveries", ["amend_at"], "amend_at IS NOT NULL")
    create_partial_index("ix_deliveries_sent", "deliveries", ["subscription_id", "due_at"], "state = 'sent'")
    create_partial_index("ix_subscriptions_paused", "subscriptions", ["guild_id"], "paused_reason IS NOT NULL")
    for table in WITH_OWN:
        create_partial_index(f"ix_{table}_guild_id", table, ["guild_id"], "guild_id IS NOT NULL")


def create_partial_index(name: str, table: str, columns: list[str], condition: str) -> None:
    op.create_index(
        name, table, columns, unique=False, sqlite_where=sa.text(condition), postgresql_where=sa.text(condition)
    )


def downgrade() -> None:
    for index in ("sent", "to_amend", "settled_at", "kind_fact_id", "guild_id_due_at"):
        op.drop_index(f"ix_deliveries_{index}", table_name="deliveries")
    op.drop_index("ix_subscriptions_paused", table_name="subscriptions")
    for table in WITH_OWN:
        op.drop_index(f"ix_{table}_guild_id", table_name=table)
    for table, columns in added().items():
        for column in columns:
            op.drop_column(table, column.name)
    op.drop_table("notices")
    op.drop_table("guilds")


def added() -> dict[str, list[sa.Column[object]]]:
    """The columns that are new, by table; made anew for each use, since a column belongs to one table."""
    return {
        "announcements": [
            sa.Column(
                "version",
                sa.Integer(),
                server_default="0",
                nullable=False,
                comment="counts the changes since it was first due",
            ),
            sa.Column(
                "taken_back",
                sa.Text(),
                nullable=True,
                comment="what becomes of posts that stand once it is withdrawn: delete, or strike",
            ),
        ],
        "deliveries": [
            sa.Column(
                "shown_version",
                sa.Integer(),
                server_default="0",
                nullable=False,
                comment="the announcement's that was posted",
            ),
            sa.Column(
                "amend_at",
                sa.BigInteger(),
                nullable=True,
                comment="when the post that stands is next brought up to date; NULL: it is",
            ),
            sa.Column("amend_attempts", sa.Integer(), server_default="0", nullable=False),
            sa.Column("published_at", sa.BigInteger(), nullable=True),
        ],
        "store_state": [
            sa.Column(
                "backed_up_at", sa.BigInteger(), nullable=True, comment="a scheduled backup is due a day after this"
            ),
            sa.Column(
                "restored_at",
                sa.BigInteger(),
                nullable=True,
                comment="when this store was put in the place of another, from a backup",
            ),
            sa.Column(
                "checked_at",
                sa.BigInteger(),
                nullable=True,
                comment="when it was last checked whole and nothing was wrong",
            ),
        ],
        "subscriptions": [
            sa.Column(
                "publishes",
                sa.Boolean(),
                server_default="0",
                nullable=False,
                comment="to the servers that follow the channel",
            )
        ],
    }
