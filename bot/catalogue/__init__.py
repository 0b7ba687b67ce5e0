"""What there is: series, releases, services, and whose word counts of them."""
