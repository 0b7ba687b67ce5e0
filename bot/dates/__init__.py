"""When things come out: how exactly it is known, and how people type it."""
