"""The subscriptions' SQL."""
