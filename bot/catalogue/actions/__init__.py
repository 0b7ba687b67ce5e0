"""What people and sources do to the catalogue: one transaction each."""
