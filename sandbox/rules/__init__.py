"""What Discord refuses: pure checks of payloads and permissions, with Discord's codes and `errors` tree."""
