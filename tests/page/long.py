"""What the ordinary run leaves out: it takes long, and says little that the others don't."""

import pytest

from tests.examples import IS_LONG

LONG = pytest.mark.skipif(not IS_LONG, reason="says little that others don't: YOKOKU_TEST_LONG=1 runs it")
