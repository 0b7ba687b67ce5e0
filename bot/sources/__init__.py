"""The world outside, read into domain types. Nothing here stores anything, and only `fetch` opens connections."""
