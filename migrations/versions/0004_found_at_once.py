"""Keys of titles and an index of their parts: what is like a title is found at once."""

import sqlalchemy as sa
from alembic import op

from bot.catalogue.search import index_of, key_of

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

# The index holds no text of its own, so that a title takes its parts out of it as it brought them in.
INDEX = """
CREATE VIRTUAL TABLE title_index USING fts5(
    parts, content = 'titles', content_rowid = 'id', detail = none, columnsize = 0, tokenize = 'ascii'
)
"""
COUNTS = "CREATE VIRTUAL TABLE title_index_counts USING fts5vocab(title_index, row)"
TAKE_OUT = "INSERT INTO title_index (title_index, rowid, parts) VALUES ('delete', old.id, old.parts);"
PUT_IN = "INSERT INTO title_index (rowid, parts) VALUES (new.id, new.parts);"
TRIGGERS = {
    "titles_added": f"AFTER INSERT ON titles BEGIN {PUT_IN} END",
    "titles_removed": f"AFTER DELETE ON titles BEGIN {TAKE_OUT} END",
    "titles_changed": f"AFTER UPDATE OF id, parts ON titles BEGIN {TAKE_OUT} {PUT_IN} END",
}


def upgrade() -> None:
    for column in added():
        op.add_column("titles", column)
    op.create_index("ix_titles_key", "titles", ["key"], unique=False)
    op.create_index("ix_series_popularity", "series", ["popularity"], unique=False)
    op.create_index("ix_aliases_guild_id_fold", "aliases", [sa.text("coalesce(guild_id, 0)"), "fold"], unique=False)
    give_keys()
    for statement in (INDEX, COUNTS, "INSERT INTO title_index (title_index) VALUES ('rebuild')"):
        op.execute(statement)
    for name, what in TRIGGERS.items():
        op.execute(f"CREATE TRIGGER {name} {what}")


def give_keys() -> None:
    """Give the titles that are there their keys, by today's rule: a later rule comes with its own step."""
    titles = sa.table(
        "titles", sa.column("id"), sa.column("fold"), sa.column("key", sa.Text), sa.column("parts", sa.Text)
    )
    known = op.get_bind().execute(sa.select(titles.c.id, titles.c.fold)).all()
    keyed = [{"at": row.id, "key": key, "parts": index_of(row.fold, key)} for row in known if (key := key_of(row.fold))]
    if keyed:
        op.get_bind().execute(sa.update(titles).where(titles.c.id == sa.bindparam("at")), keyed)


def downgrade() -> None:
    for name in TRIGGERS:
        op.execute(f"DROP TRIGGER {name}")
    op.execute("DROP TABLE title_index_counts")
    op.execute("DROP TABLE title_index")
    op.drop_index("ix_aliases_guild_id_fold", table_name="aliases")
    op.drop_index("ix_series_popularity", table_name="series")
    op.drop_index("ix_titles_key", table_name="titles")
    for column in added():
        op.drop_column("titles", column.name)


def added() -> list[sa.Column[object]]:
    """The columns that are new; made anew for each use, since a column belongs to one table."""
    return [
        sa.Column(
            "key", sa.Text(), server_default="", nullable=False, comment="domain.keys.key_of the fold: found by nearly"
        ),
        sa.Column(
            "parts", sa.Text(), server_default="", nullable=False, comment="domain.keys.index_of both, for the index"
        ),
    ]
