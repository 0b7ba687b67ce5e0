"""The database: how it is kept, and copied."""
