"""A store of its own for each test, as the store's own tests have."""

from tests.store.conftest import clock, database

__all__ = ["clock", "database"]
