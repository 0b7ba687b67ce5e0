"""How every test that draws its examples does so, and what all tests begin with."""

import gc

from hypothesis import settings

from tests.examples import examples

# Machines are noisy: no example fails for its time.
settings.register_profile("unhurried", deadline=None, print_blob=True, max_examples=examples(30, 200))
settings.load_profile("unhurried")


def pytest_collection_finish() -> None:
    """Leave what every module has made out of all further collections of garbage: it stays until the end."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)
