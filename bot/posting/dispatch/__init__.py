"""Posts handed to Discord: claimed, sent, settled; and what happens when a channel is closed."""
