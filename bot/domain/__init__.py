"""What things are and the rules they obey. Pure: no Discord, no database, no network, no clock."""
