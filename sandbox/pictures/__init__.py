"""Pictures of other servers, fetched for the chat page as Discord's media proxy does."""
