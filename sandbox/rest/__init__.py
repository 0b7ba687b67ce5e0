"""Discord's REST API v10, as far as the sandbox has it: one file for each resource."""
