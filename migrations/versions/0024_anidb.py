"""AniDB's ids of series, which bangumi-data tells; its file is read anew for them."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("series", sa.Column("anidb_id", sa.Integer(), comment="several may have one: it is no identity"))
    op.create_index("ix_series_anidb_id", "series", ["anidb_id"])
    # Asked for with this, the file that was taken in last isn't sent again before it changes.
    op.execute("UPDATE source_files SET etag = NULL WHERE source = 'bangumi-data'")


def downgrade() -> None:
    op.drop_index("ix_series_anidb_id", "series")
    op.drop_column("series", "anidb_id")
