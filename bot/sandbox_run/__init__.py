"""The bot in the sandbox: the story that a new one holds, and what the sandbox is told of posts."""
