"""Readings: how Japanese titles that are in the store are read, in Latin letters."""

from collections import defaultdict

import sqlalchemy as sa
from alembic import op

from bot.catalogue.readings import readings_of
from bot.catalogue.store.records import title_rows

revision = "0023"
down_revision = "0021"
branch_labels = None
depends_on = None

COLUMNS = ("series_id", "rank", "title", "fold", "key", "parts", "stem", "season", "part")
titles = sa.table("titles", *(sa.column(name) for name in COLUMNS))


def upgrade() -> None:
    db = op.get_bind()
    named = defaultdict(list)
    for row in db.execute(sa.select(titles.c.series_id, titles.c.title).order_by(titles.c.series_id, titles.c.rank)):
        named[row.series_id].append(row.title)
    new = [
        row
        for series_id, names in named.items()
        if any(map(readings_of, names))
        for row in title_rows(series_id, names)
        if row["rank"] < 0
    ]
    if new:
        db.execute(sa.insert(titles), new)


def downgrade() -> None:
    op.execute("DELETE FROM titles WHERE rank < 0")
