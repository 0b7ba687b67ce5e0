"""What there is: series and releases, and whose word about them counts."""
