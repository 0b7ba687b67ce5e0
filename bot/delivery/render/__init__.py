"""Posts and notices as people see them."""
