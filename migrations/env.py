"""Alembic's entry: run the migrations on the connection that was handed in, in its transaction."""

from alembic import context

from migrations.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    transactional_ddl=True,  # SQLite's is, in a transaction that was begun by hand; Alembic would assume otherwise
)
context.run_migrations()
