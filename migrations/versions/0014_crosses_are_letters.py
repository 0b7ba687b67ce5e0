"""Crosses are letters: titles and names with a × are found by what they are folded to now."""

import json
from collections.abc import Iterable

import sqlalchemy as sa
from alembic import op

from bot.catalogue.search import index_of, key_of
from bot.folding import fold

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

CROSSES = "×✕✖"
MAIN = ("title_english", "title_romaji", "title_native")

series = sa.table("series", sa.column("id"), *(sa.column(name, sa.Text) for name in MAIN))
titles = sa.table("titles", *(sa.column(name) for name in ("id", "series_id", "rank", "title", "fold", "key", "parts")))
aliases = sa.table("aliases", sa.column("id"), sa.column("alias"), sa.column("fold"))
changes = sa.table("changes", *(sa.column(name) for name in ("id", "field", "old", "new")))


def upgrade() -> None:
    refold_titles()
    refold_aliases()
    refold_history()


def refold_titles() -> None:
    """Fold the titles of a series anew, by today's rule; two of them may be one by now, or one two."""
    db = op.get_bind()
    columns = [series.c[name] for name in MAIN]
    known = {
        row.id: [name for name in row[1:] if name]
        for row in db.execute(sa.select(series.c.id, *columns).where(sa.or_(*map(has_cross, columns))))
    }
    with_cross = sa.select(titles.c.series_id).where(has_cross(titles.c.title))
    for series_id in db.execute(with_cross.distinct()).scalars():
        known.setdefault(series_id, [])
    for series_id, main in known.items():
        of_series = titles.c.series_id == series_id
        names = db.execute(sa.select(titles.c.title).where(of_series).order_by(titles.c.rank)).scalars().all()
        db.execute(sa.delete(titles).where(of_series))
        db.execute(sa.insert(titles), list(title_rows(series_id, [*main, *names])))


def title_rows(series_id: int, names: Iterable[str]) -> Iterable[dict[str, object]]:
    by_fold: dict[str, str] = {}
    for name in names:
        by_fold.setdefault(fold(name), name)
    for rank, (folded, title) in enumerate(by_fold.items()):
        key = key_of(folded)
        found_by = {"fold": folded, "key": key, "parts": index_of(folded, key)}
        yield {"series_id": series_id, "rank": rank, "title": title, **found_by}


def refold_aliases() -> None:
    db = op.get_bind()
    for row in db.execute(sa.select(aliases.c.id, aliases.c.alias).where(has_cross(aliases.c.alias))).all():
        db.execute(sa.update(aliases).where(aliases.c.id == row.id).values(fold=fold(row.alias)))


def refold_history() -> None:
    """Let changes of aliases be found by what the aliases are folded to now."""
    db = op.get_bind()
    of_aliases = sa.select(changes).where(changes.c.field.like("alias %"))
    for row in db.execute(of_aliases).all():
        for stored in (row.old, row.new):
            value = json.loads(stored) if isinstance(stored, str) else stored
            alias = value.get("value") if isinstance(value, dict) else None
            if isinstance(alias, str) and any(cross in alias for cross in CROSSES):
                renamed = sa.update(changes).where(changes.c.id == row.id)
                db.execute(renamed.values(field=f"alias {fold(alias)}"))


def has_cross(column: sa.ColumnElement[str]) -> sa.ColumnElement[bool]:
    return sa.or_(*(column.contains(cross) for cross in CROSSES))


def downgrade() -> None:
    """Leave the folds as they are: whoever goes back finds such titles nearly, and exactly once they are read anew."""
