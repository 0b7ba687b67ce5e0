"""What people do in the sandbox: the user-side API that the chat page and the tests both use."""
