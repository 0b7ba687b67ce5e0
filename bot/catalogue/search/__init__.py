"""How a series is found by what people type."""
