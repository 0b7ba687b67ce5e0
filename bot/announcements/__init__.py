"""What moderators announce."""
