"""The database: its engine, types, upgrades, backups and checks."""
