"""An error that recurs: logged once when it comes and once when it has passed, not at each try."""

import logging

from bot.errors import OperatorError


class RecurringError:
    """Something that is tried again and again until it succeeds. Call `failed()` and `succeeded()` after each try."""

    def __init__(self, log: logging.Logger, failed: str, succeeded: str) -> None:
        self._log = log
        self._failed = failed
        self._succeeded = succeeded
        self._lasts = False

    def failed(self, error: Exception) -> None:
        """Log a failure, unless the last try failed too.

        An `OperatorError` says why in one line; the rest needs its traceback.
        """
        if not self._lasts:
            self._log.error("%s: %s", self._failed, error, exc_info=None if isinstance(error, OperatorError) else error)
        self._lasts = True

    def succeeded(self) -> None:
        """Log a success, if the last try failed."""
        if self._lasts:
            self._log.info("%s", self._succeeded)
        self._lasts = False
