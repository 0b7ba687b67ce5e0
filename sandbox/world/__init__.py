"""The state of the sandbox's Discord: what exists in it and what happens to it. No HTTP, no sockets."""
