"""How many examples a property is tried with: few each time, many in the long form of the tests."""

import os

IS_LONG = "YOKOKU_TEST_LONG" in os.environ
"""Whether the tests may take long."""


def examples(few: int, many: int) -> int:
    """Give `few`, or `many` where the tests may take long."""
    return many if IS_LONG else few
