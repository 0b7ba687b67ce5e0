"""How every test that draws its examples does so."""

from hypothesis import settings

# Machines are noisy: no example fails for its time.
settings.register_profile("unhurried", deadline=None, print_blob=True)
settings.load_profile("unhurried")
