"""Sequels that are announced, which channels can leave out; who chose updates has named those that are told."""

from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        "INSERT INTO subscription_choices (subscription_id, about, value) "
        "SELECT DISTINCT subscription_id, 'untold', 'sequel' FROM subscription_choices WHERE about = 'untold'"
    )


def downgrade() -> None:
    op.execute("DELETE FROM subscription_choices WHERE about = 'untold' AND value = 'sequel'")
    op.execute("DELETE FROM updates WHERE kind = 'sequel'")
