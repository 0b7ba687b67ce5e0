"""Trouble that lasts: told of in the log once when it comes and once when it has passed, not at each try."""

import logging

from bot.errors import OperatorError


class Trouble:
    """Something that is tried again and again until it succeeds. `came()` and `passed()` as often as one likes."""

    def __init__(self, log: logging.Logger, came: str, passed: str) -> None:
        self._log = log
        self._came = came
        self._passed = passed
        self._lasts = False

    def came(self, error: Exception) -> None:
        """It failed. An `OperatorError` says why in one line; the rest needs its traceback."""
        if not self._lasts:
            self._log.error("%s: %s", self._came, error, exc_info=None if isinstance(error, OperatorError) else error)
        self._lasts = True

    def passed(self) -> None:
        """It succeeded."""
        if self._lasts:
            self._log.info("%s", self._passed)
        self._lasts = False
