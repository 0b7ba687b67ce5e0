"""Every line of SQL, and nothing else. Functions take a connection and take and return domain types."""
