"""Bots on other libraries than ours, each in an environment of its own, against the sandbox: `make foreign`.

Each file of `bots/` is the same small bot on another library. It is told by environment variables where Discord is
(`SANDBOX_API_URL`, `SANDBOX_TOKEN`) and in which channel it posts (`SANDBOX_POSTS`); what it does is asked for by slash
commands, and `capabilities` holds what must come of them.
"""
