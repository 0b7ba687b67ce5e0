"""Franchises: each title's stem, season and part, by which a sequel is found under its first season's names."""

import sqlalchemy as sa
from alembic import op

from bot.catalogue.franchises import installment_of

revision = "0016"
down_revision = "0014"
branch_labels = None
depends_on = None

titles = sa.table("titles", *(sa.column(name) for name in ("id", "fold", "stem", "season", "part")))


def upgrade() -> None:
    for column in added():
        op.add_column("titles", column)
    read_titles()
    op.create_index("ix_titles_stem", "titles", ["stem"])


def read_titles() -> None:
    """Read the titles that are in the store."""
    db = op.get_bind()
    known = db.execute(sa.select(titles.c.id, titles.c.fold)).all()
    rows = [{"at": row.id, **installment_of(row.fold)._asdict()} for row in known]
    if rows:
        db.execute(sa.update(titles).where(titles.c.id == sa.bindparam("at")), rows)


def downgrade() -> None:
    op.drop_index("ix_titles_stem", "titles")
    for column in added():
        op.drop_column("titles", column.name)


def added() -> list[sa.Column[object]]:
    """The columns that are new; made anew for each use, since a column belongs to one table."""
    comment = "franchises.installment_of the fold: its franchise"
    return [
        sa.Column("stem", sa.Text(), server_default="", nullable=False, comment=comment),
        sa.Column("season", sa.Integer(), comment="the number that the title names; NULL for none"),
        sa.Column("part", sa.Integer(), comment="the same of a part or cour"),
    ]
