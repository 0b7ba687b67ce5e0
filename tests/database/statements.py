"""What a store is asked to run, collected."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine, event


@contextmanager
def statements() -> Iterator[list[str]]:
    """Whatever any connection is asked to run meanwhile."""
    run: list[str] = []

    def note(_connection: object, _cursor: object, sql: str, *_rest: object) -> None:
        run.append(sql)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield run
    finally:
        event.remove(Engine, "before_cursor_execute", note)
