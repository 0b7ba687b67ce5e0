"""Column types: how the domain's values lie in the database."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import BigInteger, Dialect
from sqlalchemy.types import TypeDecorator

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def as_stored(at: datetime | None) -> int | None:
    """Give an instant as `Instant` stores it, for SQL that is written by hand.

    Gives None for None. Raises `ValueError` where it has no zone.
    """
    if at is None:
        return None
    if at.tzinfo is None:
        raise ValueError("an instant needs a time zone")
    return (at - _EPOCH) // _MICROSECOND


class Instant(TypeDecorator[datetime]):
    """A UTC instant, as whole microseconds since 1970.

    A number, because leads are added to instants inside SQL, and it is compared the same way in every dialect.
    A datetime without a zone is refused with `ValueError`.
    """

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """Refuse what has no zone: it would be somebody's local time."""
        return as_stored(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        """Give an aware datetime in UTC; None for NULL."""
        return None if value is None else _EPOCH + timedelta(microseconds=value)


class Seconds(TypeDecorator[timedelta]):
    """A length of time, as whole seconds."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: timedelta | None, dialect: Dialect) -> int | None:
        """Store whole seconds: leads are never finer."""
        return None if value is None else int(value.total_seconds())

    def process_result_value(self, value: int | None, dialect: Dialect) -> timedelta | None:
        """Give the seconds as a timedelta."""
        return None if value is None else timedelta(seconds=value)
