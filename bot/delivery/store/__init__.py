"""The deliveries' SQL."""
