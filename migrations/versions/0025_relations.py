"""How series are related, as AniList has it."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

COMMENT = "to AniList's entries; NULL: nobody was asked for them"


def upgrade() -> None:
    op.add_column("series", sa.Column("relations", sa.JSON(), comment=COMMENT))


def downgrade() -> None:
    op.drop_column("series", "relations")
