"""What the ordinary run leaves out: it takes long, and says little that the others don't."""

import os

import pytest

IS_LONG = "YOKOKU_TEST_LONG" in os.environ
LONG = pytest.mark.skipif(not IS_LONG, reason="says little that others don't: YOKOKU_TEST_LONG=1 runs it")
